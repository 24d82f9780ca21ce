// Ranges in filters and arguments: days, times and whole numbers.
import { Field, InputType, Int } from 'type-graphql';
import { refuse } from '../../schema/codes';
import { addDays, startOfDay, toStoredTime } from './clock';
import { daysOf, Period } from './period';
import { DateTime, Day } from './scalar/scalars';

@InputType({ description: '日期范围，首尾都算；可用期间、日期或距今天数。 A range of days, both ends inside: by period, by day or by distance from today.' })
export class DayRange {
  @Field(() => Period, { nullable: true, description: '相对今天的期间，与其他字段不同用。 A period relative to today; not together with the others.' })
  period?: Period;
  @Field(() => Day, { nullable: true, description: '首日。 First day.' })
  from?: string;
  @Field(() => Day, { nullable: true, description: '末日。 Last day.' })
  to?: string;
  @Field(() => Int, { nullable: true, description: '首日距今天的天数，可为负。 First day as days from today, may be negative.' })
  fromOffset?: number;
  @Field(() => Int, { nullable: true, description: '末日距今天的天数，可为负。 Last day as days from today, may be negative.' })
  toOffset?: number;
}

@InputType({ description: '时间范围，含起点、不含终点。 A range of times: the start is inside, the end is not.' })
export class TimeRange {
  @Field(() => Period, { nullable: true, description: '相对今天的期间，与起止不同用。 A period relative to today; not together with the ends.' })
  period?: Period;
  @Field(() => DateTime, { nullable: true, description: '起点（含）。 Start, inside.' })
  from?: string;
  @Field(() => DateTime, { nullable: true, description: '终点（不含）。 End, not inside.' })
  before?: string;
}

@InputType({ description: '整数范围，首尾都算。 A range of whole numbers, both ends inside.' })
export class IntRange {
  @Field(() => Int, { nullable: true, description: '最小值。 Smallest.' })
  min?: number;
  @Field(() => Int, { nullable: true, description: '最大值。 Largest.' })
  max?: number;
}

/** Open ends are absent. */
export interface Bounds<T> {
  from?: T;
  /** Inside for days and numbers, outside for times. */
  to?: T;
}

/** Absolute days of a range. Throws BAD_RANGE. */
export function readDayRange(range: DayRange, today: string): Bounds<string> {
  if (range.period) {
    const others = [range.from, range.to, range.fromOffset, range.toOffset];
    if (others.some((other) => other != null)) throw badRange('period 与其他字段同时给出', 'period was given together with others');
    return daysOf(range.period, today);
  }
  const from = range.from ?? (range.fromOffset == null ? undefined : dayAway(today, range.fromOffset));
  const to = range.to ?? (range.toOffset == null ? undefined : dayAway(today, range.toOffset));
  return ordered({ from, to });
}

/** Absolute stored times of a range. Throws BAD_RANGE. */
export function readTimeRange(range: TimeRange, today: string): Bounds<string> {
  if (!range.period) {
    return ordered({ from: range.from && toStoredTime(range.from), to: range.before && toStoredTime(range.before) });
  }
  if (range.from != null || range.before != null) throw badRange('period 与起止同时给出', 'period was given together with ends');
  const days = daysOf(range.period, today);
  return { from: startOfDay(days.from), to: startOfDay(addDays(days.to, 1)) };
}

/** Throws BAD_RANGE when the end lies before the start. */
export function readIntRange(range: IntRange): Bounds<number> {
  return ordered({ from: range.min ?? undefined, to: range.max ?? undefined });
}

/** About 100 years either way is farther than any record of this graph. */
const MAX_DAYS_AWAY = 36_600;

function dayAway(today: string, days: number): string {
  if (Math.abs(days) > MAX_DAYS_AWAY) throw badRange(`天数 ${days} 超出 ±${MAX_DAYS_AWAY}`, `${days} days is beyond ±${MAX_DAYS_AWAY}`);
  return addDays(today, days);
}

function ordered<T extends string | number>(bounds: Bounds<T>): Bounds<T> {
  const { from, to } = bounds;
  if (from != null && to != null && to < from) throw badRange(`终点 ${to} 早于起点 ${from}`, `the end ${to} lies before the start ${from}`);
  return bounds;
}

function badRange(zh: string, en: string) {
  return refuse('BAD_RANGE', {
    zh: `范围不对：${zh}；请只给期间，或给先后有序的起止。`,
    en: `The range is wrong: ${en}; give either a period or ends in order.`,
  });
}
