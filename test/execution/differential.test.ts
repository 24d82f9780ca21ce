// Both executors, Apollo's and ours, give the same answers to random operations over random supergraphs with random faults.
import * as fc from 'fast-check';
import { cases, compareExecutors } from './kit/compare-executors';

/** `npm run differential` sets both; the ordinary run is the same every time. */
const CASES = Number(process.env.DIFFERENTIAL_CASES ?? 500);
const SEED = Number(process.env.DIFFERENTIAL_SEED ?? 20261122);
/** A world costs as much as a hundred cases. */
const WORLDS = Math.max(12, Math.ceil(CASES / 60));

test(
  `${CASES} cases, seed ${SEED}`,
  async () => {
    const counts = new Map<string, number>();
    const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
    const property = fc.asyncProperty(cases(WORLDS), async (one) => {
      const outcome = await compareExecutors(one);
      if (outcome.kind === 'different') throw new Error(outcome.report);
      count(outcome.kind);
      if (outcome.kind === 'equal') outcome.features.forEach(count);
    });
    await fc.assert(property, { seed: SEED, numRuns: CASES });
    if (process.env.DIFFERENTIAL_SEED)
      process.stdout.write(`${JSON.stringify(Object.fromEntries(counts))}\n`);
    expect(counts.get('invalid') ?? 0).toBeLessThan(CASES * 0.08);
    const rare = FEATURES.filter((name) => (counts.get(name) ?? 0) < CASES * 0.015);
    expect(rare).toEqual([]);
  },
  CASES * 1_000 + 60_000,
);

const FEATURES = [
  'errors of subgraphs',
  'broken answers',
  'entities',
  'interface objects',
  'renamed fields',
  'conditions',
  'lists of lists',
  'six fetches',
  '@requires',
  '@provides',
  'mutations',
  'named fragments',
  'variables',
];
