// Pages of lists against a model: any rows, any order, any window, for one list and for many parents at once.
import fc from 'fast-check';
import type { LoadableRow } from '../../../subgraphs/kit/database/load-rows';
import { AvailabilityWindow } from '../../../subgraphs/sharing/availability-window/availability-window';
import { Booking } from '../../../subgraphs/sharing/booking/booking';
import { SharedResource } from '../../../subgraphs/sharing/shared-resource/shared-resource';
import { unit } from '../../../subgraphs/unit/program';
import type { ListCase, ListOf, Row } from '../../kit/list-model';
import { dataOf, expectPages, listOperation, type ListPlace } from '../../kit/list-operation';
import { openShard, type OpenShard } from '../../kit/open-shard';
import { testDatabases } from '../../kit/test-databases';
import {
  bookings,
  openingWindows,
  resourceFilter,
  resources,
  resourceValues,
  time,
  withCases,
} from './kit/list-cases';
import { booking, idOf, openingWindow, resource } from './kit/sharing-rows';

const parentIds = [0, 1, 2, 3].map((n) => idOf('a', 'resource', n));
const parents = parentIds.map((_, n) => resource(n, { home: 'a' }));
const ofResources = {
  variables: '$ids: [ID!]!',
  around: (fields: string) => `sharedResourceById(ids: $ids) { id ${fields} }`,
};
const ofOrganizations = {
  variables: '$ids: [_Any!]!',
  around: (fields: string) => `_entities(representations: $ids) { ... on Organization { id ${fields} } }`,
};

const manyResources = fc
  .tuple(fc.array(resourceValues, { maxLength: 12 }), resourceValues)
  .chain(([all, other]) =>
    withCases(resources, {
      rows: all.map((values, n) => resource(n * 2, values)),
      others: [resource(7, other)],
      filter: resourceFilter,
      scattered: true,
    }),
  );

const bookingValues = fc.record({
  resourceId: fc.constantFrom(...parentIds),
  requesterId: fc.constantFrom('x', 'y', 'z'),
  state: fc.constantFrom('APPROVED', 'REQUESTED'),
  startsAt: time,
  requestedAt: time,
  updatedAt: time,
});

function manyBookings(scattered: boolean) {
  return fc.tuple(fc.array(bookingValues, { maxLength: 20 }), bookingValues).chain(([all, other]) =>
    withCases(bookings, {
      rows: all.map((values, n) => booking(n * 2, values.resourceId, values)),
      others: [booking(7, other.resourceId, other)],
      filter: fc.record(
        { state: fc.subarray(['APPROVED', 'REQUESTED']), resource: fc.subarray(parentIds) },
        { requiredKeys: [] },
      ),
      scattered,
    }),
  );
}

const windowValues = fc.record({
  resourceId: fc.constantFrom(...parentIds),
  weekday: fc.integer({ min: 1, max: 3 }),
  updatedAt: time,
});

const manyWindows = fc.array(windowValues, { maxLength: 20 }).chain((all) =>
  withCases(openingWindows, {
    rows: all.map((values, n) => openingWindow(n * 2, values.resourceId, values)),
    others: [openingWindow(7, parentIds[0]!, { weekday: 2 })],
    filter: fc.record({ weekday: fc.constantFrom({ min: 2 }, { max: 1 }, {}) }, { requiredKeys: [] }),
    scattered: false,
  }),
);

const rowsOf = (rows: LoadableRow[]) => rows.map(({ values }) => values as Row);

describe.each(testDatabases())('$name', (testDatabase) => {
  let shard: OpenShard;
  beforeAll(async () => void (shard = await openShard(unit, 'sharing', testDatabase)));
  afterAll(() => shard.close());

  async function ask(list: ListOf, place: ListPlace, cases: ListCase[], ids?: unknown[]) {
    const { document, variables } = listOperation(list, place, cases);
    return dataOf(await shard.ask(document, { ...variables, ids }));
  }

  test('a list answers the edges, order, flags and count of the model', async () => {
    await fc.assert(
      fc.asyncProperty(manyResources, async ([rows, cases]) => {
        await shard.replace([SharedResource], rows);
        expectPages(
          await ask(resources, { field: 'sharedResources', scattered: true }, cases),
          resources,
          rowsOf(rows),
          cases,
        );
      }),
      { numRuns: 40 },
    );
  });

  test('each of many parents gets its own page of its children', async () => {
    const place = { field: 'bookings', scattered: false, parents: ofResources };
    await fc.assert(
      fc.asyncProperty(manyBookings(false), async ([rows, cases]) => {
        await shard.replace([SharedResource, Booking], [...parents, ...rows]);
        const { found } = await ask(bookings, place, cases, parentIds);
        for (const { id, ...pages } of found)
          expectPages(
            pages,
            bookings,
            rowsOf(rows).filter((row) => row.resourceId === id),
            cases,
          );
      }),
      { numRuns: 25 },
    );
  });

  test('each of many organizations gets its own page of what it asked for anywhere', async () => {
    const organizations = ['x', 'y', 'z', 'nobody'];
    const place = { field: 'requestedBookings', scattered: true, parents: ofOrganizations };
    await fc.assert(
      fc.asyncProperty(manyBookings(true), async ([rows, cases]) => {
        await shard.replace([Booking], rows);
        const { found } = await ask(
          bookings,
          place,
          cases,
          organizations.map((id) => ({ __typename: 'Organization', id })),
        );
        expect(found.map(({ id }: Row) => id)).toEqual(organizations);
        for (const { id, ...pages } of found)
          expectPages(
            pages,
            bookings,
            rowsOf(rows).filter((row) => row.requesterId === id),
            cases,
          );
      }),
      { numRuns: 25 },
    );
  });

  test('windows of many resources come page by page', async () => {
    const place = { field: 'availabilityWindows', scattered: false, parents: ofResources };
    await fc.assert(
      fc.asyncProperty(manyWindows, async ([rows, cases]) => {
        await shard.replace([SharedResource, AvailabilityWindow], [...parents, ...rows]);
        const { found } = await ask(openingWindows, place, cases, parentIds);
        for (const { id, ...pages } of found)
          expectPages(
            pages,
            openingWindows,
            rowsOf(rows).filter((row) => row.resourceId === id),
            cases,
          );
      }),
      { numRuns: 25 },
    );
  });

  test('a list pages through all its rows by the cursors that it gives, forwards and backwards', async () => {
    const rows = Array.from({ length: 23 }, (_, n) =>
      resource(n, { name: '同名', capacity: n % 3 === 0 ? null : n % 2 }),
    );
    await shard.replace([SharedResource], rows);
    const walk = async (size: string, cursor: string, more: string, end: string) => {
      const pages: string[][] = [];
      for (let at: string | null = null; ;) {
        const { sharedResources } = dataOf(
          await shard.ask(
            `query ($at: String) { sharedResources(orderBy: { field: CAPACITY, direction: DESC }, ${size}: 5, ${cursor}: $at) { edges { node { id } } pageInfo { ${more} ${end} } } }`,
            { at },
          ),
        );
        pages.push(sharedResources.edges.map(({ node }: { node: Row }) => node.id));
        if (!sharedResources.pageInfo[more]) return pages;
        at = sharedResources.pageInfo[end];
      }
    };
    const forwards = (await walk('first', 'after', 'hasNextPage', 'endCursor')).flat();
    const backwards = (await walk('last', 'before', 'hasPreviousPage', 'startCursor')).reverse().flat();
    expect(new Set(forwards).size).toBe(23);
    expect(backwards).toEqual(forwards);
  });
});
