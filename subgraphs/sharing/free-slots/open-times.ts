// When a resource is open on a day: its windows of that weekday, joined where they touch or overlap.
import { weekdayOf } from '../../kit/clock';
import type { AvailabilityWindow } from '../availability-window/availability-window';

/** Clock times, HH:MM. */
export interface OpenTime {
  from: string;
  until: string;
}

export function openTimes(day: string, windows: readonly AvailabilityWindow[]): OpenTime[] {
  const times: OpenTime[] = [];
  for (const { opensAt, closesAt } of windows.filter((window) => isOf(day, window)).sort(byOpening)) {
    const previous = times.at(-1);
    if (!previous || previous.until < opensAt) times.push({ from: opensAt, until: closesAt });
    else if (previous.until < closesAt) previous.until = closesAt;
  }
  return times;
}

function isOf(day: string, { weekday, validFrom, validTo, opensAt, closesAt }: AvailabilityWindow): boolean {
  return (
    weekday === weekdayOf(day) && (validFrom ?? day) <= day && day <= (validTo ?? day) && opensAt < closesAt
  );
}

function byOpening(a: AvailabilityWindow, b: AvailabilityWindow): number {
  return a.opensAt < b.opensAt ? -1 : 1;
}
