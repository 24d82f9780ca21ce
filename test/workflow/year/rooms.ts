// Rooms over the year: opened, paused and withdrawn by their owners, and booked by everybody else.
import { hours } from '../model/bookings';
import { bank, branch, community, property, school, street, why, type Year } from './year';

const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '08:00', closesAt: '21:00' }));
const home = school.organization;

export async function openRooms(year: Year): Promise<void> {
  year.on('2026-01-12');
  const hall = {
    home,
    name: '多功能厅',
    kind: 'VENUE',
    exclusive: true,
    capacity: 120,
    revocable: true,
    holidayRule: 'CLOSED',
  };
  year.kept.hall = await openRoom(year, hall);
  await keepCalendar(year);
  const field = { home, name: '操场', kind: 'VENUE', exclusive: false, capacity: 60, holidayRule: 'OPEN' };
  year.kept.field = await openRoom(year, field);
  await year.refuses('INVALID_INPUT', school, 'createSharedResource', { ...hall, capacity: 0 });
  const closing = await openRoom(year, { ...hall, name: '旧阅览室' });
  await year.walks(closing, [school, 'pauseSharedResource'], [school, 'withdrawSharedResource']);
  await year.walks(await openRoom(year, { ...hall, name: '储物间' }), [school, 'withdrawSharedResource']);
}

async function openRoom(year: Year, facts: Record<string, any>) {
  const room = await year.does(school, 'createSharedResource', facts);
  const changes: [typeof school, string, Record<string, any>?][] = [
    [school, 'setAvailability', { windows: WEEK }],
    [school, 'updateSharedResource', { allowedUse: '会议、学习' }],
  ];
  await year.walks(room, ...changes, [school, 'listSharedResource'], ...changes);
  return year.walks(room, [school, 'pauseSharedResource'], ...changes, [school, 'resumeSharedResource']);
}

/** A holiday and the Saturday that is worked for it, which the school's rooms go by. */
async function keepCalendar(year: Year): Promise<void> {
  const own = { home: street.organization };
  const holiday = { ...own, day: '2026-03-11', kind: 'HOLIDAY', name: '示例节假日' };
  year.kept.holiday = await year.does(street, 'enterCalendarDay', holiday);
  await year.refuses('ALREADY_EXISTS', street, 'enterCalendarDay', holiday);
  const worked = { ...own, day: '2026-03-14', kind: 'MAKE_UP_WORKDAY', name: '示例调休上班日' };
  await year.refuses('INVALID_INPUT', street, 'enterCalendarDay', worked);
  await year.refuses('NOT_ALLOWED', school, 'enterCalendarDay', { ...holiday, home });
  await year.does(street, 'enterCalendarDay', { ...worked, asWeekday: 3 });
  await year.player.ground.follow();
}

async function bookByCalendar(year: Year): Promise<void> {
  const { hall, field, holiday } = year.kept as Record<string, any>;
  const wanted = { resourceId: hall.id, ...hours('2026-03-11', 9, 10), expectedHeadcount: 20 };
  await year.refuses('NOT_OPEN', bank, 'requestBooking', wanted);
  await year.book(bank, field, '2026-03-11', [9, 10]);
  await year.book(bank, hall, '2026-03-14', [9, 10]);
  await year.does(street, 'correctCalendarDay', { id: holiday.id, kind: 'ORDINARY', ...why });
  await year.player.ground.follow();
  await year.does(bank, 'requestBooking', wanted);
}

/** Asked for in January for days in March, and decided. */
export async function askForRooms(year: Year): Promise<void> {
  const { hall, field } = year.kept as Record<string, any>;
  year.on('2026-01-20');
  const used = await year.walks(await year.book(bank, hall, '2026-03-02', [9, 11]), [
    school,
    'approveBooking',
  ]);
  const unused = await year.walks(await year.book(bank, hall, '2026-03-03', [9, 11]), [
    school,
    'approveBooking',
  ]);
  const late = await year.book(branch, hall, '2026-03-04', [9, 11]);
  const revoked = await year.walks(await year.book(property, hall, '2026-03-05', [9, 11]), [
    school,
    'approveBooking',
  ]);
  await year.walks(revoked, [school, 'revokeBooking']);
  await year.walks(await year.book(property, hall, '2026-03-06', [9, 11]), [school, 'declineBooking']);
  await year.walks(await year.book(property, hall, '2026-03-06', [9, 11]), [property, 'withdrawBooking']);
  const given = await year.walks(await year.book(property, hall, '2026-03-06', [9, 11]), [
    school,
    'approveBooking',
  ]);
  await year.walks(given, [property, 'withdrawBooking']);
  await refuseRooms(year, used);
  await fillField(year, field);
  await bookByCalendar(year);
  Object.assign(year.kept, { used, unused, late });
}

/** In March they are used or not; what nobody decided in time is too late. */
export async function useRooms(year: Year): Promise<void> {
  const { used, unused, late } = year.kept as Record<string, any>;
  year.on('2026-03-02', '10:00');
  await year.walks(used, [school, 'completeBooking']);
  year.on('2026-03-03', '12:00');
  await year.walks(unused, [school, 'markBookingNotUsed']);
  year.on('2026-03-04', '11:30');
  await year.refuses('WRONG_TIME', school, 'approveBooking', { id: late.id });
  await year.refuses('WRONG_TIME', branch, 'withdrawBooking', { id: late.id });
}

async function refuseRooms(year: Year, used: any): Promise<void> {
  const { hall } = year.kept as Record<string, any>;
  const day = '2026-03-02';
  const asked = { resourceId: hall.id, expectedHeadcount: 20 };
  const time = (from: string, until: string, on = day) => ({
    startsAt: `${on}T${from}:00+08:00`,
    endsAt: `${on}T${until}:00+08:00`,
  });
  await year.refuses('OVERLAPS', street, 'requestBooking', { ...asked, ...inUtc(time('10:00', '12:00')) });
  await year.refuses('NOT_OPEN', street, 'requestBooking', { ...asked, ...inUtc(time('20:00', '22:00')) });
  await year.refuses('NOT_OPEN', street, 'requestBooking', {
    ...asked,
    ...inUtc(time('09:00', '10:00', '2026-03-07')),
  });
  await year.refuses('CAPACITY_EXCEEDED', street, 'requestBooking', {
    ...asked,
    ...inUtc(time('14:00', '15:00')),
    expectedHeadcount: 121,
  });
  await year.refuses('INVALID_INPUT', street, 'requestBooking', {
    ...asked,
    ...inUtc(time('15:00', '14:00')),
  });
  await year.refuses('WRONG_TIME', school, 'completeBooking', { id: used.id });
  await year.refuses('INCOMPLETE', school, 'withdrawSharedResource', { id: hall.id });
  await year.refuses('CAPACITY_EXCEEDED', school, 'updateSharedResource', { id: hall.id, capacity: 19 });
  await year.refuses('NOT_ALLOWED', property, 'withdrawBooking', { id: used.id, ...why });
}

/** People add up at each instant, over several organizations. */
async function fillField(year: Year, field: any): Promise<void> {
  const day = '2026-03-10';
  const morning = await year.book(bank, field, day, [8, 10], 40);
  const overlapping = await year.book(community, field, day, [9, 11], 20);
  const tooMany = await year.book(property, field, day, [9.5, 12], 25);
  await year.walks(morning, [school, 'approveBooking']);
  await year.walks(overlapping, [school, 'approveBooking']);
  await year.refuses('CAPACITY_EXCEEDED', school, 'approveBooking', { id: tooMany.id });
  await year.walks(await year.book(property, field, day, [11, 12], 60), [school, 'approveBooking']);
}

export function inUtc(times: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(times).map(([name, time]) => [name, new Date(time).toISOString()]),
  );
}
