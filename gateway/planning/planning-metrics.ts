// How often planning was spared, and how it fares: shown by /health/ready.

export interface PlanningMetrics {
  hits: number;
  misses: number;
  /** Hits among all, from 0 to 1; null before the first document. */
  hitRate: number | null;
  refused: number;
  waiting: number;
  /** Planning threads that were replaced. */
  replaced: number;
}

export interface PlanningCounter {
  /** Counts how a document was met. */
  met(how: 'hit' | 'miss'): void;
  refused(): void;
  replaced(): void;
  read(waiting: number): PlanningMetrics;
}

export function createPlanningCounter(): PlanningCounter {
  let hits = 0;
  let misses = 0;
  let refused = 0;
  let replaced = 0;
  return {
    met: (how) => void (how === 'hit' ? (hits += 1) : (misses += 1)),
    refused: () => void (refused += 1),
    replaced: () => void (replaced += 1),
    read(waiting) {
      const all = hits + misses;
      return { hits, misses, hitRate: all === 0 ? null : hits / all, refused, waiting, replaced };
    },
  };
}
