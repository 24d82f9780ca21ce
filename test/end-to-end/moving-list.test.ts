// While a home is on its way, the list is not set where its rows will not be; and were it, the rows are not removed where it points.
import { HomeMove as StoredMove } from '../../subgraphs/kit/database/home-move';
import { summarizeHome } from '../../subgraphs/kit/database/home-tables';
import type { RunningShard } from '../../subgraphs/kit/start-shard';
import { openStreet, type OpenStreet } from './kit/open-street';
import { eventually } from '../gateway/kit/start-gateway';
import { longSuiteDatabases } from '../kit/test-databases';
import { need } from '../subgraphs/sharing/kit/sharing-rows';

const HOME = 'yili';
const PUBLISH =
  'mutation($shard: ShardInput!) { publishShard(shard: $shard) { outcome verdict { findings { rule sentence { en } } } } }';
const MOVE =
  'mutation($to: String!) { moveHome(home: "yili", to: $to) { submission { outcome } move { id } } }';
const RETIRE_SHARD = 'mutation($name: String!) { retireShard(name: $name) { outcome } }';
const ROLLBACK = 'mutation($to: Int!) { rollback(to: $to, withShards: true) }';
const MOVES = '{ moves { id state reason } version { number shards { name homes } } }';

describe.each(longSuiteDatabases())('$name', (database) => {
  let street: OpenStreet;
  const shards = new Map<string, RunningShard>();
  /** Steps that were asked for, each as `<shard> <step>`. */
  let asked: string[] = [];
  /** Held before it is taken, until the test lets it go. */
  let held: { step: string; reached: () => void; going: Promise<void> } | undefined;

  beforeAll(async () => {
    street = await openStreet({ database, registry: { moveSettleMs: 300 } });
    for (const name of ['one', 'two']) {
      const given = name === 'one' ? { homes: [HOME], rows: [need(1), need(2), need(3)] } : {};
      const onStep = async (step: string) => {
        asked.push(`${name} ${step}`);
        if (held?.step !== step) return;
        held.reached();
        await held.going;
      };
      shards.set(name, await street.openShard(name, { ...given, onStep }));
    }
    expect(await publish('one', [HOME])).toMatchObject({ outcome: 'ACCEPTED' });
    expect(await publish('two', [])).toMatchObject({ outcome: 'ACCEPTED' });
  }, 120_000);
  afterAll(() => street?.close());

  const ask = (query: string, variables = {}) => street.registry.ask(query, variables);
  const publish = async (name: string, homes: string[]) => {
    const shard = { name, url: shards.get(name)!.url, contracts: ['sharing'], homes };
    const { data, errors } = await ask(PUBLISH, { shard });
    return data?.publishShard ?? errors?.[0];
  };
  const read = async () => {
    const { moves, version } = (await ask(MOVES)).data;
    const shard = version.shards.find(({ homes }: { homes: string[] }) => homes.includes(HOME));
    return { move: moves[0], number: version.number as number, place: shard?.name as string | undefined };
  };
  const stateBecomes = (state: string) =>
    eventually(
      () => read().then(({ move }) => move),
      (move) => move?.state === state,
    );
  const rowsAt = async (name: string) => summarizeHome(shards.get(name)!.database.manager, HOME);

  /** Begins a move, and does the work while this step of it is held. */
  async function during(step: string, work: (from: string, to: string) => Promise<void>): Promise<void> {
    const { place: from = '' } = await read();
    const to = from === 'one' ? 'two' : 'one';
    asked = [];
    let release = (): void => undefined;
    const going = new Promise<void>((resolve) => (release = resolve));
    const reached = new Promise<void>((resolve) => (held = { step, reached: resolve, going }));
    try {
      expect((await ask(MOVE, { to })).data.moveHome.submission.outcome).toBe('ACCEPTED');
      await reached;
      await work(from, to);
    } finally {
      held = undefined;
      release();
    }
  }

  const refused = { extensions: { code: 'CONFLICT' }, message: expect.stringContaining('on its way to') };

  test.each([
    ['take', 'COPYING'],
    ['open', 'SWITCHED'],
    ['remove', 'SETTLING'],
  ])(
    'while %s is awaited, the list is not set elsewhere, but changed otherwise',
    async (step, state) => {
      const before = await read();
      await during(step, async (from, to) => {
        const during = await read();
        expect(during.move.state).toBe(state);
        const serving = state === 'COPYING' ? from : to;
        const other = serving === from ? to : from;
        const elsewhere = [
          await ask(RETIRE_SHARD, { name: serving }),
          await ask(ROLLBACK, { to: 1 }),
          ...(state === 'COPYING' ? [] : [await ask(ROLLBACK, { to: before.number })]),
        ];
        for (const { errors } of elsewhere) expect(errors).toMatchObject([refused]);
        if (state !== 'COPYING') expect(await publish(other, [HOME])).toMatchObject(refused);
        expect(await read()).toEqual(during);
        expect(await publish(serving, [HOME, `new-${step}`])).toMatchObject({ outcome: 'ACCEPTED' });
      });
      await stateBecomes('DONE');
      const after = await read();
      expect(after.place).not.toBe(before.place);
      expect(await rowsAt(after.place!)).toMatchObject([{ rows: 3 }]);
      expect(await rowsAt(before.place!)).toEqual([]);
    },
    60_000,
  );

  test('a list that was set back all the same keeps the rows where it points, until it names the target again', async () => {
    const { ground } = street.registry.served.registry;
    let left = '';
    let target = '';
    let switched = 0;
    await during('open', async (from, to) => {
      [left, target] = [from, to];
      const head = (await ground.store.read.version((switched = (await read()).number)))!;
      const shards = head.state.shards.map((shard) => ({
        ...shard,
        homes: shard.name === from ? [HOME] : [],
      }));
      const { number: _, ...rest } = head;
      const draft = { ...rest, state: { ...head.state, shards } };
      await ground.store.change((book) => book.append(head.number, draft));
    });
    const waiting = await eventually(
      () => read().then(({ move }) => move),
      (move) => move.reason !== null,
    );
    expect(waiting).toMatchObject({
      state: 'SETTLING',
      reason: expect.stringContaining(`The list names "${left}" for "${HOME}" instead of "${target}"`),
    });
    expect(asked).not.toContain(`${left} remove`);
    expect(await rowsAt(left)).toMatchObject([{ rows: 3 }]);
    expect((await ask(ROLLBACK, { to: switched })).errors).toBeUndefined();
    expect(await stateBecomes('DONE')).toMatchObject({ reason: null });
    expect(await rowsAt(left)).toEqual([]);
    expect(await rowsAt(target)).toMatchObject([{ rows: 3 }]);
    const { manager } = shards.get(target)!.database;
    expect(await manager.findOneBy(StoredMove, { home: HOME })).toBeNull();
  }, 60_000);
});
