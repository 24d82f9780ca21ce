// The recurrence of an opening window by RFC 5545: read from an RRULE, written as one, and asked whether a day is of it.
import { datetime, RRule, Weekday, type Options } from 'rrule';
import type { Sentence } from '../../../schema/codes';
import { addDays, daysBetween, weekdayOf } from '../../kit/clock';

/** A day of the week, of each week or of some. */
export interface Recurrence {
  /** 1 is Monday and 7 is Sunday. */
  weekday: number;
  /** 1 to 5, or -1 for the last of the month. */
  weekOfMonth: number | null;
  everyWeeks: number | null;
}

export interface Recurring extends Recurrence {
  validFrom: string | null;
}

const PARTS = ['freq', 'interval', 'byweekday', 'wkst'];
const MOST_WEEKS = 52;

/** A recurrence for each day that the rule names, or what is wrong with it. */
export function readRule(text: string): Recurrence[] | Sentence {
  const rule = parsed(text);
  if (!rule || Object.keys(rule).some((part) => !PARTS.includes(part))) return NOT_A_RULE;
  const days = [rule.byweekday ?? []].flat().filter((day) => day instanceof Weekday);
  const interval = rule.interval ?? 1;
  if (days.length === 0 || (rule.wkst instanceof Weekday && rule.wkst.weekday !== 0)) return NOT_A_RULE;
  if (rule.freq === RRule.MONTHLY)
    return interval === 1 && days.every(({ n }) => isWeekOfMonth(n)) ? days.map(monthly) : NOT_A_RULE;
  const isWeekly = rule.freq === RRule.WEEKLY && interval >= 1 && interval <= MOST_WEEKS;
  return isWeekly && days.every(({ n }) => !n) ? days.map((day) => weekly(day, interval)) : NOT_A_RULE;
}

function parsed(text: string): Partial<Options> | null {
  try {
    return RRule.parseString(text.replace(/^RRULE:/i, ''));
  } catch {
    return null;
  }
}

function isWeekOfMonth(n: number | undefined): boolean {
  return n !== undefined && (n === -1 || (n >= 1 && n <= 5));
}

function monthly({ weekday, n }: Weekday): Recurrence {
  return { weekday: weekday + 1, weekOfMonth: n!, everyWeeks: null };
}

function weekly({ weekday }: Weekday, interval: number): Recurrence {
  return { weekday: weekday + 1, weekOfMonth: null, everyWeeks: interval === 1 ? null : interval };
}

/** e.g. `FREQ=WEEKLY;BYDAY=MO`, `FREQ=MONTHLY;BYDAY=+1SA`. */
export function writeRule(recurrence: Recurrence): string {
  return RRule.optionsToString(optionsOf(recurrence)).replace('RRULE:', '');
}

function optionsOf({ weekday, weekOfMonth, everyWeeks }: Recurrence): Partial<Options> {
  if (weekOfMonth) return { freq: RRule.MONTHLY, byweekday: [new Weekday(weekday - 1, weekOfMonth)] };
  const byweekday = [new Weekday(weekday - 1)];
  return everyWeeks
    ? { freq: RRule.WEEKLY, interval: everyWeeks, byweekday }
    : { freq: RRule.WEEKLY, byweekday };
}

/** Whether a day from `validFrom` on is of the rule. Weeks begin on Monday. */
export function recursOn(day: string, recurring: Recurring): boolean {
  const { weekday, weekOfMonth, everyWeeks } = recurring;
  if (weekdayOf(day) !== weekday) return false;
  if (weekOfMonth === null && everyWeeks === null) return true;
  const rule = new RRule({ ...optionsOf(recurring), dtstart: at(startNear(day, recurring)), wkst: RRule.MO });
  return rule.between(at(day), at(day), true).length > 0;
}

/** The library counts from the start: years of weeks are left out by whole intervals. */
function startNear(day: string, { everyWeeks, validFrom }: Recurring): string {
  if (!everyWeeks || !validFrom) return day;
  const interval = everyWeeks * 7;
  return addDays(validFrom, Math.floor(daysBetween(validFrom, day) / interval) * interval);
}

/** A Monday of long ago. */
const FIRST_MONDAY = '1970-01-05';

/** Weeks since one of long ago; weeks begin on Monday. */
export function weekNumber(day: string): number {
  return Math.floor(daysBetween(FIRST_MONDAY, day) / 7);
}

/** Which such day of its month a day is, counted from the first and from the last. */
export function weeksOfMonth(day: string): [number, number] {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return [Math.ceil(date / 7), -Math.ceil((last - date + 1) / 7)];
}

/** The library's days are in UTC, whatever zone they are meant in. */
function at(day: string): Date {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return datetime(year, month, date);
}

const NOT_A_RULE: Sentence = {
  zh: '重复规则应为每周（如 FREQ=WEEKLY;BYDAY=MO,WE，隔周加 INTERVAL=2）或每月第几个周几（如 FREQ=MONTHLY;BYDAY=1SA、-1FR）；起止日期写在有效期里。',
  en: 'the rule is weekly (FREQ=WEEKLY;BYDAY=MO,WE, with INTERVAL=2 every other week) or of certain weekdays of the month (FREQ=MONTHLY;BYDAY=1SA or -1FR); its first and last day are those of its validity.',
};
