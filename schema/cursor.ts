// Cursor v1: a position in an order, valid at every shard. The format is written down in cursor.md.
import { createHash } from 'node:crypto';
import { quote, refuse } from './codes';
import { compareCodePoints, compareValues } from './code-point-order';
import { parseId } from './id';

export type Direction = 'ASC' | 'DESC';
export type SortValue = string | number | null;

/** What a cursor is a position of: an order, its direction and a filter. */
export interface Ordering {
  /** `<enum name>.<value>`, e.g. `BookingOrderField.STARTS_AT`. */
  order: string;
  direction: Direction;
  /** `hashFilter` of the filter. */
  filterHash: string;
}

export interface Position {
  /** Stored values of the ordering columns, without the id. */
  values: SortValue[];
  id: string;
}

const VERSION = 1;
/** Longest cursor that is looked at, in characters. */
const MAX_CURSOR = 4096;

/** First 16 hex digits of SHA-256 over the canonical JSON of the filter. */
export function hashFilter(filter: unknown): string {
  return createHash('sha256').update(canonicalJson(filter ?? {})).digest('hex').slice(0, 16);
}

/** JSON with members sorted by code point, absent and null members dropped, no white space. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, member]) => member !== null && member !== undefined)
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

export function encodeCursor(ordering: Ordering, position: Position): string {
  const { order, direction, filterHash } = ordering;
  const text = JSON.stringify([VERSION, order, direction, filterHash, position.values, position.id]);
  return Buffer.from(text, 'utf8').toString('base64url');
}

/** Reads a cursor; null when it is not one of version 1. */
export function decodeCursor(cursor: unknown): (Ordering & Position) | null {
  if (typeof cursor !== 'string' || cursor.length > MAX_CURSOR || !/^[A-Za-z0-9_-]+$/.test(cursor)) return null;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(parts) || parts.length !== 6 || parts[0] !== VERSION) return null;
  const [, order, direction, filterHash, values, id] = parts as unknown[];
  if (typeof order !== 'string' || typeof filterHash !== 'string' || !parseId(id)) return null;
  if (direction !== 'ASC' && direction !== 'DESC') return null;
  if (!Array.isArray(values) || !values.every(isSortValue)) return null;
  return { order, direction, filterHash, values, id: id as string };
}

function isSortValue(value: unknown): value is SortValue {
  return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}

/** Reads a caller's cursor for an ordering. Throws BAD_CURSOR or CURSOR_MISMATCH. */
export function readCursor(cursor: string, ordering: Ordering, columns: number): Position {
  const read = decodeCursor(cursor);
  if (!read) throw badCursor(cursor);
  const same =
    read.order === ordering.order && read.direction === ordering.direction && read.filterHash === ordering.filterHash;
  if (!same) throw cursorMismatch(read, ordering);
  if (read.values.length !== columns) throw badCursor(cursor);
  return { values: read.values, id: read.id };
}

/** Compares two positions of one ordering: negative when `a` comes first. */
export function comparePositions(direction: Direction, a: Position, b: Position): number {
  const sign = direction === 'ASC' ? 1 : -1;
  for (let i = 0; i < a.values.length; i++) {
    const order = compareValues(a.values[i] ?? null, b.values[i] ?? null);
    if (order !== 0) return order * sign;
  }
  return compareCodePoints(a.id, b.id) * sign;
}

export function badCursor(cursor: unknown) {
  return refuse('BAD_CURSOR', {
    zh: `游标 ${quote(cursor)} 无法读取；请原样使用查询结果中的 cursor、startCursor 或 endCursor。`,
    en: `The cursor ${quote(cursor)} cannot be read; pass a cursor, startCursor or endCursor exactly as an answer gave it.`,
  });
}

function cursorMismatch(read: Ordering, expected: Ordering) {
  const what = (o: Ordering) => `${o.order} ${o.direction}`;
  return refuse('CURSOR_MISMATCH', {
    zh: `游标属于另一种排序或筛选(${quote(what(read))},本次为 ${what(expected)});请用同样的排序和筛选翻页，或不带游标从头查询。`,
    en: `The cursor belongs to another order or filter (${quote(what(read))}, now ${what(expected)}); page with the same order and filter, or start again without a cursor.`,
  });
}
