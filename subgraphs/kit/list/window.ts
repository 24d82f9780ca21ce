// A window on an ordered list: what a caller's order, cursors and page size mean. The limits of a page stand here.
import { badCursor, hashFilter, readCursor, type Direction, type Ordering, type Position } from '../../../schema/cursor';
import { quote, refuse } from '../../../schema/codes';
import { enumName } from '../noun/choice';
import { columnOf, type ColumnSpec, type NounSpec } from '../noun/spec';
import { condition, type Condition } from '../sql/condition';
import type { ListArgs } from './list-args';

export const DEFAULT_PAGE = 50;
export const MAX_PAGE = 500;

export interface Window {
  /** Property of the ordering column; ties are broken by id. */
  property: string;
  ordering: Ordering;
  /** Rows to return. */
  size: number;
  /** The last rows of the window, not the first. */
  backwards: boolean;
  after?: Position;
  before?: Position;
}

/** Throws BAD_PAGE, BAD_CURSOR or CURSOR_MISMATCH. */
export function readWindow(spec: NounSpec, args: ListArgs): Window {
  const { column, direction } = orderOf(spec, args);
  const { property } = column;
  const order = `${spec.name}OrderField.${enumName(property)}`;
  const ordering: Ordering = { order, direction, filterHash: hashFilter(args.filter) };
  const position = (cursor: string | null | undefined) => (cursor == null ? undefined : positionIn(column, ordering, cursor));
  if (args.first != null && args.last != null) throw badPage('first 与 last 不能同用', 'first and last cannot be used together');
  const size = pageSize(args.first ?? args.last ?? DEFAULT_PAGE);
  return { property, ordering, size, backwards: args.last != null, after: position(args.after), before: position(args.before) };
}

function orderOf(spec: NounSpec, { orderBy }: ListArgs): { column: ColumnSpec; direction: Direction } {
  if (!orderBy) return { column: columnOf(spec, spec.defaultOrder.property), direction: spec.defaultOrder.direction };
  const column = spec.columns.find((candidate) => candidate.order && enumName(candidate.property) === orderBy.field)!;
  return { column, direction: orderBy.direction };
}

/** A value of another kind than the column's is refused: the databases would each compare it in a way of their own. */
function positionIn({ kind }: ColumnSpec, ordering: Ordering, cursor: string): Position {
  const position = readCursor(cursor, ordering, 1);
  const expected = kind === 'int' || kind === 'decimal' ? 'number' : 'string';
  if (position.values.every((value) => value === null || typeof value === expected)) return position;
  throw badCursor(cursor);
}

function pageSize(asked: number): number {
  if (Number.isInteger(asked) && asked >= 0 && asked <= MAX_PAGE) return asked;
  throw badPage(`行数 ${quote(asked)} 不在 0 到 ${MAX_PAGE} 之间`, `the number of rows ${quote(asked)} is not from 0 to ${MAX_PAGE}`);
}

function badPage(zh: string, en: string) {
  return refuse('BAD_PAGE', {
    zh: `翻页参数不对：${zh}；请用 first（可加 after）或 last（可加 before），每页最多 ${MAX_PAGE} 行。`,
    en: `The page is wrong: ${en}; use first (with after) or last (with before), at most ${MAX_PAGE} rows a page.`,
  });
}

/** Rows that come after (or before) a position; with `inclusive` the row at the position too. Null comes first in ASC. */
export function beyond({ property, ordering }: Window, side: 'after' | 'before', { values, id }: Position, inclusive = false): Condition {
  const greater = (side === 'after') === (ordering.direction === 'ASC');
  const column = `t.${property}`;
  const compare = greater ? '>' : '<';
  const tie = inclusive ? `${compare}=` : compare;
  const value = values[0] ?? null;
  if (value === null) {
    const sameNull = `(${column} IS NULL AND t.id ${tie} ?)`;
    return condition(greater ? `(${sameNull} OR ${column} IS NOT NULL)` : sameNull, id);
  }
  const nulls = greater ? '' : ` OR ${column} IS NULL`;
  return condition(`(${column} ${compare} ? OR (${column} = ? AND t.id ${tie} ?)${nulls})`, value, value, id);
}

/** SQL directions of the ordering column and the id, reversed for the last rows. */
export function sqlDirection({ ordering, backwards }: Window): 'ASC' | 'DESC' {
  return (ordering.direction === 'ASC') !== backwards ? 'ASC' : 'DESC';
}

export function positionOf(window: Window, row: Record<string, unknown>): Position {
  return { values: [(row[window.property] ?? null) as string | number | null], id: row.id as string };
}
