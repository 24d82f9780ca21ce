// The vacancy filter and the free slots against a sweep over every minute.
import fc from 'fast-check';
import type { LoadableRow } from '../../../subgraphs/kit/database/load-rows';
import { AvailabilityWindow } from '../../../subgraphs/sharing/availability-window/availability-window';
import { Booking } from '../../../subgraphs/sharing/booking/booking';
import { SharedResource } from '../../../subgraphs/sharing/shared-resource/shared-resource';
import { unit } from '../../../subgraphs/unit/program';
import { dataOf } from '../../kit/list-operation';
import { openShard, type OpenShard } from '../../kit/open-shard';
import { testDatabases } from '../../kit/test-databases';
import {
  clock,
  freeSlotsOf,
  isVacant,
  storedInstant,
  type ModelResource,
  type ModelVacancy,
  type Span,
} from './kit/minute-sweep';
import { booking, idOf, openingWindow, resource } from './kit/sharing-rows';

/** Sunday, Monday and Tuesday. */
const DAYS = ['2026-11-22', '2026-11-23', '2026-11-24'];

/** Often the same minutes, so that spans touch and coincide. */
const minute = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 540, 541, 600, 660, 720, 1440) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1440 }) },
);

function span(of: fc.Arbitrary<number>): fc.Arbitrary<Span> {
  return fc
    .tuple(of, of)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => ({ from: Math.min(a, b), until: Math.max(a, b) }));
}

const dayOrNone = fc.constantFrom(null, ...DAYS);
const modelWindow = fc
  .tuple(
    span(minute),
    fc.record({ weekday: fc.constantFrom(7, 1, 2), validFrom: dayOrNone, validTo: dayOrNone }),
  )
  .map(([time, rest]) => ({ ...time, ...rest }));
const modelBooking = fc
  .tuple(
    span(fc.tuple(fc.constantFrom(1, 1, 1, 0, 2), minute).map(([day, at]) => day * 1440 + at)),
    fc.record({
      state: fc.constantFrom('APPROVED', 'APPROVED', 'APPROVED', 'REQUESTED'),
      expectedHeadcount: fc.nat(4),
    }),
  )
  .map(([time, rest]) => ({ ...time, ...rest }));
const anyResource = fc.record({
  state: fc.constantFrom('LISTED', 'LISTED', 'LISTED', 'PAUSED', null),
  exclusive: fc.boolean(),
  capacity: fc.constantFrom(null, 0, 4, 8),
  windows: fc.array(modelWindow, { maxLength: 6 }),
  bookings: fc.array(modelBooking, { maxLength: 5 }),
});
/** Open day and night, so that its bookings alone decide. */
const alwaysOpen = fc.record({
  state: fc.constant('LISTED'),
  exclusive: fc.constantFrom(false, false, false, true),
  capacity: fc.constantFrom(4, 8),
  windows: fc.constant(
    [7, 1, 2].map((weekday) => ({ weekday, from: 0, until: 1440, validFrom: null, validTo: null })),
  ),
  bookings: fc.array(modelBooking, { minLength: 1, maxLength: 4 }),
});
const modelResource: fc.Arbitrary<ModelResource> = fc.oneof(anyResource, alwaysOpen);
const modelVacancy: fc.Arbitrary<ModelVacancy> = fc
  .tuple(
    span(minute),
    fc.record({
      day: fc.constantFrom(DAYS[1]!, DAYS[1]!, ...DAYS),
      headcount: fc.integer({ min: 1, max: 5 }),
    }),
  )
  .map(([time, rest]) => ({ ...time, ...rest }));

function rowsOf(models: ModelResource[]): LoadableRow[] {
  let serial = 0;
  return models.flatMap(({ windows, bookings, ...values }, n) => {
    const id = idOf('yili', 'resource', n);
    return [
      resource(n, values),
      ...windows.map(({ from, until, ...rest }) =>
        openingWindow(serial++, id, { ...rest, opensAt: clock(from), closesAt: clock(until) }),
      ),
      ...bookings.map(({ from, until, ...rest }) =>
        booking(serial++, id, { ...rest, startsAt: storedInstant(from), endsAt: storedInstant(until) }),
      ),
    ];
  });
}

describe.each(testDatabases())('$name', (testDatabase) => {
  let shard: OpenShard;
  beforeAll(async () => void (shard = await openShard(unit, 'sharing', testDatabase)));
  afterAll(() => shard.close());

  async function askVacancies(vacancies: ModelVacancy[]): Promise<string[][]> {
    const fields = vacancies.map(
      (_, i) => `v${i}: sharedResources(filter: { vacancy: $v${i} }) { edges { node { id } } }`,
    );
    const asked = vacancies.map(({ from, until, ...rest }, i) => [
      `v${i}`,
      { ...rest, from: clock(from), until: clock(until) },
    ]);
    const document = `query (${vacancies.map((_, i) => `$v${i}: Vacancy!`)}) { ${fields} }`;
    const data = dataOf(await shard.ask(document, Object.fromEntries(asked)));
    return vacancies.map((_, i) =>
      data[`v${i}`].edges.map(({ node }: { node: { id: string } }) => node.id).sort(),
    );
  }

  test('a resource is vacant exactly when every minute is open and has room', async () => {
    const models = fc.array(modelResource, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        models,
        fc.array(modelVacancy, { minLength: 1, maxLength: 8 }),
        async (resources, vacancies) => {
          await shard.replace([SharedResource, AvailabilityWindow, Booking], rowsOf(resources));
          const ids = (vacancy: ModelVacancy) =>
            resources.flatMap((each, n) => (isVacant(each, vacancy) ? [idOf('yili', 'resource', n)] : []));
          expect(await askVacancies(vacancies)).toEqual(vacancies.map(ids));
        },
      ),
      { numRuns: 50 },
    );
  });

  test('free slots are the runs of minutes with the same room', async () => {
    const document =
      'query ($ids: [ID!]!, $days: DayRange!) { sharedResourceById(ids: $ids) { freeSlots(days: $days) { from until headcountLeft } } }';
    await fc.assert(
      fc.asyncProperty(fc.array(modelResource, { minLength: 1, maxLength: 6 }), async (resources) => {
        await shard.replace([SharedResource, AvailabilityWindow, Booking], rowsOf(resources));
        const ids = resources.map((_, n) => idOf('yili', 'resource', n));
        const { sharedResourceById: found } = dataOf(
          await shard.ask(document, { ids, days: { from: DAYS[0], to: DAYS[2] } }),
        );
        expect(found).toEqual(
          resources.map((each) => ({ freeSlots: freeSlotsOf(each, DAYS[0]!, DAYS[2]!) })),
        );
      }),
      { numRuns: 25 },
    );
  });

  test.each([
    ['that touch is open', ['09:00', '12:00', '12:00', '17:00'], 1],
    ['that overlap is open', ['09:00', '12:30', '12:00', '17:00'], 1],
    ['with a minute between is not open', ['09:00', '12:00', '12:01', '17:00'], 0],
  ])('a time over two windows %s', async (_, [opens, closes, opensAgain, closesAgain], count) => {
    const id = idOf('yili', 'resource', 1);
    const windows = [
      openingWindow(1, id, { opensAt: opens, closesAt: closes }),
      openingWindow(2, id, { opensAt: opensAgain, closesAt: closesAgain }),
    ];
    await shard.replace([SharedResource, AvailabilityWindow, Booking], [resource(1), ...windows]);
    expect(await askVacancies([{ day: DAYS[1]!, from: 660, until: 780, headcount: 1 }])).toEqual([
      count === 0 ? [] : [id],
    ]);
  });

  test('days without an end are a week from their beginning, and without a beginning begin today', async () => {
    const id = idOf('yili', 'resource', 1);
    await shard.replace(
      [SharedResource, AvailabilityWindow, Booking],
      [resource(1), openingWindow(1, id, { weekday: 1 })],
    );
    const slots = async (days: string) =>
      dataOf(await shard.ask(`{ sharedResource(id: "${id}") { freeSlots(days: ${days}) { from } } }`))
        .sharedResource.freeSlots;
    expect(await slots('{}')).toEqual([{ from: '2026-11-23T09:00:00+08:00' }]);
    expect(await slots('{ from: "2027-01-02" }')).toEqual([{ from: '2027-01-04T09:00:00+08:00' }]);
    expect(await slots('{ to: "2026-12-01" }')).toHaveLength(2);
  });
});
