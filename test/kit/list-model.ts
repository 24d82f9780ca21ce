// What a list must answer, in plain JavaScript: the oracle of the pages that SQL reads.
import {
  comparePositions,
  encodeCursor,
  hashFilter,
  type Direction,
  type Position,
} from '../../schema/cursor';

export type Row = Record<string, unknown> & { id: string };

export interface ListCase {
  orderBy?: { field: string; direction: Direction };
  filter?: Record<string, unknown>;
  homes?: string[];
  first?: number;
  last?: number;
  after?: Position;
  before?: Position;
}

export interface ListOf {
  /** The GraphQL type. */
  name: string;
  /** Stored property of each order field. */
  orders: Record<string, string>;
  defaultOrder: { field: string; direction: Direction };
  matches: (row: Row, filter: Record<string, unknown>) => boolean;
}

export interface ExpectedPage {
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number;
}

/** The selection whose answer is an ExpectedPage. */
export const PAGE =
  '{ edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }';

export function expectedPage(list: ListOf, rows: Row[], asked: ListCase): ExpectedPage {
  const { direction } = asked.orderBy ?? list.defaultOrder;
  const matching = rows
    .filter(
      (row) => (asked.homes?.includes(row.home as string) ?? true) && list.matches(row, asked.filter ?? {}),
    )
    .map((row) => positionOf(list, asked, row))
    .sort((a, b) => comparePositions(direction, a, b));
  const compare = (position: Position, other: Position) => comparePositions(direction, position, other);
  const { after, before, first, last } = asked;
  const window = matching.filter(
    (row) => (!after || compare(row, after) > 0) && (!before || compare(row, before) < 0),
  );
  const size = first ?? last ?? 50;
  const page = last === undefined ? window.slice(0, size) : window.slice(Math.max(0, window.length - size));
  const more = window.length > size;
  const edges = page.map((row) => ({ cursor: cursorOf(list, asked, row), node: { id: row.id } }));
  return {
    edges,
    pageInfo: {
      hasNextPage:
        (more && last === undefined) ||
        (before !== undefined && matching.some((row) => compare(row, before) >= 0)),
      hasPreviousPage:
        (more && last !== undefined) ||
        (after !== undefined && matching.some((row) => compare(row, after) <= 0)),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: matching.length,
  };
}

export function positionOf(list: ListOf, { orderBy = list.defaultOrder }: ListCase, row: Row): Position {
  return { values: [(row[list.orders[orderBy.field]!] ?? null) as string | number | null], id: row.id };
}

export function cursorOf(
  list: ListOf,
  { orderBy = list.defaultOrder, filter }: ListCase,
  position: Position,
): string {
  return encodeCursor(
    {
      order: `${list.name}OrderField.${orderBy.field}`,
      direction: orderBy.direction,
      filterHash: hashFilter(filter),
    },
    position,
  );
}

/** The arguments of a case as a client writes them. */
export function variablesOf(list: ListOf, asked: ListCase): Record<string, unknown> {
  const cursor = (position?: Position) => position && cursorOf(list, asked, position);
  return { ...asked, after: cursor(asked.after), before: cursor(asked.before) };
}

export function within(value: unknown, range: { min?: number; max?: number }): boolean {
  if (value === null) return false;
  return (
    (range.min === undefined || (value as number) >= range.min) &&
    (range.max === undefined || (value as number) <= range.max)
  );
}
