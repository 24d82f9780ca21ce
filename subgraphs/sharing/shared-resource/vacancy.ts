// Which resources are open and have room during a time: a filter in SQL, for both databases.
import { Field, InputType, Int } from 'type-graphql';
import { refuse } from '../../../schema/codes';
import { dayAt, toStoredTime, weekdayOf } from '../../kit/clock';
import { condition, type Condition } from '../../kit/list/condition';
import { DateTime } from '../../kit/scalar/scalars';

@InputType('Vacancy', { description: '在一天内的时段里容纳若干人。 Room for a number of people during a time within one day.' })
export class VacancyInput {
  @Field(() => DateTime, { description: '开始。 Start.' })
  from!: string;
  @Field(() => DateTime, { description: '结束(与开始同一天)。 End, on the same day.' })
  until!: string;
  @Field(() => Int, { defaultValue: 1, description: '人数。 Number of people.' })
  headcount!: number;
}

export type Vacancy = Pick<VacancyInput, 'from' | 'until' | 'headcount'>;

/**
 * Open: a window of that weekday covers the time. Room: nobody has an approved booking of an exclusive resource, and at
 * no instant do the approved bookings of another one leave less than the headcount. A peak of overlapping intervals
 * lies at the start of the time or at the start of a booking inside it.
 */
export function canTakeDuring({ from, until, headcount }: Vacancy, alias: string): Condition {
  const [start, end] = [toStoredTime(from), toStoredTime(until)];
  const day = dayAt(new Date(start));
  if (end <= start || dayAt(new Date(Date.parse(end) - 1)) !== day) throw badTime();
  const clock = (time: string) => new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(11, 16);
  const closes = clock(end) === '00:00' ? '24:00' : clock(end);
  return condition(
    `(${alias}.capacity >= ? AND ${OPEN(alias)} AND ((${alias}.exclusive = 1 AND NOT EXISTS (${overlapping(alias)}))` +
      ` OR (${alias}.exclusive = 0 AND ${alias}.capacity - ${PEAK(alias)} >= ?)))`,
    headcount, weekdayOf(day), clock(start), closes, day, day,
    end, start,
    start, start, end, start, start, start, start,
    headcount,
  );
}

const OPEN = (alias: string) =>
  `EXISTS (SELECT 1 FROM sharing_availability_window w WHERE w.resourceId = ${alias}.id AND w.weekday = ?` +
  ` AND w.opensAt <= ? AND w.closesAt >= ? AND (w.validFrom IS NULL OR w.validFrom <= ?) AND (w.validTo IS NULL OR w.validTo >= ?))`;

const overlapping = (alias: string) =>
  `SELECT 1 FROM sharing_booking b WHERE b.resourceId = ${alias}.id AND b.state = 'APPROVED' AND b.startsAt < ? AND b.endsAt > ?`;

/** Most people at one instant; an instant is the later of the start asked for and a booking's start. */
const PEAK = (alias: string) =>
  `COALESCE((SELECT MAX((SELECT SUM(c.expectedHeadcount) FROM sharing_booking c WHERE c.resourceId = ${alias}.id AND c.state = 'APPROVED'` +
  ` AND c.startsAt <= CASE WHEN b.startsAt > ? THEN b.startsAt ELSE ? END AND c.startsAt < ? AND c.endsAt > ?` +
  ` AND c.endsAt > CASE WHEN b.startsAt > ? THEN b.startsAt ELSE ? END))` +
  ` FROM sharing_booking b WHERE b.resourceId = ${alias}.id AND b.state = 'APPROVED' AND b.endsAt > ?), 0)`;

function badTime() {
  return refuse('BAD_RANGE', {
    zh: '时段不对:结束应晚于开始,且在同一天(北京时间)。',
    en: 'The time is wrong: the end must come after the start, on the same day in Asia/Shanghai.',
  });
}
