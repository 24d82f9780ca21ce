// Finds every `coverage` in an answer with its place, so that each figure is read with whom it rests on.
import type { Coverage } from './run-operation';

export interface PlacedCoverage {
  /** Names and positions from `data`, joined by dots. */
  path: string;
  coverage: Coverage;
}

/** An answer may hold thousands; nobody reads more than these. Those that miss somebody come first. */
export const MAX_COVERAGES = 50;

export function coveragesOf(data: unknown): { shown: PlacedCoverage[]; total: number } {
  const found: PlacedCoverage[] = [];
  walk(data, [], found);
  const sorted = [...found].sort((a, b) => Number(isWhole(a)) - Number(isWhole(b)));
  return { shown: sorted.slice(0, MAX_COVERAGES), total: found.length };
}

function isWhole({ coverage }: PlacedCoverage): boolean {
  return coverage.complete !== false && !coverage.missing?.length;
}

function walk(value: unknown, path: Array<string | number>, found: PlacedCoverage[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    if (name === 'coverage' && typeof part === 'object' && part !== null && !Array.isArray(part))
      found.push({ path: path.join('.'), coverage: part as Coverage });
    else walk(part, [...path, name], found);
  }
}
