// The oracle: random operations of the real contracts have the same answer from shards below the layer as from one database.
import { sqlite, testDatabases, type TestDatabase } from '../kit/test-databases';
import { consultOracle } from './kit/oracle';
import { startWorld, type World } from './kit/world';
import { plantInto, readSource } from './plant-bug';
import { PLANTED_BUGS } from './planted-bugs';

/** The ordinary run is the same everywhere; `ORACLE_SEED` asks anew, and `npm run oracle` asks for long. */
const SEED = Number(process.env.ORACLE_SEED ?? 20261122);

interface Suite {
  database: TestDatabase;
  cases: number;
  /** Seeds of its worlds, the same in every run. */
  worlds: number[];
  shards: number;
}

const suites = testDatabases().map((database): Suite =>
  database === sqlite
    ? { database, cases: 200, worlds: [1, 2], shards: 4 }
    : { database, cases: 40, worlds: [3], shards: 2 },
);

describe.each(suites)('on $database.name', ({ database, cases, worlds: seeds, shards }) => {
  const worlds: World[] = [];

  beforeAll(async () => {
    for (const seed of seeds) worlds.push(await startWorld(seed, database, shards));
  }, 120_000);
  afterAll(() => Promise.all(worlds.map((world) => world.stop())));

  test(`${cases} random operations are answered as by one database`, async () => {
    const { report } = await consultOracle({ worlds, cases, seed: SEED });
    if (report) throw new Error(`${report}\nAgain: ORACLE_SEED=${SEED} npx jest test/oracle`);
  }, 180_000);
});

test.each(PLANTED_BUGS.map((bug) => [bug.name, bug] as const))(
  'the bug “%s” can still be planted',
  (_, bug) => {
    expect(plantInto(bug, readSource(bug))).not.toBe(readSource(bug));
  },
);
