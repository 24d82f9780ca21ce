// When a resource is still free: its weekly windows less its approved bookings, day by day.
import type DataLoader from 'dataloader';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { refuse } from '../../../schema/codes';
import { addDays, daysBetween, startOfDay } from '../../kit/clock';
import { groupBy } from '../../kit/group-by';
import { inList } from '../../kit/sql/condition';
import { defineMethod } from '../../kit/noun/define-method';
import { DayRange, readDayRange } from '../../kit/ranges';
import { refuseInvalid } from '../../kit/scalar/invalid';
import { createBatch, type RequestContext } from '../../kit/request-context';
import { DateTime } from '../../kit/scalar/scalars';
import { AvailabilityWindow } from '../availability-window/availability-window';
import { Booking } from '../booking/booking';
import { SharedResource } from '../shared-resource/shared-resource';
import { timeOn } from '../shared-resource/vacancy';
import { readCalendar, type KeptCalendarDay } from '../calendar/kept-calendar';
import { openTimes, type Calendar } from './open-times';

@ObjectType({ description: '一段空闲时间。 A free time.', simpleResolvers: true })
export class FreeSlot {
  @Field(() => DateTime, { description: '开始。 Start.' })
  from!: string;
  @Field(() => DateTime, { description: '结束。 End.' })
  until!: string;
  @Field(() => Int, { nullable: true, description: '还容得下的人数；容量未知为空。 People there is still room for; null when the capacity is not known.' })
  headcountLeft!: number | null;
}

@ArgsType()
export class FreeSlotsArgs {
  @Field(() => DayRange, { description: '哪些天，最多 92 天。 The days, 92 at most.' })
  days!: DayRange;
}

/** The days of one answer. */
const MAX_DAYS = 92;

defineMethod<SharedResource, FreeSlotsArgs>(SharedResource, 'freeSlots', {
  type: () => [FreeSlot],
  description: '空闲时段：开放时段减去已批准的预约；未开放为空列表，未登记开放时段为空值。 Free times: windows less approved bookings; an empty list when not open, null when no windows are registered.',
  args: FreeSlotsArgs,
  resolve: async (resource, context, _info, { days }) => {
    refuseInvalid(days);
    const { from, to } = readDays(days, context.today);
    if (daysBetween(from, to) >= MAX_DAYS) throw tooLong();
    const windows = await windowsOf(context).load(resource.id);
    if (windows.length === 0) return null;
    if (resource.state !== 'LISTED') return [];
    const bookings = await bookingsOf(context, from, to).load(resource.id);
    const calendar = { holidayRule: resource.holidayRule, days: await calendarOf(context, from, to) };
    return daysFrom(from, to).flatMap((day) => freeOn(day, resource, { windows, bookings, calendar }));
  },
});

/** A week from the first day where no end is given, from today where there is no beginning. */
function readDays(days: DayRange, today: string): { from: string; to: string } {
  const { from = today, to = addDays(from, 6) } = readDayRange(days, today);
  readDayRange({ from, to }, today);
  return { from, to };
}

function windowsOf(context: RequestContext): DataLoader<string, AvailabilityWindow[]> {
  return context.batch('windows', () => createBatch(async (ids: readonly string[]) => {
    const { sql, parameters } = inList('t.resourceId', ids);
    const rows = await context.manager.createQueryBuilder(AvailabilityWindow, 't').where(sql, parameters).getMany();
    return ofEach(ids, rows);
  }));
}

function bookingsOf(context: RequestContext, from: string, to: string): DataLoader<string, Booking[]> {
  const [start, end] = [startOfDay(from), startOfDay(addDays(to, 1))];
  return context.batch(`bookings:${from}:${to}`, () => createBatch(async (ids: readonly string[]) => {
    const { sql, parameters } = inList('t.resourceId', ids);
    const rows = await context.manager.createQueryBuilder(Booking, 't').where(sql, parameters)
      .andWhere("t.state = 'APPROVED' AND t.startsAt < :end AND t.endsAt > :start", { start, end }).getMany();
    return ofEach(ids, rows);
  }));
}

/** Once for all resources of an answer. */
function calendarOf(context: RequestContext, from: string, to: string): Promise<Map<string, KeptCalendarDay>> {
  const read = async (asked: readonly string[]) => {
    const calendar = await readCalendar(context.manager, daysFrom(from, to));
    return asked.map(() => calendar);
  };
  return context.batch(`calendar:${from}:${to}`, () => createBatch(read)).load('');
}

function ofEach<R extends { resourceId: string }>(ids: readonly string[], rows: R[]): R[][] {
  const byResource = groupBy(rows, (row) => row.resourceId);
  return ids.map((id) => byResource.get(id) ?? []);
}

function daysFrom(from: string, to: string): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));
}

interface Times {
  windows: AvailabilityWindow[];
  bookings: Booking[];
  calendar: Calendar;
}

function freeOn(day: string, resource: SharedResource, { windows, bookings, calendar }: Times): FreeSlot[] {
  return openTimes(day, windows, calendar).flatMap(({ from, until }) => freeIn(timeOn(day, from), timeOn(day, until), resource, bookings));
}

/** Cuts a window where bookings begin and end, keeps the pieces with room and joins neighbours with equal room. */
export function freeIn(from: string, until: string, resource: Pick<SharedResource, 'exclusive' | 'capacity'>, bookings: Pick<Booking, 'startsAt' | 'endsAt' | 'expectedHeadcount'>[]): FreeSlot[] {
  const inside = bookings.filter((booking) => booking.startsAt < until && booking.endsAt > from);
  const cuts = [...new Set([from, until, ...inside.flatMap((booking) => [booking.startsAt, booking.endsAt])])]
    .filter((cut) => cut >= from && cut <= until)
    .sort();
  const slots: FreeSlot[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i]!, cuts[i + 1]!];
    const taken = inside.filter((booking) => booking.startsAt < end && booking.endsAt > start);
    if (resource.exclusive && taken.length > 0) continue;
    const headcountLeft = resource.capacity === null ? null : resource.capacity - taken.reduce((sum, booking) => sum + booking.expectedHeadcount, 0);
    if (headcountLeft !== null && headcountLeft <= 0) continue;
    const previous = slots.at(-1);
    if (previous?.until === start && previous.headcountLeft === headcountLeft) previous.until = end;
    else slots.push({ from: start, until: end, headcountLeft });
  }
  return slots;
}

function tooLong() {
  return refuse('TOO_MANY', {
    zh: `空闲时段最多查询 ${MAX_DAYS} 天；请缩短范围。`,
    en: `Free times are answered for ${MAX_DAYS} days at most; ask for fewer.`,
  });
}
