// Models of questions 1 and 2: which venues are free, minute by minute.
import { organization, pageWithCursor } from './answer-parts';
import { beijingTime, nextWeek, shiftDay, storedTime, weekday } from './calendar';
import { inOrder } from './in-order';
import { coverage, rowsOf, type Row, type World } from './world';

const MINUTE = 60_000;

export function venuesFreeNextWeek(world: World) {
  const node = (venue: Row) => ({
    id: venue.id,
    name: venue.name,
    capacity: venue.capacity,
    exclusive: Boolean(venue.exclusive),
    provenance: venue.provenance,
    owner: organization(world, venue.home),
    freeSlots: freeSlots(world, venue),
  });
  return {
    sharedResources: {
      ...pageWithCursor(inOrder(listedVenues(world), 'name'), 100, node),
      coverage: coverage(world, 'sharing'),
    },
  };
}

/** Tomorrow from 9 to 11, for 30 people. */
export function venuesForPeopleAtATime(world: World) {
  const day = shiftDay(world.today, 1);
  const asked = { day, from: '09:00', until: '11:00', headcount: 30 };
  const venues = inOrder(
    listedVenues(world).filter((venue) => hasRoom(world, venue, asked)),
    'capacity',
  );
  const node = ({ id, name, capacity, provenance, home }: Row) => ({
    id,
    name,
    capacity,
    provenance,
    owner: organization(world, home),
  });
  return { sharedResources: { ...pageWithCursor(venues, 100, node), coverage: coverage(world, 'sharing') } };
}

function listedVenues(world: World): Row[] {
  return rowsOf(world, 'sharing_resource', ({ kind, state }) => kind === 'VENUE' && state === 'LISTED');
}

function windowsOf(world: World, venue: Row, day: string): Row[] {
  const valid = ({ validFrom, validTo }: Row) =>
    (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);
  const windows = rowsOf(
    world,
    'sharing_availability_window',
    (row) => row.resourceId === venue.id && row.weekday === weekday(day),
  );
  return inOrder(windows.filter(valid), 'opensAt');
}

function approved(world: World, venue: Row): Row[] {
  return rowsOf(
    world,
    'sharing_booking',
    ({ resourceId, state }) => resourceId === venue.id && state === 'APPROVED',
  );
}

/** People that still fit in at an instant; null when nobody does. `Infinity` for a venue without a stated capacity. */
function roomAt(venue: Row, bookings: readonly Row[], instant: number): number | null {
  const there = bookings.filter(
    ({ startsAt, endsAt }) => Date.parse(startsAt) <= instant && instant < Date.parse(endsAt),
  );
  if (venue.exclusive && there.length > 0) return null;
  if (venue.capacity === null) return Infinity;
  const left = there.reduce(
    (room, { expectedHeadcount }) => room - expectedHeadcount,
    venue.capacity as number,
  );
  return left > 0 ? left : null;
}

function hasRoom(
  world: World,
  venue: Row,
  { day, from, until, headcount }: { day: string; from: string; until: string; headcount: number },
): boolean {
  if (venue.capacity === null || venue.capacity < headcount) return false;
  if (!windowsOf(world, venue, day).some(({ opensAt, closesAt }) => opensAt <= from && closesAt >= until))
    return false;
  const bookings = approved(world, venue);
  return minutes(storedTime(day, from), storedTime(day, until)).every(
    (instant) => (roomAt(venue, bookings, instant) ?? 0) >= headcount,
  );
}

function freeSlots(world: World, venue: Row) {
  if (rowsOf(world, 'sharing_availability_window', ({ resourceId }) => resourceId === venue.id).length === 0)
    return null;
  const { first } = nextWeek(world.today);
  const bookings = approved(world, venue);
  return [0, 1, 2, 3, 4, 5, 6]
    .map((i) => shiftDay(first, i))
    .flatMap((day) =>
      windowsOf(world, venue, day).flatMap(({ opensAt, closesAt }) =>
        runs(venue, bookings, minutes(storedTime(day, opensAt), storedTime(day, closesAt))),
      ),
    );
}

function minutes(from: string, until: string): number[] {
  const start = Date.parse(from);
  return Array.from({ length: (Date.parse(until) - start) / MINUTE }, (_, i) => start + i * MINUTE);
}

/** Stretches of minutes with the same room. */
function runs(venue: Row, bookings: readonly Row[], instants: readonly number[]) {
  const stretches: { from: number; until: number; room: number }[] = [];
  for (const instant of instants) {
    const room = roomAt(venue, bookings, instant);
    if (room === null) continue;
    const last = stretches.at(-1);
    if (last?.until === instant && last.room === room) last.until = instant + MINUTE;
    else stretches.push({ from: instant, until: instant + MINUTE, room });
  }
  const shown = (instant: number) => beijingTime(new Date(instant).toISOString());
  return stretches.map(({ from, until, room }) => ({
    from: shown(from),
    until: shown(until),
    headcountLeft: room === Infinity ? null : room,
  }));
}
