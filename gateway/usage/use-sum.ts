// Adds counts of use up, and holds no more than there is room for: what is beyond it loses its names, not its coordinates.
import { OTHERS, USE_BOUNDS, type UseCount } from './use-count';

export interface UseSum {
  add(use: UseCount): void;
  /** Takes out so many, those that came first. */
  take(most: number): UseCount[];
  size(): number;
}

/** `most` bounds what bears names; the rest is bounded by the schema. */
export function createUseSum(most: number): UseSum {
  const sums = new Map<string, UseCount>();
  return {
    add,
    take(wanted) {
      const taken: UseCount[] = [];
      for (const [key, use] of sums) {
        if (taken.length >= wanted) break;
        taken.push(use);
        sums.delete(key);
      }
      return taken;
    },
    size: () => sums.size,
  };

  function add(use: UseCount): void {
    const key = keyOf(use);
    const there = sums.get(key);
    if (there) there.count = Math.min(USE_BOUNDS.count, there.count + use.count);
    else if (sums.size < most || isOthers(use)) sums.set(key, { ...use });
    else add({ ...use, client: OTHERS, operation: OTHERS });
  }
}

function isOthers({ client, operation }: UseCount): boolean {
  return client === OTHERS && operation === OTHERS;
}

function keyOf({ day, client, operation, coordinate }: UseCount): string {
  return `${day}\n${client}\n${operation}\n${coordinate}`;
}
