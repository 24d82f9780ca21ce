// One examination of a shard: asking it, and writing down what breaks the contract.
import type { Direction } from '../../../schema/cursor';
import type { Shard } from '../shard-list';
import type { ShardTransport } from '../transport';
import type { ScatteredList } from './scattered-lists';
import { type ListPage, readList } from './read-list';
import { ShardSilent } from './shard-silent';

/** A breach: what was asked, what was expected, what came. */
export interface Breach {
  law: string;
  field: string;
  sentence: string;
}

export interface ListAnswer extends ListPage {
  /** Codes of the errors, if any. */
  codes: string[];
}

export interface ListQuestion {
  order?: string;
  direction?: Direction;
  homes?: string[];
  first?: number;
  after?: string;
  last?: number;
  before?: string;
}

export interface Examination {
  breaches: Breach[];
  /** Notes a breach unless the condition holds. */
  expect(law: string, field: string, condition: boolean, sentence: string): void;
  list(list: ScatteredList, question: ListQuestion): Promise<ListAnswer>;
  ask(
    query: string,
    variables: Record<string, unknown>,
  ): Promise<{ data: Record<string, unknown> | null; codes: string[] }>;
}

/** At most this many breaches are written down for one law at one field. */
const CAP = 3;

export function createExamination(transport: ShardTransport, shard: Shard, contract: string): Examination {
  const breaches: Breach[] = [];

  async function ask(query: string, variables: Record<string, unknown>) {
    const answer = await transport.send(
      shard,
      contract,
      { query, variables: JSON.stringify(variables) },
      { deadline: Date.now() + 10_000 },
    );
    if (answer.kind === 'silent') throw new ShardSilent(answer.why);
    const codes = answer.errors.map(({ code }) => code ?? 'no code');
    return { data: answer.data, codes };
  }

  async function list(
    { field, orderEnum }: ScatteredList,
    { order, direction, ...page }: ListQuestion,
  ): Promise<ListAnswer> {
    const input = orderEnum.replace(/Field$/, '');
    const query = `query($homes: [ID!], $orderBy: ${input}, $first: Int, $after: String, $last: Int, $before: String) {
      ${field}(homes: $homes, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
        totalCount pageInfo { hasNextPage hasPreviousPage } edges { cursor node { id } } } }`;
    const { data, codes } = await ask(query, { ...page, orderBy: order && { field: order, direction } });
    const { page: answered, faults } = readList(data?.[field]);
    faults.forEach((fault) => expect('form', field, false, fault));
    return { ...answered, codes };
  }

  function expect(law: string, field: string, condition: boolean, sentence: string): void {
    const known = breaches.filter((breach) => breach.law === law && breach.field === field).length;
    if (!condition && known < CAP) breaches.push({ law, field, sentence });
  }

  return { breaches, ask, list, expect };
}
