// The days and hours on which offices meet: no weekends, no public holidays of the solar calendar.
import { addDays, startOfDay, toStoredTime, weekdayOf } from '../../kit/clock';

/** 1 January, 1–2 May, 1–3 October. Days that the lunar calendar gives are left to whoever calls a meeting. */
const HOLIDAY = /-(01-01|05-0[12]|10-0[123])$/;

export function isOfficeDay(day: string): boolean {
  return weekdayOf(day) <= 5 && !HOLIDAY.test(day);
}

/** The day itself or the office day nearest to it, at most three days away; of two, the later one. */
export function nearestOfficeDay(day: string): string {
  for (let distance = 0; ; distance++) {
    const found = [addDays(day, distance), addDays(day, -distance)].find(isOfficeDay);
    if (found) return found;
  }
}

/** A clock time `HH:MM` of a day in Asia/Shanghai, as it is stored. */
export function timeOn(day: string, clock: string): string {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number];
  return toStoredTime(Date.parse(startOfDay(day)) + (hours * 60 + minutes) * 60_000);
}
