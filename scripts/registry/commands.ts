// The commands of the registry's command line, each with what it takes.
import { basename } from 'node:path';
import { readTextFile } from './ask-registry';
import * as documents from './documents';
import { EXIT } from './exit-codes';
import { type Command, type Options, type Run, UsageError } from './parse-command';
import { exportAudit } from './export-audit';
import { showGraph, showRows, showSubmission, type ShownSubmission } from './show-answer';
import { languageOf, showVerdict, type ShownVerdict } from './show-verdict';

export const COMMANDS: readonly Command[] = [
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
    name: 'proposals',
    usage: 'proposals [--state <WAITING|APPROVED|REJECTED|SUPERSEDED>]',
    about: 'What waits for a yes, and whose.',
    values: ['state'],
    run: rows(documents.PROPOSALS, ({ state }) => ({ state: state ?? 'WAITING' }), [
      'id',
      'state',
      'subject',
      'by',
      'at',
      'waitsFor',
    ]),
  },
  {
    name: 'proposal',
    usage: 'proposal <id>',
    about: 'One proposal with its verdict and its full diff.',
    names: [1, 1],
    run: showProposal,
  },
  approval('approve', documents.APPROVE),
  {
    name: 'reject',
    usage: 'reject <id> --reason <text>',
    about: 'Says no to a proposal; its publisher may also withdraw it with this.',
    values: ['reason'],
    needs: ['reason'],
    names: [1, 1],
    run: async ({ ask, names: [id], options: { reason } }) => {
      const { result } = await ask<{ result: { id: string } }>(documents.REJECT, { id, reason });
      return { exit: EXIT.accepted, text: `${id} is rejected.`, data: result };
    },
  },
  {
    name: 'history',
    usage: 'history [--limit <n>] [--before <number>]',
    about: 'The versions of the graph, newest first.',
    values: ['limit', 'before'],
    run: rows(
      documents.HISTORY,
      ({ limit, before }) => ({ limit: numberOf(limit, 'limit') ?? 20, before: numberOf(before, 'before') }),
      ['number', 'kind', 'subject', 'by', 'at', 'from'],
    ),
  },
  {
    name: 'diff',
    usage: 'diff <version> [<older version>]',
    about: 'What changed from an older version; by default from the one before.',
    names: [1, 2],
    run: showDiff,
  },
  {
    name: 'graph',
    usage: 'graph [<version>]',
    about: 'The subgraphs and shards of a version; by default of the newest.',
    names: [0, 1],
    run: async ({ ask, names: [number] }) => {
      const { result } = await ask<{ result: Parameters<typeof showGraph>[0] }>(documents.GRAPH, {
        number: numberOf(number, 'version'),
      });
      return { exit: EXIT.accepted, text: showGraph(result), data: result };
    },
  },
  {
    name: 'rollback',
    usage: 'rollback <version> [--with-shards]',
    about:
      'Appends a version equal to an older one. Shards stay where they are unless --with-shards is said. For the street.',
    switches: ['with-shards'],
    names: [1, 1],
    run: async ({ ask, names: [to], options }) => {
      const { result } = await ask<{ result: number }>(documents.ROLLBACK, {
        to: numberOf(to, 'version'),
        withShards: options['with-shards'] === true,
      });
      return {
        exit: EXIT.accepted,
        text: `Version ${result} is equal to version ${to}.`,
        data: { version: result },
      };
    },
  },
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
  {
    name: 'shard move',
    usage: 'shard move --home <home> --to <shard>',
    about:
      'From the next request on the home is asked on that shard; both are asked to count its rows first.',
    values: ['home', 'to'],
    needs: ['home', 'to'],
    run: async ({ options, ask }) =>
      submitted(await ask(documents.MOVE_HOME, { home: options.home, to: options.to }), options),
  },
  submission(
    'shard retire',
    'shard retire <name>',
    'Takes a shard out of the list; its homes are listed as not joined.',
    documents.RETIRE_SHARD,
    ([name]) => ({ name }),
  ),
  {
    name: 'token list',
    usage: 'token list [--home <home>]',
    about: 'The tokens of an organization, without their text.',
    values: ['home'],
    run: rows(documents.TOKENS, ({ home }) => ({ home }), [
      'id',
      'purpose',
      'label',
      'createdAt',
      'expiresAt',
      'revokedAt',
      'lastUsedOn',
    ]),
  },
  {
    name: 'token rotate',
    usage: 'token rotate --label <text> [--days <n>] [--home <home>] [--purpose <MEMBER|GATEWAY|STREET>]',
    about:
      'A new token, shown once. The old ones stay valid until they are revoked, so nothing stops meanwhile.',
    values: ['label', 'days', 'home', 'purpose'],
    needs: ['label'],
    run: async ({ options: { label, days, home, purpose }, ask }) => {
      const asked = { label, home, purpose: purpose ?? 'MEMBER', days: numberOf(days, 'days') };
      const { result } = await ask<{ result: { secret: string; token: { id: string } } }>(
        documents.ROTATE,
        asked,
      );
      const text = `${result.secret}\n\nShown this once. When everything uses it, take the old one back: token revoke <id> (token list shows them).`;
      return { exit: EXIT.accepted, text, data: result };
    },
  },
  {
    name: 'token revoke',
    usage: 'token revoke <id>',
    about: 'Takes a token back, at once.',
    names: [1, 1],
    run: async ({ names: [id], ask }) => {
      const { result } = await ask<{ result: unknown }>(documents.REVOKE, { id });
      return { exit: EXIT.accepted, text: `The token ${id} is revoked.`, data: result };
    },
  },
  {
    name: 'members',
    usage: 'members',
    about: 'The organizations that joined or asked to. For the street.',
    run: rows(documents.MEMBERS, () => ({}), ['home', 'name', 'state', 'homes', 'contracts', 'since']),
  },
  {
    name: 'audit export',
    usage: 'audit export [--out <file>]',
    about: 'The whole audit log as JSON Lines, oldest first. For the street.',
    values: ['out'],
    run: exportAudit,
  },
  {
    name: 'audit verify',
    usage: 'audit verify [--kept <sequence>:<hash>]',
    about:
      'Walks the hash chain and names the first broken link; --kept is an entry that you wrote down earlier.',
    values: ['kept'],
    run: verifyAudit,
  },
  {
    name: 'settings show',
    usage: 'settings show',
    about: 'The rules of checks: words of privacy, allowed networks, budgets.',
    run: async ({ ask }) => {
      const { result } = await ask<{ result: unknown }>(documents.SETTINGS);
      return { exit: EXIT.accepted, text: JSON.stringify(result, null, 2), data: result };
    },
  },
  {
    name: 'settings set',
    usage: 'settings set --file <file.json|->',
    about:
      'Changes the rules of checks; the file has what `settings show` prints, or a part of it. For the street.',
    values: ['file'],
    needs: ['file'],
    run: async ({ ask, options }) => {
      const { result } = await ask<{ result: unknown }>(documents.SET_SETTINGS, {
        settings: readJson(String(options.file)),
      });
      return { exit: EXIT.accepted, text: JSON.stringify(result, null, 2), data: result };
    },
  },
  {
    name: 'whoami',
    usage: 'whoami',
    about: 'Whose token this is, and whether it was let in.',
    run: async ({ ask }) => {
      const { result, street } = await ask<{
        result: { home: string; purpose: string; state: string } | null;
        street: string;
      }>(documents.WHO);
      const text = result
        ? `${result.home} (${result.purpose}, ${result.state})`
        : `No valid token. The street is ${street}; ask it with: join`;
      return { exit: result ? EXIT.accepted : EXIT.notAllowed, text, data: { me: result, street } };
    },
  },
];

function submission(
  name: string,
  usage: string,
  about: string,
  document: string,
  toVariables: (names: string[]) => Record<string, unknown>,
): Command {
  const run = async ({ names, options, ask }: Run) =>
    submitted(await ask(document, toVariables(names)), options);
  return { name, usage, about, names: [1, 1], run };
}

function approval(name: string, document: string): Command {
  return {
    name,
    usage: `${name} <id> --reason <text>`,
    about: 'Says yes to a proposal; it is checked anew, and lives at once when nobody else must say yes.',
    values: ['reason'],
    needs: ['reason'],
    names: [1, 1],
    run: async ({ names: [id], options, ask }) =>
      submitted(await ask(document, { id, reason: options.reason }), options),
  };
}

function rows(
  document: string,
  toVariables: (options: Options) => Record<string, unknown>,
  columns: string[],
) {
  return async function showList({ ask, options }: Run) {
    const { result } = await ask<{ result: Record<string, unknown>[] }>(document, toVariables(options));
    return { exit: EXIT.accepted, text: showRows(result, columns), data: result };
  };
}

function submitted(
  { result }: { result: ShownSubmission },
  options: Options,
  file?: { name: string; text: string },
) {
  const exit = { ACCEPTED: EXIT.accepted, WAITING: EXIT.waits, REFUSED: EXIT.refused }[result.outcome];
  return { exit, text: showSubmission(result, languageOf(options), file), data: result };
}

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

async function showProposal({ ask, names: [id], options }: Run) {
  interface Shown {
    subject: string;
    by: string;
    at: string;
    state: string;
    waitsFor: string[];
    diff: string;
    verdict: ShownVerdict;
  }
  const { result } = await ask<{ result: Shown | null }>(documents.PROPOSAL_BY_ID, { id });
  if (!result) throw new UsageError(`There is no proposal ${id}; \`proposals\` lists them.`);
  const head = `${result.subject}, by ${result.by} at ${result.at}: ${result.state}${result.waitsFor.length > 0 ? `, waits for ${result.waitsFor.join(', ')}` : ''}`;
  return {
    exit: EXIT.accepted,
    text: [head, showVerdict(result.verdict, languageOf(options)), result.diff].filter(Boolean).join('\n\n'),
    data: result,
  };
}

async function showDiff({ ask, names: [to, from] }: Run) {
  const asked = { to: numberOf(to, 'version'), from: numberOf(from, 'version') };
  const { result } = await ask<{ result: { api: string; subgraphs: string; shards: string } }>(
    documents.DIFF,
    asked,
  );
  const text = [result.subgraphs, result.shards, result.api].filter(Boolean).join('\n');
  return { exit: EXIT.accepted, text: text || 'The two are equal.', data: result };
}

async function verifyAudit({ ask, options: { kept } }: Run) {
  const [, sequence, hash] = /^(\d+):([0-9a-f]{64})$/.exec(String(kept ?? '')) ?? [];
  if (kept !== undefined && !hash)
    throw new UsageError(
      `--kept is "${String(kept)}"; expected <sequence>:<hash>, as \`audit verify\` printed it.`,
    );
  const asked = { keptSequence: sequence && Number(sequence), keptHash: hash };
  interface Report {
    entries: number;
    last: string | null;
    broken: { sequence: number; why: string } | null;
  }
  const { result } = await ask<{ result: Report }>(documents.VERIFY_AUDIT, asked);
  const text = result.broken
    ? `The audit log is broken at entry ${result.broken.sequence} (${result.broken.why}); the ${result.entries} before it are sound.`
    : `All ${result.entries} entries are sound. Keep this elsewhere: ${result.entries}:${result.last}`;
  return { exit: result.broken ? EXIT.refused : EXIT.accepted, text, data: result };
}

function listOf(text: string | boolean | undefined): string[] {
  return String(text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
}

function numberOf(text: string | boolean | undefined, what: string): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(String(text))) return Number(text);
  throw new UsageError(`The ${what} is "${String(text)}"; expected a whole number.`);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readTextFile(file, '--file'));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--file ${file}: it is no JSON (${(error as Error).message}).`);
  }
}
