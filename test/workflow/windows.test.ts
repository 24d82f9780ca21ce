// Windows by RFC 5545: each rule against plain counting of days; the filter in SQL, the free times and bookings against each other.
import fc from 'fast-check';
import { addDays } from '../../subgraphs/kit/clock';
import {
  readRule,
  recursOn,
  weekNumber,
  weeksOfMonth,
  writeRule,
  type Recurrence,
  type Recurring,
} from '../../subgraphs/sharing/recurrence/recurrence-rule';
import { testDatabases } from '../kit/test-databases';
import { officeOf, openActingShard, type ActingShard } from './kit/acting-shard';
import { stepsThrough, type Steps } from './kit/take';
import { resource } from '../subgraphs/sharing/kit/sharing-rows';

const OWNER = officeOf('yili');
const FIRST = '2026-11-23';
const DAYS = Array.from({ length: 84 }, (_, i) => addDays(FIRST, i));

/** By counting: the weekday of a day, and the days of its month that share it. */
function isOf(day: string, { weekday, weekOfMonth, everyWeeks, validFrom }: Recurring): boolean {
  const weekdayOf = (each: string) => new Date(`${each}T00:00:00Z`).getUTCDay() || 7;
  if (weekdayOf(day) !== weekday) return false;
  const month = Array.from({ length: 31 }, (_, i) => `${day.slice(0, 8)}${String(i + 1).padStart(2, '0')}`);
  const same = month.filter(
    (each) => !Number.isNaN(Date.parse(each)) && each === addDays(each, 0) && weekdayOf(each) === weekday,
  );
  if (weekOfMonth) return same.at(weekOfMonth < 0 ? weekOfMonth : weekOfMonth - 1) === day;
  if (!everyWeeks) return true;
  const monday = (each: string) => addDays(each, 1 - weekdayOf(each));
  for (let week = monday(validFrom!); week <= day; week = addDays(week, 7 * everyWeeks))
    if (week === monday(day)) return true;
  return false;
}

const recurrence: fc.Arbitrary<Recurrence> = fc
  .tuple(
    fc.integer({ min: 1, max: 7 }),
    fc.constantFrom(null, 1, 2, 3, 4, 5, -1),
    fc.constantFrom(null, 2, 3, 4),
  )
  .map(([weekday, weekOfMonth, everyWeeks]) => ({
    weekday,
    weekOfMonth,
    everyWeeks: weekOfMonth ? null : everyWeeks,
  }));

test('a rule is of a day exactly when counting says so, and is read as it was written', () => {
  fc.assert(
    fc.property(recurrence, fc.nat(700), fc.nat(400), (each, start, later) => {
      const recurring = { ...each, validFrom: addDays('2026-01-01', start) };
      const day = addDays(recurring.validFrom, later);
      expect([day, recursOn(day, recurring)]).toEqual([day, isOf(day, recurring)]);
      expect(readRule(writeRule(each))).toEqual([each]);
    }),
    { numRuns: 2_000 },
  );
});

test('what SQL decides by is what the rule says', () => {
  fc.assert(
    fc.property(recurrence, fc.nat(700), fc.nat(400), (each, start, later) => {
      const recurring = { ...each, validFrom: addDays('2026-01-01', start) };
      const day = addDays(recurring.validFrom, later);
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
      const phase = each.everyWeeks && weekNumber(recurring.validFrom) % each.everyWeeks;
      const isRight =
        weekday === each.weekday &&
        (!each.weekOfMonth || weeksOfMonth(day).includes(each.weekOfMonth)) &&
        (!each.everyWeeks || weekNumber(day) % each.everyWeeks === phase);
      expect(isRight).toBe(recursOn(day, recurring));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  'FREQ=DAILY',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;BYDAY=1MO',
  'FREQ=MONTHLY;BYDAY=MO',
  'FREQ=MONTHLY;BYDAY=6MO',
  'FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO',
  'FREQ=WEEKLY;BYDAY=MO;COUNT=3',
  'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231',
  'FREQ=WEEKLY;INTERVAL=0;BYDAY=MO',
  'every Monday',
  '',
])('%p is no rule of a window, and the sentence shows what is', (text) => {
  expect(readRule(text)).toMatchObject({ en: expect.stringContaining('FREQ=WEEKLY;BYDAY=MO,WE') });
});

describe.each(testDatabases())('$name', (testDatabase) => {
  let shard: ActingShard;
  let steps: Steps;
  const room = resource(1, { exclusive: true, capacity: 100 });
  const { id } = room.values;
  beforeAll(async () => {
    shard = await openActingShard(testDatabase);
    await shard.load([room]);
    steps = stepsThrough(shard.ask);
  });
  afterAll(() => shard.close());

  const time = { opensAt: '09:00', closesAt: '12:00' };

  test('the filter, the free times and bookings follow the rules', async () => {
    const windows = [
      { ...time, recurrenceRule: 'FREQ=WEEKLY;BYDAY=MO,WE' },
      { ...time, recurrenceRule: 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', validFrom: '2026-11-24' },
      { ...time, recurrenceRule: 'FREQ=MONTHLY;BYDAY=1SA,-1SU', validTo: '2027-01-31' },
    ];
    await steps.done(OWNER, 'setAvailability', { id, windows });
    const weekly = [1, 3].map((weekday) => ({
      weekday,
      weekOfMonth: null,
      everyWeeks: null,
      validFrom: null,
    }));
    const rules: (Recurring & { from?: string; to?: string })[] = [
      ...weekly,
      { weekday: 5, weekOfMonth: null, everyWeeks: 2, validFrom: '2026-11-24', from: '2026-11-24' },
      { weekday: 6, weekOfMonth: 1, everyWeeks: null, validFrom: null, to: '2027-01-31' },
      { weekday: 7, weekOfMonth: -1, everyWeeks: null, validFrom: null, to: '2027-01-31' },
    ];
    const open = DAYS.filter((day) =>
      rules.some((rule) => (rule.from ?? day) <= day && day <= (rule.to ?? day) && isOf(day, rule)),
    );
    expect(open.length).toBeGreaterThan(30);
    const { data: free } = await shard.ask(
      null,
      `{ sharedResource(id: "${id}") { freeSlots(days: { from: "${FIRST}", to: "${DAYS.at(-1)!}" }) { from } } }`,
    );
    expect(free.sharedResource.freeSlots.map(({ from }: { from: string }) => from.slice(0, 10))).toEqual(
      open,
    );
    const vacant = DAYS.map(
      (day, i) =>
        `d${i}: sharedResources(filter: { vacancy: { day: "${day}", from: "09:00", until: "12:00" } }) { totalCount }`,
    );
    const { data: counted } = await shard.ask(null, `{ ${vacant.join(' ')} }`);
    expect(DAYS.filter((_, i) => counted[`d${i}`].totalCount === 1)).toEqual(open);
    const refused = await Promise.all(DAYS.slice(1, 21).map((day) => requested(day)));
    expect(DAYS.slice(1, 21).filter((_, i) => refused[i] === null)).toEqual(
      open.filter((day) => day > FIRST && day <= DAYS[20]!),
    );
  });

  const requested = (day: string) =>
    steps.refused(officeOf('dongguan'), 'requestBooking', {
      resourceId: id,
      startsAt: `${day}T09:00:00+08:00`,
      endsAt: `${day}T10:00:00+08:00`,
      expectedHeadcount: 5,
    });

  test('a window says one of a weekday and a rule, and every other week from its first day', async () => {
    const refusedWith = (window: object) =>
      steps.refused(OWNER, 'setAvailability', { id, windows: [{ ...time, ...window }] });
    expect(await refusedWith({})).toBe('INVALID_INPUT');
    expect(await refusedWith({ weekday: 1, recurrenceRule: 'FREQ=WEEKLY;BYDAY=MO' })).toBe('INVALID_INPUT');
    expect(await refusedWith({ recurrenceRule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' })).toBe('INVALID_INPUT');
    expect(await refusedWith({ weekday: 6 })).toBeNull();
    const { data } = await shard.ask(
      null,
      `{ sharedResource(id: "${id}") { availabilityWindows { edges { node { weekday recurrenceRule } } } } }`,
    );
    expect(data.sharedResource.availabilityWindows.edges).toEqual([
      { node: { weekday: 6, recurrenceRule: 'FREQ=WEEKLY;BYDAY=SA' } },
    ]);
  });
});
