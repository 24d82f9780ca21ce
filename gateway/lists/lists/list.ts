// A list that people keep: its columns, how its rows are asked for, and by which mutations they come into the graph.
import type { Sentence } from '../../../schema/codes';
import type { Cell, Value } from '../cells/cell';

/** The values of a row by their fields; those of empty cells are left out. */
export type Values = Readonly<Record<string, Value>>;

export interface ListColumn {
  /** 表头，as the template has it. */
  heading: string;
  /** What else people call it. */
  also?: readonly string[];
  /** The field of the mutations' inputs; also the name of the value. */
  field: string;
  cell: Cell;
  /** A new row must have it. */
  required?: true;
  /** Where it stands in the graph, with dots between fields; the field itself by default. */
  path?: string;
  /** What is asked for so that the path can be followed; made of the path by default. */
  select?: string;
  /** A field that says that the source keeps an amount to itself. */
  masked?: string;
  about: string;
  example: string;
}

/** A mutation with the fields of its input that the list gives. */
export interface ListMutation {
  mutation: string;
  fields: readonly string[];
}

/** What is done after the row itself is there. */
export interface FollowingStep {
  mutation: string;
  payload: string;
  input: Record<string, unknown>;
  /** The field that it comes from. */
  field: string;
  about: Sentence;
}

/** A row of the graph, as far as it is selected. */
export interface GraphRow {
  id: string;
  version: number;
  state?: string | null;
  owner?: { id: string } | null;
  [field: string]: unknown;
}

export interface ListDeclaration {
  name: string;
  title: Sentence;
  /** The field of the query, and of the payloads. */
  plural: string;
  singular: string;
  /** The enum of its states. */
  states?: string;
  columns: readonly ListColumn[];
  /** Made at the caller's own home, or under the row that the field names. */
  create: ListMutation & { under: string };
  /** `reason`: an edit that wants one, and is given none by the file, gets this. */
  update?: ListMutation & { reason?: string };
  /** What makes two rows the same, best first; nothing where a row of the graph is not to be found again. */
  keys(values: Values, row?: GraphRow): string[];
  /** What a row is called in reports. */
  nameOf(values: Values): string;
  /** Filter of the rows that count as there. */
  filter?: string;
  follow?(values: Values, row: { id: string; existing?: { row: GraphRow; values: Values } }): FollowingStep[];
  /** The source of names that its rows belong to. */
  feeds?: string;
}

/** One text of the parts of a key. */
export function keyOf(...parts: (Value | undefined)[]): string {
  return JSON.stringify(
    parts.map((part) => (typeof part === 'string' ? part.normalize('NFKC').trim() : (part ?? null))),
  );
}
