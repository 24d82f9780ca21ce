// Whether there is room for a booking: an exclusive resource has one at a time, another no more people than it holds.
import type { EntityManager } from 'typeorm';
import { refusalOf, type Refusal } from '../../kit/workflow/refusal';
import { CapacityExceeded, Overlaps } from '../refusals';
import type { SharedResource } from '../shared-resource/shared-resource';
import { Booking } from '../booking/booking';

export type Stay = Pick<Booking, 'startsAt' | 'endsAt' | 'expectedHeadcount'> & { id?: string };

type Room = Pick<SharedResource, 'exclusive' | 'capacity'>;

/** Most bookings that a refusal names. */
const MAX_NAMED = 20;

/** The approved bookings of a resource that share an instant with a time, the earliest first. */
export function approvedDuring(
  manager: EntityManager,
  resourceId: string,
  { startsAt, endsAt, id }: Pick<Stay, 'startsAt' | 'endsAt' | 'id'>,
): Promise<Booking[]> {
  return manager
    .createQueryBuilder(Booking, 'b')
    .where("b.resourceId = :resourceId AND b.state = 'APPROVED'", { resourceId })
    .andWhere('b.startsAt < :endsAt AND b.endsAt > :startsAt', { startsAt, endsAt })
    .andWhere('b.id <> :id', { id: id ?? '' })
    .orderBy('b.startsAt')
    .addOrderBy('b.id')
    .getMany();
}

/** Why a stay has no room beside those that are approved; null when it has. */
export function lackOfRoom(room: Room, stay: Stay, approved: readonly Booking[]): Refusal | null {
  const bookingIds = approved.slice(0, MAX_NAMED).map(({ id }) => id);
  if (room.exclusive && approved.length > 0) return overlaps(bookingIds);
  if (room.capacity === null) return null;
  const { headcount, at } = fullest(stay, approved);
  const left = Math.max(0, room.capacity - headcount);
  return stay.expectedHeadcount > left
    ? tooMany({ bookingIds, capacity: room.capacity, headcountLeft: left, fullestAt: at })
    : null;
}

/** The most people at one instant of a time; that is its start, or the start of a booking inside it. */
export function fullest(
  stay: Pick<Stay, 'startsAt' | 'endsAt'>,
  bookings: readonly Stay[],
): { headcount: number; at: string } {
  const instants = [
    stay.startsAt,
    ...bookings
      .map(({ startsAt }) => startsAt)
      .filter((start) => start > stay.startsAt && start < stay.endsAt),
  ];
  const counted = instants.map((at) => ({ at, headcount: headcountAt(at, bookings) }));
  return counted.reduce((most, each) => (each.headcount > most.headcount ? each : most));
}

function headcountAt(instant: string, bookings: readonly Stay[]): number {
  const there = bookings.filter(({ startsAt, endsAt }) => startsAt <= instant && endsAt > instant);
  return there.reduce((sum, { expectedHeadcount }) => sum + expectedHeadcount, 0);
}

function overlaps(bookingIds: readonly string[]): Refusal {
  const sentence = {
    zh: '此时段已批准给别的预约；请换一个时段。',
    en: 'Another booking has been approved for this time; choose another time.',
  };
  return refusalOf(Overlaps, 'OVERLAPS', sentence, { bookingIds });
}

function tooMany(
  facts: Pick<CapacityExceeded, 'bookingIds' | 'capacity' | 'headcountLeft' | 'fullestAt'>,
): Refusal {
  const { capacity, headcountLeft } = facts;
  const sentence = {
    zh: `容量 ${capacity} 人，此时段最多还容得下 ${headcountLeft} 人；请减少人数或换一个时段。`,
    en: `It holds ${capacity} people and has room for ${headcountLeft} more during this time; bring fewer or choose another time.`,
  };
  return refusalOf(CapacityExceeded, 'CAPACITY_EXCEEDED', sentence, facts);
}
