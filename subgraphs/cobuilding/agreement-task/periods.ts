// The periods of a recurring task, by the rules of RFC 5545.
import { datetime, Frequency, RRule } from 'rrule';
import { addDays } from '../../kit/clock';
import type { Recurrence } from '../recurrence';

export interface Period {
  firstDay: string;
  lastDay: string;
}

const RULES: Record<keyof typeof Recurrence, { freq: Frequency; interval: number }> = {
  WEEKLY: { freq: RRule.WEEKLY, interval: 1 },
  MONTHLY: { freq: RRule.MONTHLY, interval: 1 },
  EVERY_TWO_MONTHS: { freq: RRule.MONTHLY, interval: 2 },
  QUARTERLY: { freq: RRule.MONTHLY, interval: 3 },
  HALF_YEARLY: { freq: RRule.MONTHLY, interval: 6 },
  YEARLY: { freq: RRule.MONTHLY, interval: 12 },
};

/** Those that begin by `until`, of a term from `from` to `to`; the last one ends with the term. */
export function periodsOf(
  recurrence: keyof typeof Recurrence,
  term: { from: string; to: string },
  until: string,
): Period[] {
  const starts = startsOf(recurrence, term);
  return starts
    .map((firstDay, i) => ({ firstDay, lastDay: starts[i + 1] ? addDays(starts[i + 1]!, -1) : term.to }))
    .filter(({ firstDay }) => firstDay <= until);
}

function startsOf(recurrence: keyof typeof Recurrence, { from, to }: { from: string; to: string }): string[] {
  const rule = new RRule({
    ...RULES[recurrence],
    ...dayOfMonth(recurrence, from),
    dtstart: at(from),
    until: at(to),
  });
  return rule.all().map((start) => start.toISOString().slice(0, 10));
}

/** A month that has no 31st begins a period on its last day, instead of none. */
function dayOfMonth(recurrence: keyof typeof Recurrence, from: string): object {
  const day = Number(from.slice(8));
  if (recurrence === 'WEEKLY' || day <= 28) return {};
  return { bymonthday: [28, 29, 30, 31].filter((each) => each <= day), bysetpos: -1 };
}

/** The library's days are in UTC, whatever zone they are meant in. */
function at(day: string): Date {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return datetime(year, month, date);
}
