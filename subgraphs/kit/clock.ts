// Days and times as this graph keeps them: days in Asia/Shanghai, times stored as UTC text of fixed width.
import { SHANGHAI_OFFSET_MS } from '../../schema/shanghai-time';

const DAY_MS = 86_400_000;

/** A day that exists, of a year from 0001 to 9998: the days around it, and its instants in UTC, have four-digit years too. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match || match[1] === '0000' || match[1] === '9999') return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function isTime(text: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i.exec(text);
  return match !== null && isDay(match[1]!) && !Number.isNaN(Date.parse(text));
}

/** The stored form of a time: `2026-11-23T01:00:00.000Z`, which sorts as text. */
export function toStoredTime(time: string | number | Date): string {
  return new Date(time).toISOString();
}

/** The day in Asia/Shanghai at an instant. */
export function dayAt(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** The stored time at which a day begins in Asia/Shanghai. */
export function startOfDay(day: string): string {
  return toStoredTime(Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET_MS);
}

/** Monday is 1 and Sunday is 7 (ISO 8601). */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
