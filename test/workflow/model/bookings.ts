// Resources, their windows and their bookings: who may use a room when, and how many people are in it.
import { anybody, named, owner, unless, why, type Taking, type Type } from './machine';
import { at, dayOf, plusDays, type Row, type World } from './world';

const OPEN = ['DRAFT', 'LISTED', 'PAUSED'];

export const BOOKINGS: Record<string, Type> = {
  SharedResource: {
    contract: 'sharing',
    singular: 'sharedResource',
    plural: 'sharedResources',
    states: ['DRAFT', 'LISTED', 'PAUSED', 'WITHDRAWN'],
    columns: [
      'name',
      'kind',
      'categoryId',
      'exclusive',
      'capacity',
      'holidayRule',
      'revocable',
      'allowedUse',
    ],
    defaults: { exclusive: false, revocable: false },
    rules: {
      createSharedResource: {
        by: [owner],
        creates: true,
        to: 'DRAFT',
        sample: () => ({ name: '会议室', kind: 'VENUE', exclusive: true, capacity: 40 }),
        check: ({ row }) => row.capacity === 0 && 'INVALID_INPUT',
      },
      updateSharedResource: { by: [owner], states: OPEN, check: noLongerFits },
      setAvailability: {
        by: [owner],
        states: OPEN,
        beside: ['windows'],
        sample: () => ({
          windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '08:00', closesAt: '22:00' })),
        }),
        effect: replaceWindows,
      },
      listSharedResource: { by: [owner], states: ['DRAFT'], to: 'LISTED' },
      pauseSharedResource: { by: [owner], states: ['LISTED'], to: 'PAUSED' },
      resumeSharedResource: { by: [owner], states: ['PAUSED'], to: 'LISTED' },
      withdrawSharedResource: {
        by: [owner],
        states: ['LISTED', 'PAUSED'],
        to: 'WITHDRAWN',
        check: ({ world, row }) => approvedAhead(world, row).length > 0 && 'INCOMPLETE',
      },
    },
  },
  AvailabilityWindow: {
    contract: 'sharing',
    singular: 'availabilityWindow',
    plural: 'availabilityWindows',
    columns: ['resourceId', 'weekday', 'opensAt', 'closesAt', 'validFrom', 'validTo'],
    rules: {},
  },
  Booking: {
    contract: 'sharing',
    singular: 'booking',
    plural: 'bookings',
    states: ['REQUESTED', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'REVOKED', 'COMPLETED', 'NOT_USED'],
    kept: ['changedAt', 'changedByOffice', 'reason'],
    columns: [
      'resourceId',
      'requesterId',
      'startsAt',
      'endsAt',
      'requestedAt',
      'purpose',
      'expectedHeadcount',
      'changedAt',
      'changedByOffice',
      'reason',
    ],
    rules: {
      requestBooking: {
        by: [anybody],
        creates: true,
        under: 'resourceId',
        states: ['LISTED'],
        to: 'REQUESTED',
        sample: ({ world }) => ({ ...hours(plusDays(world.today, 7), 10, 11), expectedHeadcount: 10 }),
        check: faultInRequest,
        change: ({ asker, world }) => ({ requesterId: asker.organization, requestedAt: world.now }),
      },
      approveBooking: { by: [owner], states: ['REQUESTED'], to: 'APPROVED', check: faultInApproval },
      declineBooking: { by: [owner], states: ['REQUESTED'], to: 'DECLINED', ...why },
      withdrawBooking: {
        by: [named('requesterId')],
        states: ['REQUESTED', 'APPROVED'],
        to: 'WITHDRAWN',
        check: ({ world, row }) => world.now >= row.startsAt && 'WRONG_TIME',
      },
      revokeBooking: {
        by: [owner],
        states: ['APPROVED'],
        to: 'REVOKED',
        ...why,
        check: ({ world, row }) => world.now >= row.endsAt && 'WRONG_TIME',
      },
      completeBooking: { by: [owner], states: ['APPROVED'], to: 'COMPLETED', check: notStarted },
      markBookingNotUsed: { by: [owner], states: ['APPROVED'], to: 'NOT_USED', check: notStarted },
    },
  },
};

/** Hours of a day in Asia/Shanghai. */
export function hours(day: string, from: number, until: number): { startsAt: string; endsAt: string } {
  const clock = (hour: number) => `${String(Math.floor(hour)).padStart(2, '0')}:${hour % 1 ? '30' : '00'}`;
  return { startsAt: at(day, clock(from)), endsAt: at(day, clock(until)) };
}

function notStarted({ world, row }: Taking) {
  return world.now < row.startsAt && 'WRONG_TIME';
}

function faultInRequest({ world, row, parent }: Taking) {
  if (row.endsAt <= row.startsAt || row.startsAt <= world.now || row.expectedHeadcount < 1)
    return 'INVALID_INPUT';
  if (!isOpen(world, parent!, row)) return 'NOT_OPEN';
  return lackOfRoom(parent!, row, approvedBeside(world, parent!, row));
}

function faultInApproval({ world, row }: Taking) {
  if (world.now >= row.endsAt) return 'WRONG_TIME';
  const resource = world.row(row.resourceId);
  return (
    unless(resource, ['LISTED', 'PAUSED']) ?? lackOfRoom(resource, row, approvedBeside(world, resource, row))
  );
}

function approvedBeside(world: World, resource: Row, { id, startsAt, endsAt }: Row): Row[] {
  const approved = world.of('Booking', { resourceId: resource.id, state: 'APPROVED' });
  return approved.filter((other) => other.id !== id && other.startsAt < endsAt && other.endsAt > startsAt);
}

function approvedAhead(world: World, resource: Row): Row[] {
  const approved = world.of('Booking', { resourceId: resource.id, state: 'APPROVED' });
  return approved.filter(({ endsAt }) => endsAt > world.now);
}

/** One at a time where it is lent to one; elsewhere nobody beyond its capacity, quarter of an hour by quarter of an hour. */
function lackOfRoom({ exclusive, capacity }: Row, stay: Row, others: readonly Row[]): string | null {
  if (exclusive && others.length > 0) return 'OVERLAPS';
  if (capacity == null) return null;
  for (let instant = Date.parse(stay.startsAt); instant < Date.parse(stay.endsAt); instant += 900_000) {
    const there = others.filter(
      ({ startsAt, endsAt }) => Date.parse(startsAt) <= instant && instant < Date.parse(endsAt),
    );
    const people = there.reduce(
      (sum, { expectedHeadcount }) => sum + expectedHeadcount,
      stay.expectedHeadcount,
    );
    if (people > capacity) return 'CAPACITY_EXCEEDED';
  }
  return null;
}

function noLongerFits({ world, row, input }: Taking) {
  const changed = { ...row, ...input };
  if (changed.capacity === 0) return 'INVALID_INPUT';
  const ahead = approvedAhead(world, row).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const lacks = ahead.map((booking) => lackOfRoom(changed, booking, approvedBeside(world, row, booking)));
  return lacks.find(Boolean) ?? null;
}

/** A resource without windows is open by arrangement. Bookings of the model lie within one day. */
function isOpen(world: World, resource: Row, { startsAt, endsAt }: Row): boolean {
  const windows = world.of('AvailabilityWindow', { resourceId: resource.id });
  if (windows.length === 0) return true;
  const day = dayOf(startsAt);
  const { kind, asWeekday } = world.calendar.get(day) ?? {};
  if (kind === 'HOLIDAY' && resource.holidayRule === 'BY_ARRANGEMENT') return true;
  if (kind === 'HOLIDAY' && resource.holidayRule === 'CLOSED') return false;
  const isWorked = kind === 'MAKE_UP_WORKDAY' && resource.holidayRule === 'CLOSED';
  const weekday = isWorked ? asWeekday : new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return windows.some(
    (window) =>
      window.weekday === weekday &&
      at(day, window.opensAt) <= startsAt &&
      endsAt <= at(day, window.closesAt) &&
      (!window.validFrom || window.validFrom <= day) &&
      (!window.validTo || day <= window.validTo),
  );
}

function replaceWindows({ world, row, input }: Taking): void {
  for (const window of world.of('AvailabilityWindow', { resourceId: row.id })) world.remove(window);
  for (const window of input.windows)
    world.add({
      ...window,
      type: 'AvailabilityWindow',
      home: row.home,
      state: null,
      steps: null,
      resourceId: row.id,
    });
}
