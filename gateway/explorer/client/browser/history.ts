// The operations that were run in this browser, the latest first: bounded in number and in size, and without headers.
import { keep, kept } from './keep';
import type { Draft } from './place';

export interface PastRun extends Draft {
  /** ISO 8601, UTC. */
  at: string;
}

export const MAX_RUNS = 30;
export const MAX_CHARACTERS = 200_000;

export function readHistory(): PastRun[] {
  try {
    const runs: unknown = JSON.parse(kept('history') ?? '[]');
    return Array.isArray(runs) ? runs.filter(isRun).slice(0, MAX_RUNS) : [];
  } catch {
    return [];
  }
}

function isRun(value: unknown): value is PastRun {
  const run = value as PastRun | null;
  return [run?.query, run?.variables, run?.at].every((part) => typeof part === 'string');
}

/** The same operation with the same variables stands once, where it was run last. */
export function remember(runs: PastRun[], run: PastRun): PastRun[] {
  const others = runs.filter(({ query, variables }) => query !== run.query || variables !== run.variables);
  const bounded = withinSize([run, ...others].slice(0, MAX_RUNS));
  keep('history', JSON.stringify(bounded));
  return bounded;
}

function withinSize(runs: PastRun[]): PastRun[] {
  let left = MAX_CHARACTERS;
  return runs.filter(({ query, variables }) => (left -= query.length + variables.length) >= 0);
}

export function forgetAll(): PastRun[] {
  keep('history', '[]');
  return [];
}
