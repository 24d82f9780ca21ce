// Reads counts and amounts of money as people write them: 1,200、１２０人、12.5万元. Exact: no floating point.
import { quote, type Sentence } from '../../../schema/codes';
import type { Reading } from './cell';
import { plainText } from './plain-text';

const LARGEST = 2_147_483_647;

export function readWhole(text: string): Reading {
  const [, digits = ''] = /^([\d,]+)(?:\.0+)?[人名个次天位]?$/.exec(plainText(text)) ?? [];
  const number = Number(digits.replaceAll(',', '') || NaN);
  return Number.isInteger(number) && number <= LARGEST ? { value: number } : { fault: noWhole(text) };
}

/** How many fen a unit has, as a power of ten. */
const UNITS: Record<string, number> = {
  分: 0,
  角: 1,
  元: 2,
  千元: 5,
  万: 6,
  万元: 6,
  百万元: 8,
  亿: 10,
  亿元: 10,
};

/** What an amount is written as where the source keeps it to itself; it says nothing. */
export const MASKED = '（遮盖）';

/** Fen as a text. The unit stands in the cell or in the heading: nobody guesses between 元 and 万元. */
export function readMoney(text: string, headingUnit?: string): Reading {
  const [, digits, unit = headingUnit] =
    /^[¥￥]?([\d,]+(?:\.\d+)?)(分|角|千元|百万元|万元?|亿元?|元)?$/.exec(plainText(text)) ?? [];
  if (!digits) return { fault: noMoney(text) };
  const power = UNITS[unit ?? ''];
  if (power === undefined) return { fault: noUnit(text) };
  const [whole = '', part = ''] = digits.replaceAll(',', '').split('.');
  const kept = part.replace(/0+$/, '');
  if (kept.length > power) return { fault: noMoney(text) };
  const fen = BigInt(whole + kept.padEnd(power, '0')).toString();
  return fen.length <= 15 ? { value: fen } : { fault: noMoney(text) };
}

/** Yuan, exact, without needless zeros. */
export function writeMoney(fen: string): string {
  const digits = fen.padStart(3, '0');
  const [yuan, rest] = [digits.slice(0, -2), digits.slice(-2)];
  return rest === '00' ? yuan : `${yuan}.${rest}`;
}

const noWhole = (text: string): Sentence => ({
  zh: `${quote(text)} 不是整数；应为 0 或正整数，例如 120。`,
  en: `${quote(text)} is no whole number; expected 0 or more, e.g. 120.`,
});
const noMoney = (text: string): Sentence => ({
  zh: `${quote(text)} 不是金额；应为数字，最多到分，例如 12000 或 1.2万元。`,
  en: `${quote(text)} is no amount; expected a number down to fen, e.g. 12000 or 1.2万元.`,
});
const noUnit = (text: string): Sentence => ({
  zh: `${quote(text)} 没有写单位；请在表头写（元）或（万元），或在格内写明，例如 12万元。`,
  en: `${quote(text)} has no unit; write （元） or （万元） in the heading, or in the cell, e.g. 12万元.`,
});
