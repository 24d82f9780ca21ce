// What one operation learned of its homes, over all subgraphs and fetches: the source of `extensions.homes`.
import { compareCodePoints } from '../../schema/code-point-order';

export type MissingReason = 'UNREACHABLE' | 'NOT_JOINED' | 'INVALID_ANSWER';

export interface MissingHome {
  home: string;
  reason: MissingReason;
}

export interface HomesSummary {
  asked: number;
  answered: number;
  /** Sorted by home. A home that answered one fetch and not another is missing. */
  missing: MissingHome[];
}

/** One per operation; every sharding layer writes into the same record. */
export interface HomesRecord {
  answered(home: string): void;
  missing(home: string, reason: MissingReason): void;
  summary(): HomesSummary;
}

const WEIGHT: Record<MissingReason, number> = { NOT_JOINED: 1, INVALID_ANSWER: 2, UNREACHABLE: 3 };

export function createHomesRecord(): HomesRecord {
  const homes = new Map<string, MissingReason | null>();
  return {
    answered: (home) => void (homes.has(home) || homes.set(home, null)),
    missing: (home, reason) => void homes.set(home, graver(homes.get(home) ?? null, reason)),
    summary: () => summarize(homes),
  };
}

function graver(before: MissingReason | null, now: MissingReason): MissingReason {
  return before !== null && WEIGHT[before] > WEIGHT[now] ? before : now;
}

function summarize(homes: Map<string, MissingReason | null>): HomesSummary {
  const missing = [...homes]
    .flatMap(([home, reason]) => (reason === null ? [] : [{ home, reason }]))
    .sort((a, b) => compareCodePoints(a.home, b.home));
  return { asked: homes.size, answered: homes.size - missing.length, missing };
}
