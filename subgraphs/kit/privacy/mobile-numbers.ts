// Finds mobile numbers in any spelling; landlines, hotlines, amounts and numbers of papers are none.
import { spansOf } from './spans';
import type { Span } from './finding';

const GAP = '[\\s.,·_~/()\\-‐‑–—]{0,3}';
const CHINA = `(?:\\(?(?:\\+|00)?86\\)?${GAP}|0)?`;
const MOBILE = new RegExp(`(?<![0-9])${CHINA}1${GAP}[3-9](?:${GAP}[0-9]){9}(?![0-9])`, 'g');
const GROUPED_BEFORE = /[0-9][\s.,·_\-‐‑–—]$/;
const GROUPED_AFTER = /^[\s.,·_\-‐‑–—][0-9]{2}/;
const NUMBER_OF_PAPER =
  /(?:编号|单号|序列号|流水号|条码|代码|文号|账号|卡号|档案号|批号|件号|SN)(?:为|是)?[:：\s]{0,2}$/i;
const AMOUNT_BEFORE = /[¥$￥]\s?$/;
const AMOUNT_AFTER = /^(?:\.[0-9]+)?\s?(?:元|分|角|万|亿|米|公里|吨|次|个|件|字节|千瓦|度电)/;

/** `digits` has Chinese digits as 0 to 9. */
export function findMobileNumbers(digits: string): Span[] {
  return spansOf(MOBILE, digits).filter((span) => isMobile(digits, span));
}

function isMobile(digits: string, { start, end }: Span): boolean {
  const [before, number, after] = [digits.slice(0, start), digits.slice(start, end), digits.slice(end)];
  if (NUMBER_OF_PAPER.test(before) || AMOUNT_BEFORE.test(before) || AMOUNT_AFTER.test(after)) return false;
  const isWhole = /^[0-9]+$/.test(number);
  return isWhole || !(GROUPED_BEFORE.test(before) || GROUPED_AFTER.test(after));
}
