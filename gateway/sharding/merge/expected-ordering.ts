// Which ordering the cursors of all parts must have: what the arguments say, else what most shards say.
import type { Ordering, Position } from '../../../schema/cursor';

export interface ExpectedOrdering extends Ordering {
  /** Number of sort values in a cursor. */
  columns: number;
}

interface Vote {
  ordering: ExpectedOrdering;
  count: number;
  agrees: number;
}

/**
 * Each part votes by its first readable cursor. What the arguments say is not put above a vote without dissent: a filter's
 * scalars may be stored in another spelling than the caller's, so a hash is compared between shards rather than trusted.
 */
export function expectedOrdering(
  said: Partial<Ordering>,
  cursors: readonly (Ordering & Position)[],
): ExpectedOrdering | null {
  const votes: Vote[] = [];
  for (const cursor of cursors) {
    const same = votes.find(({ ordering }) => isSame(ordering, cursor));
    if (same) same.count += 1;
    else if (!contradicts(said, cursor)) votes.push(newVote(said, cursor));
  }
  const [best] = votes.sort((a, b) => b.count - a.count || b.agrees - a.agrees);
  return best?.ordering ?? null;
}

function newVote(said: Partial<Ordering>, cursor: Ordering & Position): Vote {
  const { order, direction, filterHash, values } = cursor;
  const ordering = { order, direction, filterHash, columns: values.length };
  return { ordering, count: 1, agrees: said.filterHash === filterHash ? 1 : 0 };
}

function isSame(ordering: ExpectedOrdering, cursor: Ordering & Position): boolean {
  return (
    ordering.filterHash === cursor.filterHash &&
    ordering.order === cursor.order &&
    ordering.direction === cursor.direction &&
    ordering.columns === cursor.values.length
  );
}

/** Order and direction that the arguments name are binding. */
function contradicts(said: Partial<Ordering>, { order, direction }: Ordering): boolean {
  return (
    (said.order !== undefined && said.order !== order) ||
    (said.direction !== undefined && said.direction !== direction)
  );
}
