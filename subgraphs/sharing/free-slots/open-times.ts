// When a resource is open on a day: its windows that recur on it, by the public calendar, joined where they touch or overlap.
import type { AvailabilityWindow } from '../availability-window/availability-window';
import type { KeptCalendarDay } from '../calendar/kept-calendar';
import { recursOn } from '../recurrence/recurrence-rule';
import type { HolidayRule } from '../shared-resource/resource-choices';

/** Clock times, HH:MM. */
export interface OpenTime {
  from: string;
  until: string;
}

/** The public calendar over some days, and how a resource goes by it. */
export interface Calendar {
  holidayRule: keyof typeof HolidayRule | null;
  days: ReadonlyMap<string, KeptCalendarDay>;
}

export function openTimes(
  day: string,
  windows: readonly AvailabilityWindow[],
  calendar: Calendar,
): OpenTime[] {
  if (isHoliday(day, calendar) && calendar.holidayRule !== 'OPEN' && calendar.holidayRule !== null) return [];
  const times: OpenTime[] = [];
  const ofDay = windows.filter((window) => isOf(day, window, weekdayInstead(day, calendar)));
  for (const { opensAt, closesAt } of ofDay.sort(byOpening)) {
    const previous = times.at(-1);
    if (!previous || previous.until < opensAt) times.push({ from: opensAt, until: closesAt });
    else if (previous.until < closesAt) previous.until = closesAt;
  }
  return times;
}

export function isHoliday(day: string, { days }: Calendar): boolean {
  return days.get(day)?.kind === 'HOLIDAY';
}

/** What goes by the public calendar is open on a make-up workday as on the weekday that it stands for. */
function weekdayInstead(day: string, { holidayRule, days }: Calendar): number | null {
  const kept = days.get(day);
  return holidayRule === 'CLOSED' && kept?.kind === 'MAKE_UP_WORKDAY' ? kept.asWeekday : null;
}

function isOf(day: string, window: AvailabilityWindow, instead: number | null): boolean {
  const { weekday, weekOfMonth, everyWeeks, validFrom, validTo, opensAt, closesAt } = window;
  const isValid = (validFrom ?? day) <= day && day <= (validTo ?? day) && opensAt < closesAt;
  if (instead !== null) return isValid && weekday === instead && weekOfMonth === null && everyWeeks === null;
  return isValid && recursOn(day, window);
}

function byOpening(a: AvailabilityWindow, b: AvailabilityWindow): number {
  return a.opensAt < b.opensAt ? -1 : 1;
}
