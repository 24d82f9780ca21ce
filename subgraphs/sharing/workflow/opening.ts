// Whether a resource is open during the whole of a time: within its windows, day by day in Asia/Shanghai.
import type { EntityManager } from 'typeorm';
import { addDays, dayAt, daysBetween, startOfDay } from '../../kit/clock';
import { refusalOf, type Refusal } from '../../kit/workflow/refusal';
import { invalidInput } from '../../kit/workflow/sentences';
import { AvailabilityWindow } from '../availability-window/availability-window';
import { readCalendar } from '../calendar/kept-calendar';
import { isHoliday, openTimes, type Calendar } from '../free-slots/open-times';
import { NotOpen } from '../refusals';
import type { SharedResource } from '../shared-resource/shared-resource';
import { timeOn } from '../shared-resource/vacancy';

interface Time {
  startsAt: string;
  endsAt: string;
}

/** The days that one booking may touch. */
const MAX_DAYS = 92;

/** A resource without windows is open by arrangement: its owner decides. */
export async function faultInTime(
  manager: EntityManager,
  { id, holidayRule }: Pick<SharedResource, 'id' | 'holidayRule'>,
  time: Time,
): Promise<Refusal | null> {
  const days = daysOf(time);
  if (days.length > MAX_DAYS)
    return invalidInput('endsAt', {
      zh: `一次最多预约 ${MAX_DAYS} 天。`,
      en: `a booking lasts ${MAX_DAYS} days at most.`,
    });
  const windows = await manager.findBy(AvailabilityWindow, { resourceId: id });
  if (windows.length === 0) return null;
  const calendar = { holidayRule, days: await readCalendar(manager, days) };
  const closed = days.find((day) => !isOpenOn(day, windows, time, calendar));
  return closed === undefined ? null : notOpen(closed);
}

function daysOf({ startsAt, endsAt }: Time): string[] {
  const [first, last] = [dayAt(new Date(startsAt)), dayAt(new Date(Date.parse(endsAt) - 1))];
  const count = Math.min(daysBetween(first, last), MAX_DAYS) + 1;
  return Array.from({ length: count }, (_, i) => addDays(first, i));
}

/** The part of the time that lies on a day is inside one opening of that day. */
function isOpenOn(
  day: string,
  windows: readonly AvailabilityWindow[],
  { startsAt, endsAt }: Time,
  calendar: Calendar,
): boolean {
  if (calendar.holidayRule === 'BY_ARRANGEMENT' && isHoliday(day, calendar)) return true; // its owner decides
  const [midnight, next] = [startOfDay(day), startOfDay(addDays(day, 1))];
  const from = startsAt > midnight ? startsAt : midnight;
  const until = endsAt < next ? endsAt : next;
  return openTimes(day, windows, calendar).some(
    (open) => timeOn(day, open.from) <= from && until <= timeOn(day, open.until),
  );
}

function notOpen(day: string): Refusal {
  const sentence = {
    zh: `${day} 的所求时段不在开放时段内；请先查询空闲时段。`,
    en: `On ${day} it is not open during the time asked for; look at its free times first.`,
  };
  return refusalOf(NotOpen, 'NOT_OPEN', sentence, { day });
}
