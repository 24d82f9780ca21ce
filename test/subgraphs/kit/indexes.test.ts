// Indexes: whatever a list can be filtered, ordered or grouped by has one that begins with it.
import type { DataSource, EntityMetadata } from 'typeorm';
import { openProgramDatabase } from '../../../subgraphs/kit/start-shard';
import { specOf, type Class } from '../../../subgraphs/kit/noun/spec';
import { street } from '../../../subgraphs/street/program';
import { sqlite, type CreatedDatabase } from '../../kit/test-databases';

let database: DataSource;
let created: CreatedDatabase;
beforeAll(async () => {
  created = await sqlite.create();
  database = await openProgramDatabase(street, created.url);
});
afterAll(async () => {
  await database.destroy();
  await created.drop();
});

function isIndexed({ indices, primaryColumns }: EntityMetadata, property: string): boolean {
  return (
    primaryColumns[0]!.propertyName === property ||
    indices.some(({ columns }) => columns[0]!.propertyName === property)
  );
}

/** `Noun.column` of each column that can be used and has no index. */
function unindexed(noun: Class): string[] {
  const used = specOf(noun).columns.filter(({ filter, order, dimension }) => filter || order || dimension);
  return used
    .filter(({ property }) => !isIndexed(database.getMetadata(noun), property))
    .map(({ property }) => `${noun.name}.${property}`);
}

test.each(street.contracts)('every filter, order and dimension of $name has an index', ({ nouns }) => {
  expect(nouns.flatMap(unindexed)).toEqual([]);
});

test.each([
  [
    'the default order of a list',
    'SELECT * FROM sharing_booking t ORDER BY t.startsAt, t.id LIMIT 51',
    'SCAN t USING INDEX',
  ],
  [
    'a page after a cursor',
    "SELECT * FROM sharing_booking t WHERE (t.startsAt > '2026' OR (t.startsAt = '2026' AND t.id > 'a')) ORDER BY t.startsAt, t.id LIMIT 51",
    'USING INDEX',
  ],
  [
    'a filter by reference',
    "SELECT * FROM sharing_booking t WHERE t.requesterId IN ('a') ORDER BY t.startsAt, t.id LIMIT 51",
    'USING INDEX',
  ],
  [
    'children of many parents',
    "SELECT t.id, ROW_NUMBER() OVER (PARTITION BY t.resourceId ORDER BY t.startsAt, t.id) FROM sharing_booking t WHERE t.resourceId IN ('a', 'b')",
    'SEARCH t USING INDEX',
  ],
  [
    'a filter by a range',
    "SELECT COUNT(*) FROM sharing_booking t WHERE t.startsAt >= '2026' AND t.startsAt < '2027'",
    'SEARCH t USING COVERING INDEX',
  ],
  ['rows by id', "SELECT * FROM sharing_booking t WHERE t.id IN ('a', 'b')", 'SEARCH t USING INDEX'],
])('%s uses an index', async (_, sql, plan) => {
  const steps = (await database.query(`EXPLAIN QUERY PLAN ${sql}`)) as { detail: string }[];
  expect(steps.map(({ detail }) => detail).join('; ')).toContain(plan);
});
