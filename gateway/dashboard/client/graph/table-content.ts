// The content of a table, apart from how it is drawn: also what is exported and frozen.
import type { ComponentChild } from 'preact';
import type { Language, Sentence } from '../words/words';
import type { Provenance } from './figures';
import type { Operation } from './operation';

export interface Column<Row> {
  id: string;
  title: Sentence;
  /** What is read, and what is exported. */
  text(row: Row, language: Language): string;
  /** What it is sorted by; by its text otherwise. */
  sort?(row: Row): number | string | null;
  /** A picture of it, where text alone does not do. */
  show?(row: Row, language: Language): ComponentChild;
  isNumber?: boolean;
  /** Never broken into two lines: days, times. */
  isShort?: boolean;
  /** Left out where the screen is narrow. */
  isMinor?: boolean;
}

/** Where a row comes from. */
export interface Origin {
  /** The row's id in the graph: its source is asked for by it. */
  id: string | null;
  owner: string | null;
  provenance: Provenance | null;
  /** Of a total, those of all its rows. */
  provenances?: readonly (Provenance | null)[];
}

/** The single rows that totals are made of: asked for only when somebody wants to see them. */
export interface RowsBehind<Row = never> {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whoever makes it knows the operation's types
  operation: Operation<any, any>;
  /** Those of one row of the table; all of them without. */
  read(data: unknown, of: Row | null): TableContent;
}

export interface TableContent<Row = never> {
  /** Also the name of the exported file. */
  title: Sentence;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  key(row: Row): string;
  /** What a row is called; by its first column otherwise. */
  name?(row: Row): string;
  origin?(row: Row): Origin;
  /** Where its rows are totals. */
  behind?: RowsBehind<Row>;
}

interface RowsBehindOptions<Data, Row, Of> {
  operation: Operation<Data, unknown>;
  /** All rows of the answer. */
  rows(data: Data): readonly Row[];
  /** Whether a row belongs to a total. */
  isOf(row: Row, of: Of): boolean;
  table(rows: readonly Row[]): TableContent;
}

export function rowsBehind<Data, Row, Of>(options: RowsBehindOptions<Data, Row, Of>): RowsBehind<Of> {
  const { operation, rows, isOf, table } = options;
  return {
    operation,
    read: (data, of) => table(rows(data as Data).filter((row) => of === null || isOf(row, of))),
  };
}

/** Forgets the type of the rows, so that tables of every kind may lie behind figures. */
export function tableOf<Row>(content: TableContent<Row>): TableContent {
  return content as unknown as TableContent;
}
