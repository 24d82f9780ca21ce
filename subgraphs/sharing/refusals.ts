// Why a step of the contract `sharing` was not taken, beside the reasons that every contract has.
import { Field, Int } from 'type-graphql';
import { defineMethod } from '../kit/noun/define-method';
import { Refusal, RefusalType } from '../kit/workflow/refusal';
import { DateTime } from '../kit/scalar/scalars';
import { loadRow } from '../kit/sql/load-row';
import { specOf, type Class } from '../kit/noun/spec';
import { Booking } from './booking/booking';

/** Bookings are kept by their ids and shown as they are. */
interface WithBookings {
  bookingIds: readonly string[];
}

@RefusalType('与已批准的预约冲突。 Overlaps approved bookings.')
export class Overlaps extends Refusal implements WithBookings {
  bookingIds!: readonly string[];
}

@RefusalType('超过容量。 More people than there is room for.')
export class CapacityExceeded extends Refusal implements WithBookings {
  bookingIds!: readonly string[];

  @Field(() => Int, { description: '容量，人。 Capacity in people.' })
  capacity!: number;

  @Field(() => Int, {
    description: '最挤时还容得下的人数。 People there is still room for at the fullest instant.',
  })
  headcountLeft!: number;

  @Field(() => DateTime, { nullable: true, description: '最挤的时刻。 The fullest instant.' })
  fullestAt!: string | null;
}

@RefusalType('不在开放时段内。 The resource is not open then.')
export class NotOpen extends Refusal {
  @Field(() => String, { nullable: true, description: '哪一天不开放。 A day on which it is not open.' })
  day!: string | null;
}

for (const refusal of [Overlaps, CapacityExceeded] as Class<WithBookings>[])
  defineMethod<WithBookings>(refusal, 'bookings', {
    type: () => [Booking],
    description: '冲突的预约，最多 20 个。 The bookings in the way, 20 at most.',
    directives: ['@local'],
    resolve: async ({ bookingIds }, context) => {
      const bookings = await Promise.all(bookingIds.map((id) => loadRow(context, specOf(Booking), id)));
      return bookings.filter((booking) => booking !== null);
    },
  });

export const SHARING_REFUSALS: Class[] = [Overlaps, CapacityExceeded, NotOpen];
