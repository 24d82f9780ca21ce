// Days and times as the models of the questions count them, written apart from the graph's own calendar.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The day in Beijing at an instant. */
export function beijingDay(instant: string | Date): string {
  return new Date(new Date(instant).getTime() + 8 * HOUR).toISOString().slice(0, 10);
}

/** A stored time as an answer shows it. */
export function beijingTime(stored: string | null): string | null {
  if (stored === null) return null;
  const text = new Date(Date.parse(stored) + 8 * HOUR).toISOString().replace('Z', '+08:00');
  return text.replace('.000+', '+');
}

/** The stored time of a clock time in Beijing. */
export function storedTime(day: string, clock: string): string {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number];
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + hours * HOUR + minutes * 60_000).toISOString();
}

export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

export function daysFromTo(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** Monday is 1. */
export function weekday(day: string): number {
  return ((new Date(day).getUTCDay() + 6) % 7) + 1;
}

export interface Span {
  first: string;
  last: string;
}

export function nextWeek(today: string): Span {
  const first = shiftDay(today, 8 - weekday(today));
  return { first, last: shiftDay(first, 6) };
}

export function thisYear(today: string): Span {
  return { first: `${today.slice(0, 4)}-01-01`, last: `${today.slice(0, 4)}-12-31` };
}

export function nextMonth(today: string): Span {
  return months(today, monthOf(today) + 1, 1);
}

export function lastQuarter(today: string): Span {
  return months(today, Math.floor((monthOf(today) - 1) / 3) * 3 - 2, 3);
}

function monthOf(day: string): number {
  return Number(day.slice(5, 7));
}

/** `count` months from month `first` (January is 1, December of the year before is 0). */
function months(today: string, first: number, count: number): Span {
  const start = (month: number) =>
    new Date(Date.UTC(Number(today.slice(0, 4)), month - 1, 1)).toISOString().slice(0, 10);
  return { first: start(first), last: shiftDay(start(first + count), -1) };
}

/** Absent days lie in no span. */
export function within({ first, last }: Span, day: string | null): boolean {
  return day !== null && first <= day && day <= last;
}
