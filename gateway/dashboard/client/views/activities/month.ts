// The month of joint activities: its days in whole weeks, from Monday, each with what takes place.
import { addDays, weekdayOf } from '../../words/write-figures';
import type { Activity } from './figures';

export interface MonthDay {
  day: string;
  isInMonth: boolean;
  activities: Activity[];
}

/** The month after the day of the answer: what the graph calls NEXT_MONTH. */
export function nextMonth(asOf: string): string {
  const [year, month] = asOf.slice(0, 7).split('-').map(Number) as [number, number];
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
}

export function monthDays(month: string, activities: readonly Activity[]): MonthDay[] {
  const first = `${month}-01`;
  const days: MonthDay[] = [];
  for (let day = addDays(first, -daysAfterMonday(first)); isWanted(day); day = addDays(day, 1))
    days.push({
      day,
      isInMonth: day.startsWith(month),
      activities: activities.filter((each) => dayOf(each) === day),
    });
  return days;

  function isWanted(day: string): boolean {
    return day.slice(0, 7) <= month || daysAfterMonday(day) !== 0;
  }
}

export function dayOf({ startsOn, startsAt }: Activity): string | null {
  return startsOn ?? startsAt?.slice(0, 10) ?? null;
}

function daysAfterMonday(day: string): number {
  return (weekdayOf(day) + 6) % 7;
}
