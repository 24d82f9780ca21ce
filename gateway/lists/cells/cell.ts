// What a column of a list holds, what is read out of its cells, and what a cell is read with.
import type { Sentence } from '../../../schema/codes';

/** `whole`: a count. `time`: a day with a time of day. `words`: several, as tags. */
export type Cell =
  | { kind: 'text' | 'whole' | 'money' | 'flag' | 'day' | 'time' | 'words' }
  /** One of the values of an enum of the graph. */
  | { kind: 'choice'; of: string }
  /** A row of the graph, by its name or its id; `within`, of the row that another column names; `only`, where empty: the only one that there is. */
  | { kind: 'reference'; to: string; within?: string; only?: true }
  | { kind: 'references'; to: string };

/** In the form of the graph's inputs: a day as text, money in fen, a reference as its id. */
export type Value = string | number | boolean | string[];

export type Reading = { value: Value } | { fault: Sentence };

/** A value of an enum, with what it is called. */
export interface Choice {
  code: string;
  zh: string;
  en: string;
}

/** What a name stands for. `pending`: for a row that a dry run would have made. */
export type Found = { id: string } | { pending: true } | { fault: Sentence };

export interface CellContext {
  choicesOf(type: string): readonly Choice[];
  find(source: string, name: string, within?: string): Found;
  /** The unit that the heading names in parentheses, such as 万元. */
  unit?: string;
  /** The row's value of the column that a reference is within. */
  within?: string;
}
