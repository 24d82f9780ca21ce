// Reads CSV as Excel and WPS write it: UTF-8, UTF-16 or GB18030, separated by commas, tabs or semicolons.
import { parse } from 'csv-parse/sync';
import {
  BOUNDS,
  FileFault,
  type GridCell,
  type Sheet,
  tooLongCell,
  tooManyColumns,
  tooManyRows,
} from '../grid';

export function readCsv(bytes: Buffer): Sheet[] {
  const text = decode(bytes);
  const rows = parseText(text).map((cells, i) => ({ number: i + 1, cells: cellsOf(cells, i + 1) }));
  const filled = rows.filter(({ cells }) => cells.size > 0);
  if (filled.length > BOUNDS.rows) throw tooManyRows();
  return [{ name: '', rows: filled }];
}

/** Excel on a Chinese Windows writes CSV in GB18030 without a mark; what is no valid UTF-8 is read so. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return decodeAs(encoding, bytes);
    } catch {
      continue;
    }
  throw new FileFault(NO_TEXT);
}

function decodeAs(encoding: string, bytes: Buffer): string {
  const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  if (text.includes('\0')) throw new FileFault(NO_TEXT);
  return text;
}

/** Lines that are left empty keep their numbers; a line break inside quotes belongs to its cell. */
function parseText(text: string): string[][] {
  if (text.split('\n', MOST_LINES + 1).length > MOST_LINES) throw tooManyRows();
  try {
    return parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: BOUNDS.cell * BOUNDS.columns,
    });
  } catch {
    throw new FileFault(BROKEN);
  }
}

/** Empty ones among them. */
const MOST_LINES = BOUNDS.rows * 10;

/** The one that stands most often in the first lines. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4_000);
  const counted = [',', '\t', ';'].map((mark) => ({ mark, times: head.split(mark).length }));
  return counted.sort((a, b) => b.times - a.times)[0]!.mark;
}

function cellsOf(cells: readonly string[], number: number): Map<number, GridCell> {
  const filled = cells.map((cell) => cell.trim()).map((text, column) => [column, { text }] as const);
  const kept = filled.filter(([, { text }]) => text !== '');
  if (kept.some(([column]) => column >= BOUNDS.columns)) throw tooManyColumns();
  if (kept.some(([, { text }]) => text.length > BOUNDS.cell)) throw tooLongCell(number);
  return new Map(kept);
}

const NO_TEXT = {
  zh: '这不是文本或表格；请用 .xlsx 或 CSV。',
  en: 'This is neither text nor a table; use .xlsx or CSV.',
};
const BROKEN = {
  zh: 'CSV 中的引号没有成对；请另存为 .xlsx 再试。',
  en: 'A quote of the CSV is never closed; save it as .xlsx.',
};
