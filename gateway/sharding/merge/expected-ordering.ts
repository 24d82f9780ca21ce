// Which ordering the cursors of all parts must have: what the arguments say, else what most shards say.
import { decodeCursor, type Ordering, type Position } from '../../../schema/cursor';
import { CURSOR } from '../plan/hidden';
import { isRaw } from '../state/run';

export interface ExpectedOrdering extends Ordering {
  /** Number of sort values in a cursor. */
  columns: number;
}

/**
 * Each part votes by its first readable cursor. What the arguments say is not put above a vote without dissent: a filter's
 * scalars may be stored in another spelling than the caller's, so a hash is compared between shards rather than trusted.
 */
export function expectedOrdering(
  said: Partial<Ordering>,
  parts: readonly unknown[][],
): ExpectedOrdering | null {
  const votes = new Map<string, { ordering: ExpectedOrdering; count: number; agrees: number }>();
  for (const edges of parts) {
    const first = firstCursor(edges);
    if (!first) continue;
    const ordering = {
      order: first.order,
      direction: first.direction,
      filterHash: first.filterHash,
      columns: first.values.length,
    };
    const key = JSON.stringify(Object.values(ordering));
    const vote = votes.get(key) ?? { ordering, count: 0, agrees: agreement(said, ordering) };
    vote.count += 1;
    votes.set(key, vote);
  }
  const [best] = [...votes.values()]
    .filter(({ ordering }) => !contradicts(said, ordering))
    .sort((a, b) => b.count - a.count || b.agrees - a.agrees);
  return best?.ordering ?? null;
}

function firstCursor(edges: readonly unknown[]): (Ordering & Position) | null {
  for (const edge of edges) {
    const cursor = isRaw(edge) ? decodeCursor(edge[CURSOR]) : null;
    if (cursor) return cursor;
  }
  return null;
}

/** Order and direction that the arguments name are binding. */
function contradicts(said: Partial<Ordering>, { order, direction }: Ordering): boolean {
  return (
    (said.order !== undefined && said.order !== order) ||
    (said.direction !== undefined && said.direction !== direction)
  );
}

function agreement(said: Partial<Ordering>, { filterHash }: Ordering): number {
  return said.filterHash === filterHash ? 1 : 0;
}
