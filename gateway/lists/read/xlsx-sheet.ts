// One sheet of a workbook: its cells as they read, merged ones filled downwards, formulas by the value they last had.
import { BOUNDS, type GridCell, type GridRow, tooLongCell, tooManyColumns, tooManyRows } from '../grid';
import { serialToText } from './serial-day';
import { walkXml } from './walk-xml';

export interface SheetGround {
  texts: readonly string[];
  dayStyles: readonly boolean[];
  since1904: boolean;
  /** How many rows may still come. */
  rowsLeft: number;
}

interface RawCell {
  column: number;
  type: string;
  style: number;
  hasFormula: boolean;
  value: string;
}

interface Merge {
  column: number;
  from: number;
  to: number;
}

export function readSheet(xml: string, ground: SheetGround): GridRow[] {
  const rows = new Map<number, Map<number, GridCell>>();
  const merges: Merge[] = [];
  let number = 0;
  let nextColumn = 0;
  let cell: RawCell | undefined;
  let inValue = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'row') [number, nextColumn] = [Number(attributes.r ?? number + 1), 0];
      if (name === 'c') cell = startCell(attributes, nextColumn);
      if (name === 'f' && cell) cell.hasFormula = true;
      if (name === 'mergeCell') merges.push(...mergesOf(attributes.ref ?? ''));
      inValue = name === 'v' || name === 't';
    },
    text(text) {
      if (inValue && cell) cell.value += text;
    },
    close(name) {
      inValue = false;
      if (name !== 'c' || !cell) return;
      nextColumn = cell.column + 1;
      keep(rows, number, cell, ground);
      cell = undefined;
    },
  });
  fillMerged(rows, merges);
  return [...rows].sort(([a], [b]) => a - b).map(([at, cells]) => ({ number: at, cells }));
}

function startCell({ r, t = 'n', s = '0' }: Record<string, string>, next: number): RawCell {
  return { column: r ? columnOf(r) : next, type: t, style: Number(s), hasFormula: false, value: '' };
}

/** `AB12` is column 27, counted from 0. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function keep(
  rows: Map<number, Map<number, GridCell>>,
  number: number,
  cell: RawCell,
  ground: SheetGround,
): void {
  const read = readCell(cell, ground);
  if (read.text === '' && !read.fault) return;
  if (cell.column >= BOUNDS.columns) throw tooManyColumns();
  if (read.text.length > BOUNDS.cell) throw tooLongCell(number);
  if (!rows.has(number)) rows.set(number, new Map());
  if (rows.size > ground.rowsLeft) throw tooManyRows();
  rows.get(number)!.set(cell.column, read);
}

function readCell({ type, style, hasFormula, value }: RawCell, ground: SheetGround): GridCell {
  if (type === 'e') return { text: value, fault: FAILED_FORMULA };
  if (hasFormula && value === '') return { text: '', fault: UNCALCULATED };
  if (type === 's') return { text: (ground.texts[Number(value)] ?? '').trim() };
  if (type === 'b') return { text: value === '1' ? '是' : '否' };
  if (type !== 'n') return { text: value.trim() };
  if (value === '' || !Number.isFinite(Number(value))) return { text: value.trim() };
  return { text: ground.dayStyles[style] ? serialToText(Number(value), ground) : plainNumber(value) };
}

/** Excel keeps 15 digits: 0.30000000000000004 is read as the 0.3 that it shows. */
function plainNumber(value: string): string {
  const rounded = Number(Number(value).toPrecision(15));
  return Number.isInteger(rounded) ? BigInt(rounded).toString() : String(rounded);
}

/** A name that is merged over the rows of its group belongs to each of them; only downwards. */
function fillMerged(rows: Map<number, Map<number, GridCell>>, merges: readonly Merge[]): void {
  for (const { column, from, to } of merges) {
    const first = rows.get(from)?.get(column);
    if (!first) continue;
    for (const [number, cells] of rows)
      if (number > from && number <= to && !cells.has(column)) cells.set(column, first);
  }
}

function mergesOf(reference: string): Merge[] {
  const [, start, from, to] = /^([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)$/.exec(reference) ?? [];
  return start && to !== from ? [{ column: columnOf(start), from: Number(from), to: Number(to) }] : [];
}

const FAILED_FORMULA = {
  zh: '公式出错；请改正，或直接写值。',
  en: 'its formula failed; mend it or write the value itself.',
};
const UNCALCULATED = {
  zh: '公式没有算出的值；请在 Excel 中打开、保存，或直接写值。',
  en: 'its formula has no calculated value; open and save the file in Excel, or write the value itself.',
};
