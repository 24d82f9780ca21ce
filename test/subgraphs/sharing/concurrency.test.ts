// Requests and changes at once: readers see what is committed, and changes do not mix.
import { inTransaction } from '../../../subgraphs/kit/database/in-transaction';
import type { LoadableRow } from '../../../subgraphs/kit/database/load-rows';
import { Need } from '../../../subgraphs/sharing/need/need';
import { SharedResource } from '../../../subgraphs/sharing/shared-resource/shared-resource';
import { unit } from '../../../subgraphs/unit/program';
import { dataOf } from '../../kit/list-operation';
import { openShard, type OpenShard } from '../../kit/open-shard';
import { testDatabases } from '../../kit/test-databases';
import { need, resource } from './kit/sharing-rows';

const MANY = 1_500;
const needs = (from: number, home = 'yili') =>
  Array.from({ length: MANY }, (_, n) => need(from + n, { home }));
/** The last row of the load cannot be stored. */
const unstorable = () => need(9_999, { text: null });

describe.each(testDatabases())('$name', (testDatabase) => {
  let shard: OpenShard;
  beforeAll(async () => void (shard = await openShard(unit, 'sharing', testDatabase)));
  beforeEach(() => shard.replace([Need, SharedResource], []));
  afterAll(() => shard.close());

  const countNeeds = async () =>
    dataOf(await shard.ask('{ needs { totalCount } }')).needs.totalCount as number;

  const change = (row: LoadableRow, then: () => Promise<void>) =>
    inTransaction(shard.database, async (manager) => {
      await manager.insert(row.noun, row.values);
      await then();
    });

  test('a request in the middle of a change sees none of it, and after it all', async () => {
    const seen: number[] = [];
    await change(need(1), async () => void seen.push(await countNeeds()));
    expect([...seen, await countNeeds()]).toEqual([0, 1]);
  });

  test('a change that fails is taken back whole', async () => {
    await expect(change(need(1), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await countNeeds()).toBe(0);
  });

  test('of two changes at once, the one that fails takes nothing of the other with it', async () => {
    const good = change(need(1), async () => void (await countNeeds()));
    const bad = change(need(2), () => Promise.reject(new Error('no')));
    const outcomes = await Promise.allSettled([good, bad]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await countNeeds()).toBe(1);
  });

  test('requests are answered during a long load, and see none of its rows or all of them', async () => {
    const counts: number[] = [];
    let isDone = false;
    const load = shard.load(needs(0)).finally(() => (isDone = true));
    while (!isDone) counts.push(await countNeeds());
    await load;
    expect(counts.length).toBeGreaterThan(2);
    expect(counts.filter((count) => count !== 0 && count !== MANY)).toEqual([]);
    expect(await countNeeds()).toBe(MANY);
  });

  test('of two loads at once, the one that fails takes nothing of the other with it', async () => {
    const [good, bad] = await Promise.allSettled([
      shard.load(needs(0)),
      shard.load([...needs(2_000), unstorable()]),
    ]);
    expect([good.status, bad.status]).toEqual(['fulfilled', 'rejected']);
    expect(await countNeeds()).toBe(MANY);
  });

  test('a load goes on after one that failed', async () => {
    await expect(shard.load([unstorable()])).rejects.toThrow();
    expect(await shard.load([resource(1)])).toEqual({ inserted: 1, updated: 0, unchanged: 0 });
  });

  test('what is asked in one operation at a quiet time agrees with itself', async () => {
    await shard.load(needs(0));
    const document =
      '{ all: needs(first: 500) { totalCount edges { node { id } } pageInfo { hasNextPage } } needSummary(groupBy: [OWNER]) { count groups { count } } }';
    const answers = await Promise.all(
      Array.from({ length: 8 }, async () => dataOf(await shard.ask(document))),
    );
    for (const { all, needSummary } of answers) {
      expect([all.totalCount, all.edges.length, all.pageInfo.hasNextPage]).toEqual([MANY, 500, true]);
      expect(needSummary).toEqual({ count: MANY, groups: [{ count: MANY }] });
    }
  });
});
