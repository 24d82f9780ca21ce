// Holidays and make-up workdays: the street edits them, every shard keeps them, and resources are open by their own rule.
import { followOnce } from '../../subgraphs/kit/follow-graph';
import { followedCalendar } from '../../subgraphs/sharing/calendar/kept-calendar';
import { testDatabases } from '../kit/test-databases';
import { openingWindow, resource } from '../subgraphs/sharing/kit/sharing-rows';
import { officeOf, openActingShard, type ActingShard } from './kit/acting-shard';
import { stepsThrough, type Steps } from './kit/take';

const KEEPER = officeOf('demo-street', ['calendar:keep']);
/** A Monday, a Tuesday, and the Saturday that is worked as a Monday. */
const [MONDAY, TUESDAY, SATURDAY] = ['2026-11-30', '2026-12-01', '2026-12-05'] as const;
const RULES = ['OPEN', 'CLOSED', 'BY_ARRANGEMENT', null];
const rooms = RULES.map((holidayRule, i) => resource(i + 1, { holidayRule, exclusive: true }));
const ids = rooms.map(({ values }) => values.id);
/** Mondays and Tuesdays. */
const windows = ids.flatMap((id, i) =>
  [1, 2].map((weekday) => openingWindow(10 * i + weekday, id, { weekday })),
);

describe.each(testDatabases())('$name', (testDatabase) => {
  let street: ActingShard;
  let unit: ActingShard;
  let steps: Steps;
  let entered: string;
  beforeAll(async () => {
    street = await openActingShard(testDatabase);
    unit = await openActingShard(testDatabase);
    await street.load([resource(9, { home: 'demo-street' })]);
    await unit.load([...rooms, ...windows]);
    steps = stepsThrough(street.ask);
  });
  afterAll(async () => {
    await street.close();
    await unit.close();
  });

  const follow = () =>
    followOnce({ database: unit.database, graphUrl: `${street.url}/sharing` }, followedCalendar);

  /** Whether each of the rooms is open on a day: by the filter, by free times, and by a booking that is asked for. */
  async function openOn(day: string): Promise<{ vacant: boolean[]; free: boolean[]; booked: boolean[] }> {
    const filter = `{ vacancy: { day: "${day}", from: "09:00", until: "10:00" } }`;
    const free = `free: sharedResourceById(ids: $ids) { freeSlots(days: { from: "${day}", to: "${day}" }) { from } }`;
    const { data } = await unit.ask(
      null,
      `query ($ids: [ID!]!) { found: sharedResources(filter: ${filter}) { edges { node { id } } } ${free} }`,
      { ids },
    );
    const vacant = new Set(data.found.edges.map(({ node }: { node: { id: string } }) => node.id));
    const time = { startsAt: `${day}T09:00:00+08:00`, endsAt: `${day}T10:00:00+08:00` };
    const booked: boolean[] = [];
    for (const resourceId of ids) {
      const asked = { resourceId, ...time, expectedHeadcount: 5 };
      const code = await stepsThrough(unit.ask).refused(officeOf('dongguan'), 'requestBooking', asked);
      if (code && code !== 'NOT_OPEN') throw new Error(code);
      booked.push(code === null);
    }
    return {
      vacant: ids.map((id) => vacant.has(id)),
      free: data.free.map(({ freeSlots }: { freeSlots: object[] }) => freeSlots.length > 0),
      booked,
    };
  }

  const alike = (...open: boolean[]) => ({ vacant: open, free: open, booked: open });

  test('without entries every day is as its weekday', async () => {
    expect(await openOn(MONDAY)).toEqual(alike(true, true, true, true));
    expect(await openOn(SATURDAY)).toEqual(alike(false, false, false, false));
  });

  test('only the office that keeps the calendar enters a day, once, and a make-up workday with its weekday', async () => {
    const holiday = { home: 'demo-street', day: MONDAY, kind: 'HOLIDAY', name: '示例节假日' };
    expect(await steps.refused(officeOf('demo-street'), 'enterCalendarDay', holiday)).toBe('NOT_ALLOWED');
    entered = (await steps.done(KEEPER, 'enterCalendarDay', holiday, 'calendarDay { id }')).id;
    expect(await steps.refused(KEEPER, 'enterCalendarDay', holiday)).toBe('ALREADY_EXISTS');
    const worked = { ...holiday, day: SATURDAY, kind: 'MAKE_UP_WORKDAY', name: '示例调休上班日' };
    expect(await steps.refused(KEEPER, 'enterCalendarDay', worked)).toBe('INVALID_INPUT');
    await steps.done(KEEPER, 'enterCalendarDay', { ...worked, asWeekday: 1 });
  });

  test('a shard elsewhere goes by it once it has asked, each resource by its holiday rule', async () => {
    expect(await openOn(MONDAY)).toEqual(alike(true, true, true, true));
    await follow();
    expect(await openOn(MONDAY)).toEqual({
      ...alike(true, false, false, true),
      booked: [true, false, true, true],
    });
    expect(await openOn(TUESDAY)).toEqual(alike(true, true, true, true));
    expect(await openOn(SATURDAY)).toEqual(alike(false, true, false, false));
  });

  test('a correction is followed too; what cannot be asked leaves what was kept', async () => {
    const correction = { id: entered, kind: 'ORDINARY', reason: '误登' };
    await steps.done(KEEPER, 'correctCalendarDay', correction);
    await expect(
      followOnce({ database: unit.database, graphUrl: `${street.url}/nowhere` }, followedCalendar),
    ).rejects.toThrow();
    expect((await openOn(MONDAY)).vacant).toEqual([true, false, false, true]);
    await follow();
    expect(await openOn(MONDAY)).toEqual(alike(true, true, true, true));
  });
});
