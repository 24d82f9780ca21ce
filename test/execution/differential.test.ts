// Both executors, Apollo's and ours, give the same answers to random operations over random supergraphs with random faults.
import * as fc from 'fast-check';
import { cases, compareExecutors } from './kit/compare-executors';

/** `npm run differential` sets both; the ordinary run is the same every time. */
const CASES = Number(process.env.DIFFERENTIAL_CASES ?? 500);
/** Where the long form goes on in a process of its own. */
const FROM = Number(process.env.DIFFERENTIAL_FROM ?? 0);
const IS_LONG = process.env.DIFFERENTIAL_SEED !== undefined;
const SEED = Number(process.env.DIFFERENTIAL_SEED ?? 20261122);
/** A world costs as much as a hundred cases, so many cases share a few. */
const CASES_AT_ONCE = 500;
const WORLDS_AT_ONCE = 12;

test(
  `${CASES} cases, seed ${SEED}`,
  async () => {
    const counts = new Map<string, number>();
    const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
    for (let done = 0; done < CASES; done += CASES_AT_ONCE) {
      const part = (FROM + done) / CASES_AT_ONCE;
      const worlds = { first: part * WORLDS_AT_ONCE, count: WORLDS_AT_ONCE };
      const property = fc.asyncProperty(cases(worlds), async (one) => {
        const outcome = await compareExecutors(one);
        if (outcome.kind === 'different') throw new Error(outcome.report);
        count(outcome.kind);
        if (outcome.kind === 'equal') outcome.features.forEach(count);
      });
      await fc.assert(property, { seed: SEED + part, numRuns: Math.min(CASES_AT_ONCE, CASES - done) });
      if (IS_LONG)
        process.stdout.write(
          `${FROM + done + CASES_AT_ONCE} ${JSON.stringify(Object.fromEntries(counts))}\n`,
        );
    }
    expect(counts.get('invalid') ?? 0).toBeLessThan(CASES * 0.08);
    expect(counts.get('too wide') ?? 0).toBeLessThan(CASES * 0.02);
    const rare = FEATURES.filter((name) => (counts.get(name) ?? 0) < CASES * 0.015);
    expect(rare).toEqual([]);
  },
  CASES * 1_000 + 60_000,
);

const FEATURES = [
  'errors of subgraphs',
  'broken answers',
  'entities that are not there',
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
