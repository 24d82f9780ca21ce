// Commands about what waits and what was: proposals, history, differences, going back.
import * as documents from './documents';
import { EXIT } from './exit-codes';
import { type Command, type Run, UsageError } from './parse-command';
import { showGraph } from './show-answer';
import { languageOf, showVerdict, type ShownVerdict } from './show-verdict';
import { rows, submitted, numberOf } from './make-command';

export const REVIEWING_COMMANDS: readonly Command[] = [
  {
    name: 'proposals',
    usage: 'proposals [--state <WAITING|APPROVED|REJECTED|SUPERSEDED|EXPIRED>]',
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
];

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
