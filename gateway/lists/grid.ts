// A table as people keep it, read from a file of any kind: rows of cells with their places, and nothing understood yet.
import type { Sentence } from '../../schema/codes';

export interface GridCell {
  /** As it reads; a day or a time is `2026-03-05` or `2026-03-05 14:00`. */
  text: string;
  /** Why its content cannot be used, such as a formula that was never calculated. */
  fault?: Sentence;
}

export interface GridRow {
  /** As the spreadsheet counts it, from 1. */
  number: number;
  /** By column, from 0; empty cells are left out. */
  cells: ReadonlyMap<number, GridCell>;
}

export interface Sheet {
  name: string;
  /** Without the empty ones. */
  rows: GridRow[];
}

/** How large a file may be; an office's list is far below. */
export const BOUNDS = {
  /** Bytes of the file. */
  file: 5 * 1024 * 1024,
  /** Bytes of what it unpacks to, as far as it is read. */
  unpacked: 6 * 1024 * 1024,
  /** Parts of a workbook. */
  parts: 500,
  sheets: 20,
  /** Rows that are not empty, over all sheets. */
  rows: 2_000,
  columns: 100,
  /** Characters of a cell. */
  cell: 10_000,
} as const;

/** The file as a whole cannot be used. */
export class FileFault extends Error {
  override readonly name = 'FileFault';

  constructor(readonly sentence: Sentence) {
    super(`${sentence.zh} ${sentence.en}`);
  }
}

export function tooManyRows(): FileFault {
  return new FileFault({
    zh: `超过 ${BOUNDS.rows} 行；请分成几个文件。`,
    en: `There are more than ${BOUNDS.rows} rows; divide it into several files.`,
  });
}

export function tooManyColumns(): FileFault {
  return new FileFault({
    zh: `超过 ${BOUNDS.columns} 列；请只留模板中的列。`,
    en: `There are more than ${BOUNDS.columns} columns; keep those of the template.`,
  });
}

export function tooLongCell(row: number): FileFault {
  return new FileFault({
    zh: `第 ${row} 行有一格超过 ${BOUNDS.cell} 字；请写短一些。`,
    en: `A cell of row ${row} has more than ${BOUNDS.cell} characters; write less.`,
  });
}
