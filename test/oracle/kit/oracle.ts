// Draws cases, runs them, cuts the first that differs as small as it gets, and says how to see it again.
import { asyncProperty, check } from 'fast-check';
import type { Case } from './case';
import { casesOf } from './case-arbitrary';
import { countKinds, type Kinds } from './count-kinds';
import { runCase } from './run-case';
import type { World } from './world';

export interface OracleOptions {
  worlds: readonly World[];
  cases: number;
  seed: number;
  /** Without cutting: only how soon a difference is found. */
  quick?: boolean;
  onCase?: (done: number) => void;
}

export interface OracleResult {
  seed: number;
  /** Cases that were drawn, up to and with the first that differs. */
  cases: number;
  kinds: Kinds;
  /** What to read when an answer differs; null when all are equal. */
  report: string | null;
}

export async function consultOracle({
  worlds,
  cases,
  seed,
  quick = false,
  onCase,
}: OracleOptions): Promise<OracleResult> {
  const kinds: Kinds = new Map();
  let drawn = 0;
  let hasFailed = false;
  const property = asyncProperty(casesOf(worlds), async (asked) => {
    if (!hasFailed) {
      drawn += 1;
      countKinds(kinds, asked);
      onCase?.(drawn);
    }
    if ((await runCase(asked, worlds)) === null) return;
    hasFailed = true;
    throw new Error('The answers differ');
  });
  const result = await check(property, {
    seed,
    numRuns: cases,
    endOnFailure: quick,
    markInterruptAsFailure: true,
  });
  const smallest = result.counterexample?.[0];
  return {
    seed,
    cases: drawn,
    kinds,
    report: smallest
      ? await reportOf(smallest, worlds, seed, drawn)
      : result.failed
        ? String(result.errorInstance)
        : null,
  };
}

async function reportOf(asked: Case, worlds: readonly World[], seed: number, drawn: number): Promise<string> {
  const found = await runCase(asked, worlds);
  const { seed: worldSeed, homes } = worlds[asked.world]!;
  return [
    `Case ${drawn} of seed ${seed} differs (contract ${asked.contract}, world ${worldSeed}, shards ${JSON.stringify(homes)}${asked.keysFirst ? ', keys first' : ''}).`,
    found?.difference ?? 'Asked once more, the answers were equal: something depends on time.',
    found?.printed.query ?? '',
    JSON.stringify(found?.printed.variables ?? {}),
  ].join('\n');
}
