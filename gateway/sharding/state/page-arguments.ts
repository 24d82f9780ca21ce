// The page that a connection's arguments ask for; shards check the arguments, the layer only needs to know them.
import {
  decodeCursor,
  hashFilter,
  type Direction,
  type Ordering,
  type Position,
} from '../../../schema/cursor';

/** Rows of a page when neither first nor last is said. */
const DEFAULT_PAGE = 50;
/** Shards refuse more, so no more is reckoned with. */
const MAX_PAGE = 500;

export interface PageArguments {
  /** Rows wanted. */
  size: number;
  /** Whether the page is taken from the end (`last`). */
  fromEnd: boolean;
  after: Position | null;
  before: Position | null;
  /** The order that every cursor must have, as far as the arguments say it. */
  ordering: Partial<Ordering>;
}

export function readPage(args: Record<string, unknown>, orderEnum: string): PageArguments {
  const { first, last, filter } = args;
  const fromEnd = typeof last === 'number' && typeof first !== 'number';
  const size = fromEnd ? last : typeof first === 'number' ? first : DEFAULT_PAGE;
  const after = decodeCursor(args.after);
  const before = decodeCursor(args.before);
  return {
    size: Math.min(Math.max(size, 0), MAX_PAGE),
    fromEnd,
    after,
    before,
    ordering: readOrdering(args, orderEnum, after ?? before, filter),
  };
}

/** A cursor of the caller's that shards accept has the order of this very list. */
function readOrdering(
  args: Record<string, unknown>,
  orderEnum: string,
  cursor: Ordering | null,
  filter: unknown,
): Partial<Ordering> {
  if (cursor) return { order: cursor.order, direction: cursor.direction, filterHash: cursor.filterHash };
  const orderBy = args.orderBy as { field?: string; direction?: Direction } | null | undefined;
  const filterHash = hashFilter(filter);
  return orderBy
    ? { order: `${orderEnum}.${orderBy.field}`, direction: orderBy.direction, filterHash }
    : { filterHash };
}
