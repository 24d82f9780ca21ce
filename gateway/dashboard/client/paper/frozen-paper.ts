// What a frozen meeting paper is: the answers it was made of, and every figure with its rows as it was written then.
import type { Answers } from '../graph/frozen-answers';
import type { Coverage, Provenance, Standing } from '../graph/figures';
import type { Homes } from '../graph/ask-graph';
import type { Sentence } from '../words/words';

export const FORMAT = 'lianxi-paper/1';
/** A file larger than this is not a paper. */
export const MOST_BYTES = 32_000_000;
export const MOST_PAPERS = 30;

export interface FrozenRow {
  key: string;
  /** As they were written, in the order of the columns. */
  cells: Sentence[];
  provenance: Provenance | null;
  owner: string | null;
}

export interface FrozenFigure {
  id: string;
  /** The view that it stands in. */
  view: string;
  label: Sentence;
  standing: Standing;
  written: Sentence;
  note: Sentence | null;
  coverage: Coverage | null;
  provenances: (Provenance | null)[];
  whole: boolean;
  table: { title: Sentence; columns: Sentence[]; rows: FrozenRow[] };
}

export interface PaperContent {
  format: typeof FORMAT;
  /** The conference and its next meeting. */
  conference: string | null;
  meeting: string | null;
  /** By the clock of the browser that froze it, written as answers write times: `…+08:00`. */
  frozenAt: string;
  /** The earliest moment that a figure is of, by the organizations' own clock. */
  asOf: string | null;
  homes: Homes;
  figures: FrozenFigure[];
  answers: Answers;
}

export interface FrozenPaper extends PaperContent {
  /** SHA-256 of all the rest. */
  checksum: string;
}
