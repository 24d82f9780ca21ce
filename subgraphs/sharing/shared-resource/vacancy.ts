// Which resources are open and have room during a time: a filter in SQL, for both databases.
import { Field, InputType, Int } from 'type-graphql';
import { quote, refuse } from '../../../schema/codes';
import { startOfDay, toStoredTime, weekdayOf } from '../../kit/clock';
import { condition, type Condition } from '../../kit/sql/condition';
import { readDayRange } from '../../kit/ranges';
import { Day } from '../../kit/scalar/scalars';
import { weekNumber, weeksOfMonth } from '../recurrence/recurrence-rule';

@InputType('Vacancy', { description: '在一天内的时段里容纳若干人。 Room for a number of people during a time within one day.' })
export class VacancyInput {
  @Field(() => Day, { nullable: true, description: '哪天；不给则用 dayOffset。 The day; without it dayOffset counts.' })
  day?: string | null;
  @Field(() => Int, { nullable: true, description: '距今天的天数，默认 0 即今天。 Days from today, 0 by default.' })
  dayOffset?: number | null;
  @Field(() => String, { description: '开始,HH:MM。 Start, HH:MM.' })
  from!: string;
  @Field(() => String, { description: '结束,HH:MM,最晚 24:00。 End, HH:MM, 24:00 at the latest.' })
  until!: string;
  @Field(() => Int, { defaultValue: 1, description: '人数。 Number of people.' })
  headcount!: number;
}

export type Vacancy = Pick<VacancyInput, 'day' | 'dayOffset' | 'from' | 'until' | 'headcount'>;

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/**
 * Open: the resource is listed, and the windows that recur on that day together cover the time. Room: nobody has an approved booking of an exclusive resource, and at
 * no instant do the approved bookings of another one leave less than the headcount. A peak of overlapping intervals
 * lies at the start of the time or at the start of a booking inside it.
 */
export function canTakeDuring({ day: asked, dayOffset, from, until, headcount }: Vacancy, alias: string, today: string): Condition {
  for (const clock of [from, until]) if (!CLOCK.test(clock)) throw badClock(clock);
  if (until <= from) throw badTime(from, until);
  if (headcount < 1) throw badHeadcount(headcount);
  const day = asked ?? readDayRange({ fromOffset: dayOffset ?? 0 }, today).from!;
  const [start, end] = [timeOn(day, from), timeOn(day, until)];
  const ofDay = [day, day, day, day, weekdayOf(day), ...weeksOfMonth(day), weekNumber(day)];
  return condition(
    `(${alias}.state = 'LISTED' AND ${alias}.capacity >= ? AND ${BY_HOLIDAY_RULE(alias)} AND ${OPEN(alias)} AND ((${alias}.exclusive = 1 AND NOT EXISTS (${overlapping(alias)}))` +
      ` OR (${alias}.exclusive = 0 AND ${alias}.capacity - ${PEAK(alias)} >= ?)))`,
    headcount,
    day,
    ...[...ofDay, from, from, ...ofDay, from, until, ...ofDay],
    ...[end, start],
    ...[start, start, end, start, start, start, start, end],
    headcount,
  );
}

/** A clock time of a day in Asia/Shanghai as stored text; `24:00` is the next day. */
export function timeOn(day: string, clock: string): string {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number];
  return toStoredTime(Date.parse(startOfDay(day)) + (hours * 60 + minutes) * 60_000);
}

/** A window is open at the start, and wherever one closes before the end another is open. */
const OPEN = (alias: string) =>
  `EXISTS (${windowOfDay(alias, 'w')} AND w.opensAt <= ? AND w.closesAt > ?)` +
  ` AND NOT EXISTS (${windowOfDay(alias, 'v')} AND v.closesAt > ? AND v.closesAt < ?` +
  ` AND NOT EXISTS (${windowOfDay(alias, 'w')} AND w.opensAt <= v.closesAt AND w.closesAt > v.closesAt))`;

const windowOfDay = (alias: string, window: string) =>
  `SELECT 1 FROM sharing_availability_window ${window} WHERE ${window}.resourceId = ${alias}.id` +
  ` AND (${window}.validFrom IS NULL OR ${window}.validFrom <= ?) AND (${window}.validTo IS NULL OR ${window}.validTo >= ?)` +
  ` AND CASE WHEN ${alias}.holidayRule = 'CLOSED' AND EXISTS (${CALENDAR_DAY('MAKE_UP_WORKDAY')})` +
  ` THEN ${window}.weekday = (SELECT k.asWeekday FROM sharing_kept_calendar k WHERE k.day = ?) AND ${window}.weekOfMonth IS NULL AND ${window}.everyWeeks IS NULL` +
  ` ELSE ${window}.weekday = ? AND (${window}.weekOfMonth IS NULL OR ${window}.weekOfMonth IN (?, ?))` +
  ` AND (${window}.everyWeeks IS NULL OR ? % ${window}.everyWeeks = ${window}.weekPhase) END`;

const CALENDAR_DAY = (kind: string) =>
  `SELECT 1 FROM sharing_kept_calendar k WHERE k.day = ? AND k.kind = '${kind}'`;

/** Open as usual, or not a holiday. */
const BY_HOLIDAY_RULE = (alias: string) =>
  `(${alias}.holidayRule IS NULL OR ${alias}.holidayRule = 'OPEN' OR NOT EXISTS (${CALENDAR_DAY('HOLIDAY')}))`;

const overlapping = (alias: string) =>
  `SELECT 1 FROM sharing_booking b WHERE b.resourceId = ${alias}.id AND b.state = 'APPROVED' AND b.startsAt < ? AND b.endsAt > ?`;

/** Most people at one instant; an instant is the later of the start asked for and a booking's start. */
const PEAK = (alias: string) =>
  `COALESCE((SELECT MAX((SELECT SUM(c.expectedHeadcount) FROM sharing_booking c WHERE c.resourceId = ${alias}.id AND c.state = 'APPROVED'` +
  ` AND c.startsAt <= CASE WHEN b.startsAt > ? THEN b.startsAt ELSE ? END AND c.startsAt < ? AND c.endsAt > ?` +
  ` AND c.endsAt > CASE WHEN b.startsAt > ? THEN b.startsAt ELSE ? END))` +
  ` FROM sharing_booking b WHERE b.resourceId = ${alias}.id AND b.state = 'APPROVED' AND b.endsAt > ? AND b.startsAt < ?), 0)`;

function badClock(clock: string) {
  return refuse('BAD_TIME', {
    zh: `${quote(clock)} 不是有效的钟点；应为 HH:MM，例如 09:00，最晚 24:00。`,
    en: `${quote(clock)} is not a clock time; expected HH:MM, e.g. 09:00, 24:00 at the latest.`,
  });
}

function badTime(from: string, until: string) {
  return refuse('BAD_RANGE', {
    zh: `时段不对：结束 ${until} 应晚于开始 ${from}。`,
    en: `The time is wrong: the end ${until} must come after the start ${from}.`,
  });
}

function badHeadcount(headcount: number) {
  return refuse('BAD_RANGE', {
    zh: `人数 ${headcount} 不对；应至少为 1。`,
    en: `The headcount ${headcount} is wrong; it should be 1 at least.`,
  });
}
