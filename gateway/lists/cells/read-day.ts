// Reads days and times as people write them: 2026年3月5日、2026/3/5、20260305、下午2点半. Never a day without its year.
import { quote, type Sentence } from '../../../schema/codes';
import { serialToText } from '../read/serial-day';
import type { Reading } from './cell';

export function readDay(text: string): Reading {
  const split = splitDay(text);
  if ('fault' in split) return split;
  return /^(?:0?0:00(?::00)?)?$/.test(split.rest) ? { value: split.day } : { fault: noDay(text) };
}

/** In Beijing's time; a time of day must be there. */
export function readTime(text: string): Reading {
  const exact = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(text.trim());
  if (exact && !Number.isNaN(Date.parse(text))) return { value: text.trim() };
  const split = splitDay(text);
  if ('fault' in split) return split;
  const time = readTimeOfDay(split.rest);
  return time ? { value: `${split.day}T${time}:00+08:00` } : { fault: noTime(text) };
}

type Split = { day: string; rest: string } | { fault: Sentence };

const DAY = /^(\d{4})(?:年(\d{1,2})月(\d{1,2})日?|([-/.])(\d{1,2})\4(\d{1,2})|(\d\d)(\d\d)(?!\d))/;
const WEEKDAY = /^[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?/;

function splitDay(text: string): Split {
  const plain = text.normalize('NFKC').trim();
  const spoken = /^\d{5}(?:\.\d+)?$/.test(plain)
    ? serialToText(Number(plain))
    : plain.replaceAll(/\s*([年月日/-])\s*/g, '$1');
  const found = DAY.exec(spoken);
  if (!found) return { fault: /^\d{1,2}月/.test(spoken) ? noYear(text) : noDay(text) };
  const [year, month, day] = [
    found[1]!,
    found[2] ?? found[5] ?? found[7]!,
    found[3] ?? found[6] ?? found[8]!,
  ];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!exists(written)) return { fault: noDay(text) };
  return {
    day: written,
    rest: spoken.slice(found[0].length).trim().replace(WEEKDAY, '').replace(/^T/, '').trim(),
  };
}

function exists(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

const TIME =
  /^(凌晨|早上|上午|中午|下午|傍晚|晚上|晚|am|pm)?\s*(\d{1,2})(?:[:点时](\d{1,2}|半|整)?分?)(?::\d\d)?$/i;
const AFTERNOON = /^(?:下午|傍晚|晚上|晚|pm)$/i;

/** `14:00`; null for what is no time of day, or could be two. */
function readTimeOfDay(text: string): string | null {
  const [, part = '', hours, minutes = '0'] = TIME.exec(text) ?? [];
  if (hours === undefined) return null;
  const minute = minutes === '半' ? 30 : minutes === '整' ? 0 : Number(minutes);
  const hour = hourOfDay(part, Number(hours));
  if (hour === null || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function hourOfDay(part: string, hour: number): number | null {
  if (AFTERNOON.test(part)) return hour < 12 ? hour + 12 : hour;
  if (part === '中午') return hour === 1 ? 13 : hour;
  if (part !== '' && hour >= 12) return null;
  return hour;
}

const noDay = (text: string): Sentence => ({
  zh: `${quote(text)} 不是日期；应为存在的日期，例如 2026-03-05 或 2026年3月5日。`,
  en: `${quote(text)} is no day; expected one that exists, e.g. 2026-03-05 or 2026年3月5日.`,
});
const noYear = (text: string): Sentence => ({
  zh: `${quote(text)} 没有写年份；应为 2026年3月5日 这样的日期。`,
  en: `${quote(text)} names no year; expected e.g. 2026年3月5日.`,
});
const noTime = (text: string): Sentence => ({
  zh: `${quote(text)} 没有写明几点几分；应为 2026-12-01 14:00 或 2026年12月1日下午2点。`,
  en: `${quote(text)} names no time of day; expected e.g. 2026-12-01 14:00 or 2026年12月1日下午2点.`,
});
