// Random steps of all machines, allowed and not, against the model: what the graph answers, and every row and history at the end.
import fc from 'fast-check';
import { longSuiteDatabases } from '../kit/test-databases';
import { ACTIONS } from './model/take';
import { at, World } from './model/world';
import { compareRows } from './play/compare-rows';
import { openShardGround, type ShardGround } from './play/open-shard-ground';
import { Player } from './play/player';
import { begin, playDraw, type Draw } from './play/random-steps';

const SEED = Number(process.env.LIANXI_SEED ?? 7);
const RUNS = Number(process.env.LIANXI_RUNS ?? 30);

const draw: fc.Arbitrary<Draw> = fc.record({
  step: fc.nat(10_000),
  row: fc.nat(30),
  input: fc.nat(1_000),
  kind: fc.nat(20),
  hours: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.nat(30) },
    { weight: 1, arbitrary: fc.nat(900) },
  ),
});

describe.each(longSuiteDatabases())('$name', (testDatabase) => {
  let ground: ShardGround;
  const [taken, refused] = [new Set<string>(), new Set<string>()];
  beforeAll(async () => void (ground = await openShardGround(testDatabase)));
  afterAll(() => ground.close());

  async function play(draws: Draw[]): Promise<void> {
    await ground.clear();
    const player = new Player(ground, new World(at('2026-03-02')));
    await begin(player);
    for (const each of draws) {
      const played = await playDraw(player, each);
      if (played.taken) taken.add(played.taken);
      if (played.refused) refused.add(played.refused);
    }
    expect((await compareRows(ground, player.world, { touched: true })).differences).toEqual([]);
  }

  test('the graph and the model take the same steps and refuse the same steps for the same reasons', async () => {
    const runs = testDatabase.name === 'SQLite' ? RUNS : Math.ceil(RUNS / 4);
    await fc.assert(fc.asyncProperty(fc.array(draw, { minLength: 20, maxLength: 60, size: 'max' }), play), {
      seed: SEED,
      numRuns: runs,
      endOnFailure: false,
      interruptAfterTimeLimit: Number(process.env.LIANXI_LIMIT_MS ?? 180_000),
      markInterruptAsFailure: false,
    });
    console.log(
      `${testDatabase.name}: ${taken.size} of ${ACTIONS.length} steps were taken, refused with ${[...refused].sort().join(', ')}`,
    );
    expect(ground.faults).toEqual([]);
    expect(refused).toContain('NOT_ALLOWED_IN_STATE');
    expect(refused).toContain('NOT_ALLOWED');
  }, 600_000);
});
