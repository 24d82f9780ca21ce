// Money, days, times and shares as people here write them; exact, and without a clock of its own.
import type { Language } from './words';

const WAN_FEN = 1_000_000n;
const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Whole fen, as 万元 where that takes at most two decimals, otherwise as 元; never rounded. */
export function writeMoney(fen: string, language: Language): string {
  const amount = BigInt(fen);
  const size = amount < 0n ? -amount : amount;
  const sign = amount < 0n ? '−' : '';
  if (language === 'en') return `${sign}¥${decimal(size, 100n, 2, true)}`;
  if (size >= WAN_FEN && size % 10_000n === 0n) return `${sign}${decimal(size, WAN_FEN, 6)}万元`;
  return `${sign}${decimal(size, 100n, 2)}元`;
}

function decimal(size: bigint, unit: bigint, digits: number, whole = false): string {
  const rest = (size % unit).toString().padStart(digits, '0').replace(/0+$/, '');
  const fraction = whole && rest ? rest.padEnd(2, '0') : rest;
  return `${groupDigits((size / unit).toString())}${fraction ? `.${fraction}` : ''}`;
}

export function groupDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

export function writeNumber(value: number): string {
  const [whole, fraction] = String(value).split('.') as [string, string?];
  return groupDigits(whole) + (fraction ? `.${fraction}` : '');
}

/** `2026-11-22` → 11月22日 周日; with its year when that is not the year of `today`. */
export function writeDay(day: string, language: Language, today?: string): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number) as [number, number, number];
  const weekday = WEEKDAYS[language][weekdayOf(day)]!;
  const isOther = today !== undefined && !today.startsWith(day.slice(0, 4));
  if (language === 'zh') return `${isOther ? `${year}年` : ''}${month}月${date}日 ${weekday}`;
  return `${weekday} ${date} ${MONTHS[month - 1]}${isOther ? ` ${year}` : ''}`;
}

/** With its year and without its weekday: a day of a document. */
export function writeDate(day: string, language: Language): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number) as [number, number, number];
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1]} ${year}`;
}

/** 0 is Sunday: 周日. */
export function writeWeekday(weekday: number, language: Language): string {
  return WEEKDAYS[language][weekday]!;
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day.slice(0, 10)}T00:00:00Z`).getUTCDay();
}

/** Answers bear +08:00, so their own digits are the local time: `…T09:30:00+08:00` → 9:30. */
export function writeTime(time: string): string {
  return time.slice(11, 16).replace(/^0/, '');
}

export function writeDayAndTime(time: string, language: Language, today?: string): string {
  return `${writeDay(time, language, today)} ${writeTime(time)}`;
}

/** A share with its basis: 75%（3/4）; without a basis there is no share. */
export function writeShare(part: number, whole: number, language: Language): string | null {
  if (whole === 0) return null;
  const percent = `${Math.round((part / whole) * 1000) / 10}%`;
  return language === 'zh' ? `${percent}（${part}/${whole}）` : `${percent} (${part}/${whole})`;
}

export function addDays(day: string, count: number): string {
  const time = Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + count * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
}
