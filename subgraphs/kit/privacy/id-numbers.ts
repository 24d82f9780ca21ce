// Finds numbers of identity papers: resident identity cards (GB 11643) in any spelling, and passports and permits by their names.
import { spansOf } from './spans';
import type { Span } from './finding';

export interface IdNumber extends Span {
  /** Not certain: it has a place and a birthday, but a wrong check digit and nobody calls it an identity number. */
  certain: boolean;
}

const GAP = '[\\s.,，·_/\\-‐‑–—]{0,3}';
const EIGHTEEN = new RegExp(`(?<![0-9])(?:[0-9]${GAP}){17}[0-9Xx](?![0-9])`, 'g');
const FIFTEEN = /(?<![0-9A-Za-z])[0-9]{15}(?![0-9A-Za-z])/g;
const OTHER_PAPERS =
  /(?:护照|通行证|回乡证|台胞证|居留证|passport)[^0-9A-Za-z]{0,8}(?:no\.?\s?)?[A-Z]{1,2}[0-9]{7,9}(?![0-9])/gi;

const CALLED = /身份|证件|证号|证码|户口|\bID\b|identity/i;
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/** `digits` has Chinese digits as 0 to 9. */
export function findIdNumbers(digits: string): IdNumber[] {
  const long = spansOf(EIGHTEEN, digits).flatMap((span) => ofEighteen(digits, span));
  const short = spansOf(FIFTEEN, digits).flatMap((span) => ofFifteen(digits, span));
  return [...long, ...short, ...spansOf(OTHER_PAPERS, digits).map((span) => ({ ...span, certain: true }))];
}

function ofEighteen(digits: string, span: Span): IdNumber[] {
  const number = digits
    .slice(span.start, span.end)
    .replace(/[^0-9Xx]/g, '')
    .toUpperCase();
  if (!PROVINCES.test(number) || !isDay(number.slice(6, 14))) return [];
  return [{ ...span, certain: hasCheckDigit(number) || isCalledId(digits, span) }];
}

/** The numbers of before 1999 have no check digit and the year in two. */
function ofFifteen(digits: string, span: Span): IdNumber[] {
  const number = digits.slice(span.start, span.end);
  if (!PROVINCES.test(number) || !isDay(`19${number.slice(6, 12)}`)) return [];
  return [{ ...span, certain: isCalledId(digits, span) }];
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check digit of GB 11643-1999 (ISO 7064, MOD 11-2). */
export function hasCheckDigit(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return '10X98765432'[sum % 11] === number[17];
}

function isCalledId(digits: string, { start, end }: Span): boolean {
  return CALLED.test(digits.slice(Math.max(0, start - 12), start)) || CALLED.test(digits.slice(end, end + 8));
}

/** `YYYYMMDD`, a day of a life: from 1850 on. */
function isDay(text: string): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)].map(Number) as [
    number,
    number,
    number,
  ];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1850 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
