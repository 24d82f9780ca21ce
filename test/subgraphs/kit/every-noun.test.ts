// Every order, filter and dimension of every noun of every contract answers, and the same on every database.
import { syntheticRows } from '../../../subgraphs/demonstration/synthetic-rows';
import { loadRows, type LoadableRow } from '../../../subgraphs/kit/database/load-rows';
import { enumName } from '../../../subgraphs/kit/noun/choice';
import { specOf, type ColumnSpec, type NounSpec } from '../../../subgraphs/kit/noun/spec';
import { startShard, type RunningShard } from '../../../subgraphs/kit/start-shard';
import { street } from '../../../subgraphs/street/program';
import { dataOf } from '../../kit/list-operation';
import { askAt } from '../../kit/open-shard';
import { testDatabases, type CreatedDatabase } from '../../kit/test-databases';

const NOW = new Date('2026-11-22T04:00:00Z');
const names = street.contracts.map(({ name }) => name);
const homes = ['a', 'a-b', 'b'].map((home) => ({ home, contracts: names }));
/** A credit code is checked as it is stored, and these are made up. */
const withoutCode = ({ noun, values }: LoadableRow) => ({
  noun,
  values: 'unifiedSocialCreditCode' in values ? { ...values, unifiedSocialCreditCode: null } : values,
});
const rows = syntheticRows({
  contracts: street.contracts,
  homes,
  rowsEach: 6,
  seed: 7,
  today: '2026-11-22',
  edgy: true,
}).map(withoutCode);
const rowsOf = (spec: NounSpec): LoadableRow['values'][] =>
  rows.filter(({ noun }) => noun === spec.target).map(({ values }) => values);

/** Nobody asks, so what is not yet there for all is not there. */
const visibleOf = (spec: NounSpec): Record<string, unknown>[] => {
  const { drafts, partOf } = spec.readers;
  const wholes = partOf && new Set(visibleOf(partOf.whole()).map(({ id }) => id));
  return rowsOf(spec).filter(
    (row) => !drafts?.states.includes(row.state as string) && (!partOf || wholes!.has(row[partOf.column])),
  );
};

interface Started {
  shard: RunningShard;
  created: CreatedDatabase;
}

let started: Started[];
beforeAll(async () => {
  started = await Promise.all(
    testDatabases().map(async ({ create }) => {
      const created = await create();
      const shard = await startShard(street, {
        databaseUrl: created.url,
        host: '127.0.0.1',
        port: 0,
        now: () => NOW,
        log: () => undefined,
      });
      await loadRows(
        shard.database,
        rows,
        homes.map(({ home }) => home),
        NOW.toISOString(),
      );
      return { shard, created };
    }),
  );
});
afterAll(async () => {
  for (const { shard, created } of started) {
    await shard.stop();
    await created.drop();
  }
});

/** A value for a column's filter that lets some rows through. */
function filterValue(spec: NounSpec, { kind, property }: ColumnSpec): unknown {
  const given = [...new Set(rowsOf(spec).map((row) => row[property]))].filter(
    (value) => value !== null && value !== undefined,
  );
  if (kind === 'day' || kind === 'time') return { period: 'THIS_YEAR' };
  if (kind === 'int') return { min: 1 };
  return kind === 'flag' ? true : given.slice(0, 3);
}

/** One operation with a list for each order and each filter, and a summary for each dimension. */
function operationOf(spec: NounSpec) {
  const { name, plural, singular } = spec;
  const orders = spec.columns
    .filter(({ order }) => order)
    .flatMap(({ property }) =>
      ['ASC', 'DESC'].map((direction) => ({ field: enumName(property), direction })),
    );
  const filters = spec.columns
    .filter(({ filter }) => filter)
    .map((column) => ({ [column.field]: filterValue(spec, column) }));
  const dimensions = spec.columns.filter(({ dimension }) => dimension).map(({ field }) => enumName(field));
  const hasSummary = dimensions.some((dimension) => dimension !== 'OWNER' && dimension !== 'PROVENANCE');
  const fields = [
    ...orders.map(
      (_, i) =>
        `o${i}: ${plural}(orderBy: $o${i}, first: 7) { totalCount edges { cursor node { id } } pageInfo { hasNextPage } }`,
    ),
    ...filters.map(
      (_, i) => `f${i}: ${plural}(filter: $f${i}) { totalCount edges { cursor node { id updatedAt } } }`,
    ),
    ...(hasSummary
      ? dimensions.map(
          (_, i) => `d${i}: ${singular}Summary(groupBy: [$d${i}]) { count groups { key count } }`,
        )
      : []),
  ];
  const declared = [
    ...orders.map((_, i) => `$o${i}: ${name}Order`),
    ...filters.map((_, i) => `$f${i}: ${name}Filter`),
    ...(hasSummary ? dimensions.map((_, i) => `$d${i}: ${name}Dimension!`) : []),
  ];
  const numbered = (letter: string, values: unknown[]) =>
    values.map((value, i) => [`${letter}${i}`, value] as const);
  const variables = Object.fromEntries([
    ...numbered('o', orders),
    ...numbered('f', filters),
    ...(hasSummary ? numbered('d', dimensions) : []),
  ]);
  return { document: `query (${declared.join(', ')}) { ${fields.join(' ')} }`, variables };
}

describe.each(street.contracts)('$name', ({ name, nouns }) => {
  test.each(nouns.map((noun) => specOf(noun)))('$name', async (spec) => {
    const { document, variables } = operationOf(spec);
    const answers = await Promise.all(
      started.map(async ({ shard }) => dataOf(await askAt(`${shard.url}/${name}`, document, variables))),
    );
    expect(answers[0].o0.totalCount).toBe(visibleOf(spec).length);
    for (const answer of answers.slice(1)) expect(answer).toEqual(answers[0]);
  });
});
