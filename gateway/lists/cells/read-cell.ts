// Reads the text of a cell as what its column holds; each mistake is a sentence with what stood there and what was expected.
import { quote, type Sentence } from '../../../schema/codes';
import type { Cell, CellContext, Choice, Reading } from './cell';
import { unescapeCell } from './escape-cell';
import { plainName, plainText } from './plain-text';
import { readDay, readTime } from './read-day';
import { MASKED, readMoney, readWhole } from './read-number';

/** Between entries of one cell. */
export const BETWEEN = /[、,，;；\n]+/;

/** Null for a cell that says nothing; `pending` where it names a row that a dry run would have made. */
export function readCell(
  cell: Cell,
  given: string,
  context: CellContext,
): Reading | { pending: true } | null {
  const text = unescapeCell(given);
  switch (cell.kind) {
    case 'text':
      return { value: text };
    case 'whole':
      return readWhole(text);
    case 'money':
      return text === MASKED ? null : readMoney(text, context.unit);
    case 'flag':
      return readFlag(text);
    case 'day':
      return readDay(text);
    case 'time':
      return readTime(text);
    case 'words':
      return { value: partsOf(text) };
    case 'choice':
      return readChoice(text, context.choicesOf(cell.of));
    case 'reference':
      return toReading(context.find(cell.to, text, context.within));
    case 'references':
      return readReferences(cell.to, text, context);
  }
}

function partsOf(text: string): string[] {
  return text
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter(Boolean);
}

const FLAGS: Record<string, boolean> = {
  ...Object.fromEntries(['是', '有', '对', '√', '✓', 'y', 'yes', 'true', '1'].map((word) => [word, true])),
  ...Object.fromEntries(['否', '无', '不', '×', 'x', 'n', 'no', 'false', '0'].map((word) => [word, false])),
};

function readFlag(text: string): Reading {
  const value = FLAGS[plainName(text)];
  return value === undefined ? { fault: noFlag(text) } : { value };
}

function readChoice(text: string, choices: readonly Choice[]): Reading {
  const name = plainName(text);
  const found = choices.find(({ code, zh, en }) => [code, zh, en].some((word) => plainName(word) === name));
  return found ? { value: found.code } : { fault: noChoice(text, choices) };
}

function toReading(found: ReturnType<CellContext['find']>): Reading | { pending: true } {
  return 'id' in found ? { value: found.id } : found;
}

/** A name that holds a comma is found whole before it is divided. */
function readReferences(to: string, text: string, { find }: CellContext): Reading | { pending: true } {
  const whole = find(to, text);
  const found = 'id' in whole ? [whole] : partsOf(text).map((name) => find(to, name));
  const ids: string[] = [];
  for (const each of found) {
    if (!('id' in each)) return each;
    ids.push(each.id);
  }
  return { value: [...new Set(ids)] };
}

const noFlag = (text: string): Sentence => ({
  zh: `${quote(text)} 既不是“是”也不是“否”。`,
  en: `${quote(text)} is neither 是 (yes) nor 否 (no).`,
});
const noChoice = (text: string, choices: readonly Choice[]): Sentence => ({
  zh: `${quote(plainText(text))} 不在可选之列；应为：${choices.map(({ zh }) => zh).join('、')}。`,
  en: `${quote(plainText(text))} is none of the choices: ${choices.map(({ en }) => en).join(', ')}.`,
});
