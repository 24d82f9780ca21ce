// Periods named relative to today in Asia/Shanghai, so that a question needs no dates to be asked.
import { registerEnumType } from 'type-graphql';
import { addDays, weekdayOf } from './clock';

export enum Period {
  TODAY = 'TODAY',
  THIS_WEEK = 'THIS_WEEK',
  NEXT_WEEK = 'NEXT_WEEK',
  LAST_MONTH = 'LAST_MONTH',
  THIS_MONTH = 'THIS_MONTH',
  NEXT_MONTH = 'NEXT_MONTH',
  LAST_QUARTER = 'LAST_QUARTER',
  THIS_QUARTER = 'THIS_QUARTER',
  LAST_YEAR = 'LAST_YEAR',
  THIS_YEAR = 'THIS_YEAR',
}

registerEnumType(Period, {
  name: 'Period',
  description: '相对今天（北京时间）的期间；周从周一开始。 A period relative to today in Asia/Shanghai; weeks begin on Monday.',
  valuesConfig: {
    TODAY: { description: '今天。 Today.' },
    THIS_WEEK: { description: '本周。 This week.' },
    NEXT_WEEK: { description: '下周。 Next week.' },
    LAST_MONTH: { description: '上月。 Last month.' },
    THIS_MONTH: { description: '本月。 This month.' },
    NEXT_MONTH: { description: '下月。 Next month.' },
    LAST_QUARTER: { description: '上季度。 Last quarter.' },
    THIS_QUARTER: { description: '本季度。 This quarter.' },
    LAST_YEAR: { description: '去年。 Last year.' },
    THIS_YEAR: { description: '今年。 This year.' },
  },
});

/** First and last day, both inside. */
export interface Days {
  from: string;
  to: string;
}

/** The days of a period, seen from `today`. */
export function daysOf(period: Period, today: string): Days {
  if (period === Period.TODAY) return { from: today, to: today };
  const [when, unit] = period.split('_') as ['LAST' | 'THIS' | 'NEXT', 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR'];
  const step = { LAST: -1, THIS: 0, NEXT: 1 }[when];
  if (unit === 'WEEK') return week(today, step);
  const months = { MONTH: 1, QUARTER: 3, YEAR: 12 }[unit];
  return monthSpan(today, months, step);
}

function week(today: string, step: number): Days {
  const from = addDays(today, 1 - weekdayOf(today) + 7 * step);
  return { from, to: addDays(from, 6) };
}

/** Spans of 1, 3 or 12 months that begin with the year. */
function monthSpan(today: string, months: number, step: number): Days {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const first = Math.floor((month - 1) / months) * months + step * months;
  return { from: firstOf(year, first), to: addDays(firstOf(year, first + months), -1) };
}

/** The first day of a month counted from January of `year` (0), across years. */
function firstOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
