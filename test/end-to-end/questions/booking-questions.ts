// Models of questions 3 and 4: bookings that wait, and what became of those of last quarter.
import { groups, organization, pageWithCursor, sum } from './answer-parts';
import { beijingDay, beijingTime, daysFromTo, lastQuarter, within } from './calendar';
import { inOrder } from './in-order';
import { coverage, rowById, rowsOf, type Row, type World } from './world';

export function bookingsWaiting(world: World) {
  const waiting = inOrder(
    rowsOf(world, 'sharing_booking', ({ state }) => state === 'REQUESTED'),
    'requestedAt',
  );
  const node = (booking: Row) => ({
    id: booking.id,
    requestedAt: beijingTime(booking.requestedAt),
    waitingDays: daysFromTo(beijingDay(booking.requestedAt), world.today),
    startsAt: beijingTime(booking.startsAt),
    expectedHeadcount: booking.expectedHeadcount,
    provenance: booking.provenance,
    requester: organization(world, booking.requesterId),
    resource: resource(world, booking.resourceId),
  });
  return { bookings: { ...pageWithCursor(waiting, 100, node), coverage: coverage(world, 'sharing') } };
}

export function useOfResourcesLastQuarter(world: World) {
  const quarter = lastQuarter(world.today);
  const ended = rowsOf(
    world,
    'sharing_booking',
    ({ state, startsAt }) =>
      ['COMPLETED', 'REVOKED', 'NOT_USED'].includes(state as string) && within(quarter, beijingDay(startsAt)),
  );
  const figures = (rows: Row[]) => ({
    expectedHeadcount: sum(rows, 'expectedHeadcount'),
    state: rows[0]!.state,
    provenance: rows[0]!.provenance,
    resource: resource(world, rows[0]!.resourceId),
  });
  return {
    bookingSummary: {
      count: ended.length,
      coverage: coverage(world, 'sharing'),
      groups: groups(ended, ['resourceId', 'state', 'provenance'], figures),
    },
  };
}

function resource(world: World, id: string) {
  const row = rowById(world, 'sharing_resource', id);
  return row && { id, name: row.name, owner: organization(world, row.home) };
}
