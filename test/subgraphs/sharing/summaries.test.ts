// Summaries against a model: counts, sums and groups by any dimensions, for one summary and for many parents at once.
import fc from 'fast-check';
import type { LoadableRow } from '../../../subgraphs/kit/database/load-rows';
import { Booking } from '../../../subgraphs/sharing/booking/booking';
import { CourseSession } from '../../../subgraphs/sharing/course/course-session';
import { unit } from '../../../subgraphs/unit/program';
import type { Row } from '../../kit/list-model';
import { dataOf } from '../../kit/list-operation';
import { openShard, type OpenShard } from '../../kit/open-shard';
import { expectedSummary, type SummaryOf } from '../../kit/summary-model';
import { testDatabases } from '../../kit/test-databases';
import { booking, courseSession, idOf } from './kit/sharing-rows';

const bookings: SummaryOf = {
  dimensions: {
    OWNER: 'home',
    PROVENANCE: 'provenance',
    RESOURCE: 'resourceId',
    REQUESTER: 'requesterId',
    STATE: 'state',
  },
  sums: ['expectedHeadcount'],
};
const sessions: SummaryOf = {
  dimensions: { OWNER: 'home', PROVENANCE: 'provenance', STATE: 'state' },
  sums: ['participationCount'],
};

const resourceIds = ['a', 'a-b'].flatMap((home) => [1, 2].map((n) => idOf(home, 'resource', n)));
const STATES = ['APPROVED', 'REQUESTED', 'NOT_USED'];
const bookingValues = fc.record({
  resourceId: fc.constantFrom(...resourceIds),
  requesterId: fc.constantFrom('x', 'y', 'z'),
  provenance: fc.constantFrom('STATED', 'DEMONSTRATION'),
  state: fc.constantFrom(...STATES),
  expectedHeadcount: fc.integer({ min: 0, max: 100_000 }),
});
const manyBookings = fc
  .array(bookingValues, { maxLength: 25 })
  .map((all) => all.map((values, n) => booking(n, values.resourceId, values)));
const sessionValues = fc.record({
  home: fc.constantFrom('a', 'b'),
  state: fc.constantFrom('HELD', 'PLANNED'),
  participationCount: fc.option(fc.nat(50), { freq: 8 }),
});

interface SummaryCase {
  homes?: string[];
  filter?: { state?: string[] };
  groupBy: string[];
}

function summaryCase(summary: SummaryOf): fc.Arbitrary<SummaryCase> {
  return fc.record(
    {
      homes: fc.subarray(['a', 'a-b']),
      filter: fc.record({ state: fc.subarray(STATES) }, { requiredKeys: [] }),
      groupBy: fc.shuffledSubarray(Object.keys(summary.dimensions)),
    },
    { requiredKeys: ['groupBy'] },
  );
}

function matching(rows: LoadableRow[], { homes, filter }: SummaryCase): Row[] {
  return rows
    .map(({ values }) => values as Row)
    .filter(
      (row) =>
        (homes?.includes(row.home as string) ?? true) &&
        (filter?.state?.includes(row.state as string) ?? true),
    );
}

describe.each(testDatabases())('$name', (testDatabase) => {
  let shard: OpenShard;
  beforeAll(async () => void (shard = await openShard(unit, 'sharing', testDatabase)));
  afterAll(() => shard.close());

  test('a summary counts and adds up what its filter lets through, by any dimensions', async () => {
    const document = `query ($homes: [ID!], $filter: BookingFilter, $groupBy: [BookingDimension!]) {
      bookingSummary(homes: $homes, filter: $filter, groupBy: $groupBy) { count expectedHeadcount groups { key count expectedHeadcount } }
    }`;
    await fc.assert(
      fc.asyncProperty(
        manyBookings,
        fc.array(summaryCase(bookings), { minLength: 1, maxLength: 4 }),
        async (rows, cases) => {
          await shard.replace([Booking], rows);
          for (const asked of cases) {
            const { bookingSummary } = dataOf(await shard.ask(document, { ...asked }));
            expect(bookingSummary).toEqual(expectedSummary(bookings, matching(rows, asked), asked.groupBy));
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('each of many organizations gets the figures of what it asked for', async () => {
    const organizations = ['x', 'y', 'z', 'nobody'];
    const document = `query ($of: [_Any!]!, $homes: [ID!], $filter: BookingFilter, $groupBy: [BookingDimension!]) {
      _entities(representations: $of) { ... on Organization {
        requestedBookingSummary(homes: $homes, filter: $filter, groupBy: $groupBy) { count expectedHeadcount groups { key count expectedHeadcount } }
      } }
    }`;
    await fc.assert(
      fc.asyncProperty(manyBookings, summaryCase(bookings), async (rows, asked) => {
        await shard.replace([Booking], rows);
        const { _entities } = dataOf(
          await shard.ask(document, {
            ...asked,
            of: organizations.map((id) => ({ __typename: 'Organization', id })),
          }),
        );
        const ofEach = organizations.map((id) =>
          matching(rows, asked).filter((row) => row.requesterId === id),
        );
        expect(_entities).toEqual(
          ofEach.map((own) => ({ requestedBookingSummary: expectedSummary(bookings, own, asked.groupBy) })),
        );
      }),
      { numRuns: 25 },
    );
  });

  test('a sum with an unknown part is null, in its group and in the whole', async () => {
    const document = `query ($groupBy: [CourseSessionDimension!]) { courseSessionSummary(groupBy: $groupBy) { count participationCount groups { key count participationCount } } }`;
    const all = fc
      .array(sessionValues, { maxLength: 8 })
      .map((values) => values.map((each, n) => courseSession(n, each)));
    await fc.assert(
      fc.asyncProperty(all, fc.shuffledSubarray(Object.keys(sessions.dimensions)), async (rows, groupBy) => {
        await shard.replace([CourseSession], rows);
        const { courseSessionSummary } = dataOf(await shard.ask(document, { groupBy }));
        expect(courseSessionSummary).toEqual(expectedSummary(sessions, matching(rows, { groupBy }), groupBy));
      }),
      { numRuns: 25 },
    );
  });

  test('a group shows the values that it is grouped by, and null for the others', async () => {
    await shard.replace([Booking], [booking(1, resourceIds[0]!, { requesterId: 'x' })]);
    const { bookingSummary } = dataOf(
      await shard.ask(
        '{ bookingSummary(groupBy: [STATE, REQUESTER, STATE]) { groups { key state requester { id } resource { id } owner { id } provenance } } }',
      ),
    );
    expect(bookingSummary.groups).toEqual([
      {
        key: '["APPROVED","x"]',
        state: 'APPROVED',
        requester: { id: 'x' },
        resource: null,
        owner: null,
        provenance: null,
      },
    ]);
  });
});
