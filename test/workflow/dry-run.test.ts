// A rehearsed mutation: answered as the real one would be, by the same code, and nothing of it is kept; on every database.
import { Need } from '../../subgraphs/sharing/need/need';
import { testDatabases } from '../kit/test-databases';
import { idOf, need } from '../subgraphs/sharing/kit/sharing-rows';
import { officeOf, openActingShard, type ActingShard } from './kit/acting-shard';

const OWNER = officeOf('yili');
const FACTS = { home: 'yili', text: '重阳节演出需要场地' };

describe.each(testDatabases())('$name', (testDatabase) => {
  let shard: ActingShard;
  beforeAll(async () => {
    shard = await openActingShard(testDatabase);
    await shard.load([need(1, { home: 'yili', state: 'DRAFT' })]);
  });
  afterAll(async () => {
    expect(shard.faults).toEqual([]);
    await shard.close();
  });

  const take = async (mutation: string, input: object, actor = OWNER) => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { taken: ${mutation}(input: $input) { need { id state } refusal { code message } replayed } }`;
    const { data, errors } = await shard.ask(actor, query, { input });
    expect(errors).toBeUndefined();
    return data.taken;
  };

  /** How many rows each table holds. */
  const counts = async () => {
    const { database } = shard;
    const tables = database.entityMetadatas.map(async ({ name, target }) => [
      name,
      await database.manager.count(target as never),
    ]);
    return Object.fromEntries(await Promise.all(tables));
  };

  test('what would be done has neither row nor refusal, and leaves nothing behind', async () => {
    const before = await counts();
    expect(await take('createNeed', { ...FACTS, dryRun: true, idempotencyKey: 'a-key-of-a-list' })).toEqual({
      need: null,
      refusal: null,
      replayed: false,
    });
    expect(await counts()).toEqual(before);
  });

  test('what would be refused is refused with the very sentence', async () => {
    const before = await counts();
    const [wrong, stranger] = [{ ...FACTS, text: ' ' }, officeOf('dongguan')];
    expect(await take('createNeed', { ...wrong, dryRun: true })).toEqual(await take('createNeed', wrong));
    expect(await take('createNeed', { ...FACTS, dryRun: true }, stranger)).toEqual(
      await take('createNeed', FACTS, stranger),
    );
    expect(await counts()).toEqual(before);
  });

  test('a step is rehearsed too: its row stays as it is', async () => {
    const id = idOf('yili', 'need', 1);
    expect(await take('submitNeed', { id, dryRun: true })).toEqual({
      need: null,
      refusal: null,
      replayed: false,
    });
    expect(await shard.database.manager.findOneBy(Need, { id })).toMatchObject({
      state: 'DRAFT',
      version: 1,
    });
    expect((await take('publishNeed', { id, dryRun: true })).refusal.code).toBe('NOT_ALLOWED');
  });

  test('a key that was rehearsed is free, and one that was used is told of', async () => {
    const keyed = { ...FACTS, text: '楼道粉刷需要志愿者', idempotencyKey: 'one-key-for-both' };
    expect((await take('createNeed', { ...keyed, dryRun: true })).replayed).toBe(false);
    const made = await take('createNeed', keyed);
    expect(made).toMatchObject({ need: { state: 'DRAFT' }, replayed: false });
    expect(await take('createNeed', { ...keyed, dryRun: true })).toEqual({ ...made, replayed: true });
  });
});
