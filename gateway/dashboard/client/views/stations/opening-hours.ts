// Opening hours as people write them, read into a week; what is not understood whole is not read at all, and stays as it was written.

/** Minutes since midnight, by weekday from Monday; an empty day is closed. */
export type Week = readonly (readonly [from: number, until: number][])[];

const DAYS = '一二三四五六日';
const TIMES = /(\d{1,2})[:：](\d{2})\s*(?:—|–|-|－|~|～|至|到)+\s*(\d{1,2})[:：](\d{2})/g;

/** Null where the text says anything that is not days and times. */
export function readOpeningHours(text: string): Week | null {
  const week: [number, number][][] = Array.from({ length: 7 }, () => []);
  const parts = text.split(/[；;。]/).filter((part) => part.trim());
  for (const part of parts) {
    const days = readDays(part.replace(TIMES, ' '));
    const times = readTimes(part);
    if (!days || !times) return null;
    for (const day of days) week[day]!.push(...times);
  }
  return parts.length > 0 ? week.map((day) => day.sort((a, b) => a[0] - b[0])) : null;
}

/** 周一、周三 or 周一至周五; 每天 is every day, and no day at all as well. */
function readDays(text: string): number[] | null {
  const words = text.split(/[\s、，,和]+/).filter(Boolean);
  if (words.length === 0) return [0, 1, 2, 3, 4, 5, 6];
  const days = words.map(readSpan);
  return days.every((each) => each !== null) ? days.flat() : null;
}

function readSpan(word: string): number[] | null {
  if (/^(每天|每日|全周)$/.test(word)) return [0, 1, 2, 3, 4, 5, 6];
  if (word === '工作日') return [0, 1, 2, 3, 4];
  const [, from, until] =
    /^(?:周|星期)([一二三四五六日天])(?:(?:至|到|—|–|-)(?:周|星期)?([一二三四五六日天]))?$/.exec(word) ?? [];
  if (!from) return null;
  const [first, last] = [dayOf(from), dayOf(until ?? from)];
  return first <= last ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : null;
}

function dayOf(sign: string): number {
  return DAYS.indexOf(sign === '天' ? '日' : sign);
}

function readTimes(part: string): [number, number][] | null {
  const times = [...part.matchAll(TIMES)].map(([, h, m, toH, toM]): [number, number] => [
    Number(h) * 60 + Number(m),
    Number(toH) * 60 + Number(toM),
  ]);
  const isSound = times.every(([from, until]) => from < until && until <= 24 * 60);
  return times.length > 0 && isSound ? times : null;
}

/** By the clock of the answer, which bears +08:00: its own digits are the local time. */
export function isOpenAt(week: Week, asOf: string, weekday: number): boolean {
  const now = Number(asOf.slice(11, 13)) * 60 + Number(asOf.slice(14, 16));
  return week[(weekday + 6) % 7]!.some(([from, until]) => from <= now && now < until);
}

export function writeMinutes(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
