// Commands of a publisher: asking to join, checking, publishing and retiring subgraphs and shards.
import { basename } from 'node:path';
import { readTextFile } from './ask-registry';
import * as documents from './documents';
import { EXIT } from './exit-codes';
import { type Command, type Options, type Run, UsageError } from './parse-command';
import { languageOf, showVerdict, type ShownVerdict } from './show-verdict';
import { submission, submitted, listOf } from './make-command';

export const PUBLISHING_COMMANDS: readonly Command[] = [
  {
    name: 'join',
    usage: 'join --home <home> --name <name> [--homes <a,b>] [--contracts <sharing,…>]',
    about: 'Asks to join. Shows the token once; it is worth nothing until the street approves.',
    values: ['home', 'name', 'homes', 'contracts'],
    needs: ['home', 'name'],
    run: async ({ options, ask }) => {
      const { home, name } = options;
      const asked = { home, name, homes: listOf(options.homes), contracts: listOf(options.contracts) };
      const { result } = await ask<{ result: { secret: string; proposal: string } }>(documents.JOIN, asked);
      const text = `${result.secret}\n\nThe token is shown this once: keep it in a file that only you can read. It counts when the street approves ${result.proposal}.`;
      return { exit: EXIT.waits, text, data: result };
    },
  },
  {
    name: 'check',
    usage: 'check --name <name> --url <url> --schema <file|->',
    about: 'Says what publishing would come to, and publishes nothing.',
    values: ['name', 'url', 'schema'],
    needs: ['name', 'schema'],
    run: checkSubgraph,
  },
  {
    name: 'publish',
    usage: 'publish --name <name> --url <url> --schema <file|->',
    about:
      'Publishes a subgraph; it is live at once, or waits for approval, or is refused with every reason.',
    values: ['name', 'url', 'schema'],
    needs: ['name', 'schema'],
    run: (run) => submitFile(run),
  },
  submission(
    'retire',
    'retire <name>',
    'Takes a subgraph of yours out of the graph.',
    documents.RETIRE,
    ([name]) => ({ name }),
  ),
  {
    name: 'shard publish',
    usage: 'shard publish --name <name> --url <url> --contracts <sharing,…> [--homes <a,b>]',
    about:
      'Puts a shard into the list when it keeps the contract and every law; homes that move to it must have their rows there.',
    values: ['name', 'url', 'contracts', 'homes'],
    needs: ['name', 'url', 'contracts'],
    run: async ({ options, ask }) => {
      const { name, url } = options;
      const shard = { name, url, contracts: listOf(options.contracts), homes: listOf(options.homes) };
      return submitted(await ask(documents.PUBLISH_SHARD, { shard }), options);
    },
  },
  submission(
    'shard retire',
    'shard retire <name>',
    'Takes a shard out of the list; its homes are listed as not joined.',
    documents.RETIRE_SHARD,
    ([name]) => ({ name }),
  ),
];

async function submitFile({ options, ask }: Run) {
  const { subgraph, file } = readSubgraph(options);
  return submitted(await ask(documents.PUBLISH, { subgraph }), options, file);
}

async function checkSubgraph({ options, ask }: Run) {
  const { subgraph, file } = readSubgraph(options);
  const { check } = await ask<{ check: { verdict: ShownVerdict; diff: string } }>(documents.CHECK, {
    subgraph,
  });
  const { outcome } = check.verdict;
  const said = {
    ACCEPTED: 'It would be accepted.',
    NEEDS_APPROVAL: 'It would wait for approval.',
    REFUSED: 'It would be refused.',
  }[outcome];
  const exit = { ACCEPTED: EXIT.accepted, NEEDS_APPROVAL: EXIT.waits, REFUSED: EXIT.refused }[outcome];
  return {
    exit,
    text: [showVerdict(check.verdict, languageOf(options), file), said].filter(Boolean).join('\n'),
    data: check,
  };
}

function readSubgraph({ name, url, schema }: Options) {
  const path = String(schema);
  const sdl = readTextFile(path, '--schema');
  if (sdl.trim() === '')
    throw new UsageError(`--schema ${path}: the file is empty; expected the SDL of the subgraph.`);
  return { subgraph: { name, url, sdl }, file: { name: basename(path), text: sdl } };
}
