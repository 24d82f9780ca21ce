// One page of a list, written for clarity: what a shard must answer, and what the merge of shards must equal.
import {
  comparePositions,
  encodeCursor,
  hashFilter,
  readCursor,
  type Direction,
  type Position,
  type SortValue,
} from '../../../schema/cursor';
import { refuse } from '../../../schema/codes';

export interface PageArgs {
  filter?: object | null;
  orderBy?: { field: string; direction: Direction } | null;
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

export interface Listed<T> {
  edges: { cursor: string; node: T }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number;
}

/** `rows` already match the filter; `orderEnum` and `valueOf` name the order. */
export function referencePage<T extends { id: string }>(
  rows: readonly T[],
  args: PageArgs,
  orderEnum: string,
  defaultField: string,
  valueOf: (row: T, field: string) => SortValue,
): Listed<T> {
  const { field, direction } = args.orderBy ?? { field: defaultField, direction: 'ASC' as const };
  const ordering = { order: `${orderEnum}.${field}`, direction, filterHash: hashFilter(args.filter) };
  const positionOf = (row: T): Position => ({ values: [valueOf(row, field)], id: row.id });
  const sorted = [...rows].sort((a, b) => comparePositions(direction, positionOf(a), positionOf(b)));
  const after = args.after == null ? null : readCursor(args.after, ordering, 1);
  const before = args.before == null ? null : readCursor(args.before, ordering, 1);
  checkPage(args);
  const start = after
    ? sorted.filter((row) => comparePositions(direction, positionOf(row), after) <= 0).length
    : 0;
  const end = before
    ? sorted.filter((row) => comparePositions(direction, positionOf(row), before) < 0).length
    : sorted.length;
  const [from, to] = cut(args, start, Math.max(start, end), end);
  const edges = sorted
    .slice(from, to)
    .map((node) => ({ cursor: encodeCursor(ordering, positionOf(node)), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: to < sorted.length,
      hasPreviousPage: from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: sorted.length,
  };
}

function cut({ first, last }: PageArgs, start: number, stop: number, end: number): [number, number] {
  if (last == null) return [start, Math.min(start + (first ?? 50), stop)];
  const to = start > end ? end : stop;
  return [Math.max(Math.min(start, to), to - last), to];
}

function checkPage({ first, last }: PageArgs): void {
  const bad =
    (first != null && last != null) || [first, last].some((size) => size != null && (size < 0 || size > 500));
  if (bad) throw refuse('BAD_PAGE', { zh: 'first 与 last 不能这样写。', en: 'first and last cannot be so.' });
}
