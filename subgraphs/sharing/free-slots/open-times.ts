// When a resource is open on a day: its windows that recur on it, joined where they touch or overlap.
import type { AvailabilityWindow } from '../availability-window/availability-window';
import { recursOn } from '../recurrence/recurrence-rule';

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

function isOf(day: string, window: AvailabilityWindow): boolean {
  const { validFrom, validTo, opensAt, closesAt } = window;
  const isValid = (validFrom ?? day) <= day && day <= (validTo ?? day);
  return isValid && opensAt < closesAt && recursOn(day, window);
}

function byOpening(a: AvailabilityWindow, b: AvailabilityWindow): number {
  return a.opensAt < b.opensAt ? -1 : 1;
}
