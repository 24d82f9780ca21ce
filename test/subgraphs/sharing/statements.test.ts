// No N+1: the number of SQL statements of an operation does not depend on the number of rows.
import { unit } from '../../../subgraphs/unit/program';
import { dataOf } from '../../kit/list-operation';
import { openShard, type OpenShard } from '../../kit/open-shard';
import { testDatabases } from '../../kit/test-databases';
import { booking, idOf, openingWindow, resource } from './kit/sharing-rows';

const ROWS = 1_000;
const ids = Array.from({ length: ROWS }, (_, n) => idOf('yili', 'resource', n));

const NODE = `{
  id name owner { id } category { id } source { paragraph }
  availabilityWindows(first: 3) { totalCount edges { cursor node { weekday } } pageInfo { hasNextPage } }
  bookings(first: 2, orderBy: { field: REQUESTED_AT }) { totalCount edges { node { id requester { id } resource { id name capacity } } } }
  last: bookings(last: 1) { edges { node { id } } pageInfo { hasPreviousPage } }
  bookingSummary(groupBy: [STATE]) { count expectedHeadcount groups { key count } }
  freeSlots(days: { period: NEXT_WEEK }) { from until headcountLeft }
  courses { totalCount }
}`;

describe.each(testDatabases())('$name', (testDatabase) => {
  let shard: OpenShard;
  beforeAll(async () => {
    shard = await openShard(unit, 'sharing', testDatabase);
    const windows = ids.flatMap((id, n) => [
      openingWindow(2 * n, id),
      openingWindow(2 * n + 1, id, { weekday: 2 }),
    ]);
    const bookings = ids.flatMap((id, n) =>
      [1, 2].map((i) => booking(2 * n + i, id, { requesterId: `unit-${n % 50}` })),
    );
    await shard.load([...ids.map((_, n) => resource(n)), ...windows, ...bookings]);
  });
  afterAll(() => shard.close());

  async function statementsOf(document: string, variables: Record<string, unknown>): Promise<number> {
    return (await shard.statements(async () => void dataOf(await shard.ask(document, variables)))).length;
  }

  test.each([
    ['a list', `query ($first: Int) { sharedResources(first: $first) { edges { node ${NODE} } } }`, 200],
    ['entities by their ids', `query ($ids: [ID!]!) { sharedResourceById(ids: $ids) ${NODE} }`, ROWS],
  ])('%s of ten and of very many rows take the same number of statements', async (_, document, many) => {
    const few = await statementsOf(document, { first: 10, ids: ids.slice(0, 10) });
    const most = await statementsOf(document, { first: many, ids: ids.slice(0, many) });
    expect(most).toBe(few);
    expect(few).toBeLessThanOrEqual(11);
  });

  test('representations of ten and of a thousand organizations take the same number of statements', async () => {
    const document = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organization {
      sharedResources(first: 2) { totalCount edges { node { id } } }
      requestedBookings(first: 3) { totalCount edges { node { id resource { name } } } }
      requestedBookingSummary(groupBy: [STATE]) { count groups { count } }
    } } }`;
    const of = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ __typename: 'Organization', id: `unit-${n}` }));
    expect(await statementsOf(document, { of: of(1_000) })).toBe(
      await statementsOf(document, { of: of(10) }),
    );
  });

  test('representations of ten and of a thousand rows take one statement', async () => {
    const document =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on SharedResource { name } } }';
    const of = (count: number) => ids.slice(0, count).map((id) => ({ __typename: 'SharedResource', id }));
    expect([
      await statementsOf(document, { of: of(10) }),
      await statementsOf(document, { of: of(1_000) }),
    ]).toEqual([1, 1]);
  });

  test('what is not asked is not read', async () => {
    expect(
      await statementsOf(
        '{ bookings(first: 5) { edges { node { id requester { id } resource { id __typename } } } } }',
        {},
      ),
    ).toBe(1);
    expect(await statementsOf('{ bookings { totalCount } }', {})).toBe(1);
    expect(await statementsOf('{ bookings { __typename } }', {})).toBe(0);
  });

  test('the rows of a list that stands on its page whole are not counted again', async () => {
    const list = (first: number, kind: string) =>
      `{ sharedResources(first: ${first}, filter: { kind: [${kind}] }) { totalCount edges { cursor } pageInfo { hasNextPage hasPreviousPage } } }`;
    const counted = dataOf(await shard.ask('{ sharedResources { totalCount } }')).sharedResources;
    expect(await statementsOf(list(3, 'EQUIPMENT'), {})).toBe(1);
    expect(await statementsOf(list(3, 'VENUE'), {})).toBe(2);
    expect(dataOf(await shard.ask(list(3, 'VENUE'))).sharedResources.totalCount).toBe(counted.totalCount);
    expect(dataOf(await shard.ask(list(3, 'EQUIPMENT'))).sharedResources.totalCount).toBe(0);
  });

  test('the same list under two names is read once', async () => {
    expect(
      await statementsOf(
        '{ a: bookings(first: 1) { edges { cursor } } b: bookings(first: 1) { edges { cursor } } }',
        {},
      ),
    ).toBe(1);
  });
});
