// The content of a table, apart from how it is drawn: also what is exported and frozen.
import type { ComponentChild } from 'preact';
import type { Language, Sentence } from '../words/words';
import type { Provenance } from './figures';

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
  source?: { document: string | null; paragraph: number | string | null } | null;
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
}

/** Forgets the type of the rows, so that tables of every kind may lie behind figures. */
export function tableOf<Row>(content: TableContent<Row>): TableContent {
  return content as unknown as TableContent;
}
