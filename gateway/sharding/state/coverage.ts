// Coverage of a scattered figure, counted in homes (law 8). The layer answers it; no shard is asked.
import { compareCodePoints } from '../../../schema/code-point-order';
import type { MissingHome, MissingReason } from '../homes-record';

/** Homes that were asked and are not in the figure. */
export type Missing = Map<string, MissingReason>;

export interface Coverage {
  complete: boolean;
  asOf: string;
  asked: number;
  answered: number;
  missing: MissingHome[];
}

export function coverageOf(asOf: string, asked: number, missing: Missing): Coverage {
  const list = [...missing]
    .map(([home, reason]) => ({ home, reason }))
    .sort((a, b) => compareCodePoints(a.home, b.home));
  return { complete: list.length === 0, asOf, asked, answered: asked - list.length, missing: list };
}
