// The registry and the shard that it asks are killed at each step of a move: it goes on, or is given up, and no row is lost or doubled.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRows } from '../../subgraphs/kit/database/load-rows';
import { summarizeHome } from '../../subgraphs/kit/database/home-tables';
import { HomeMove } from '../../subgraphs/kit/database/home-move';
import { ShardHome } from '../../subgraphs/kit/database/shard-home';
import { openProgramDatabase } from '../../subgraphs/kit/start-shard';
import { unit } from '../../subgraphs/unit/program';
import { eventually } from '../gateway/kit/start-gateway';
import { type CreatedDatabase, type TestDatabase, testDatabases } from '../kit/test-databases';
import { need, resource } from '../subgraphs/sharing/kit/sharing-rows';
import { askAt } from './kit/open-registry';
import { STREET_TOKEN } from './kit/small-parts';

const HOME = 'yili';
const PUBLISH_SHARD =
  'mutation($shard: ShardInput!) { publishShard(shard: $shard) { outcome verdict { findings { sentence { en } } } } }';
const MOVE =
  'mutation($to: String!) { moveHome(home: "yili", to: $to) { submission { outcome verdict { findings { sentence { en } } } } move { id state } } }';
const ABORT = 'mutation($id: ID!) { abortMove(id: $id) { state } }';
const MOVES = '{ moves { id state to reason } version { shards { name homes } } }';

interface Running {
  child: ChildProcess;
  url: string;
}

/** Each on one of the databases, in turn; all of them on each with LIANXI_ALL_DATABASES=on. */
function stepsOn({ name }: TestDatabase, all: string[]): string[] {
  if (process.env.LIANXI_ALL_DATABASES === 'on') return all;
  const names = testDatabases().map((database) => database.name);
  return all.filter((_, i) => i % names.length === names.indexOf(name));
}

describe.each(testDatabases())('$name', (testDatabase) => {
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-killed-'));
  const databases: CreatedDatabase[] = [];
  const shards = new Map<string, Running & { databaseUrl: string }>();
  let registry: Running;
  let registryDatabase: CreatedDatabase;
  let whole: unknown;
  /** Called before each step, with the name of the shard that is asked. */
  let onStep: (step: string, shard: string) => Promise<void> = async () => undefined;

  async function created(): Promise<CreatedDatabase> {
    const database = await testDatabase.create();
    databases.push(database);
    return database;
  }

  async function start(file: string, ...words: string[]): Promise<Running> {
    const child = fork(join(__dirname, 'kit', file), words, {
      execArgv: ['-r', require.resolve('@swc-node/register')],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const [message] = (await once(child, 'message')) as [{ ready: string }];
    return { child, url: message.ready };
  }

  const startRegistry = async (port = '0') =>
    void (registry = await start('serve-moving-registry.ts', registryDatabase.url, folder, port));

  async function startShard(name: string, databaseUrl: string, port = '0'): Promise<void> {
    const keys = `${registry.url}/.well-known/lianxi-keys`;
    const running = await start('serve-moving-shard.ts', name, databaseUrl, port, keys);
    shards.set(name, { ...running, databaseUrl });
    running.child.on('message', ({ step }: { step?: string }) => {
      if (step) void onStep(step, name).then(() => running.child.connected && running.child.send('go'));
    });
  }

  async function kill({ child }: Running): Promise<void> {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  const portOf = ({ url }: Running) => new URL(url).port;
  const ask = (query: string, variables = {}) => askAt(registry.url, query, variables, STREET_TOKEN);

  async function inspect(name: string) {
    const database = await openProgramDatabase(unit, shards.get(name)!.databaseUrl);
    const { manager } = database;
    const found = {
      rows: await summarizeHome(manager, HOME),
      served: await manager.findOneBy(ShardHome, { home: HOME }),
      standing: (await manager.findOneBy(HomeMove, { home: HOME }))?.standing,
    };
    await database.destroy();
    return found;
  }

  beforeAll(async () => {
    registryDatabase = await created();
    await startRegistry();
    for (const name of ['one', 'two']) await startShard(name, (await created()).url);
    const rows = Array.from({ length: 30 }, (_, n) => [need(n), resource(n)]).flat();
    const database = await openProgramDatabase(unit, shards.get('one')!.databaseUrl);
    await loadRows(database, rows, [HOME], new Date().toISOString());
    whole = await summarizeHome(database.manager, HOME);
    await database.destroy();
    for (const [name, { url }] of shards) {
      const shard = { name, url, contracts: ['sharing'], homes: name === 'one' ? [HOME] : [] };
      const { data } = await ask(PUBLISH_SHARD, { shard });
      expect(data.publishShard).toMatchObject({ outcome: 'ACCEPTED', verdict: { findings: [] } });
    }
  }, 180_000);
  afterAll(async () => {
    for (const running of [registry, ...shards.values()])
      if (running?.child.exitCode === null) running.child.kill('SIGKILL');
    for (const database of databases) await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function whereItIs(): Promise<string> {
    const { data } = await ask(MOVES);
    return data.version.shards.find(({ homes }: { homes: string[] }) => homes.includes(HOME)).name;
  }

  /** Kills both when this step is asked for, once; the answer resolves when they are up again. */
  function killAt(fatal: string): Promise<void> {
    return new Promise((resolve, reject) => {
      onStep = async (step, name) => {
        if (step !== fatal) return;
        onStep = async () => undefined;
        const shard = shards.get(name)!;
        await Promise.all([kill(registry), kill(shard)]);
        await startShard(name, shard.databaseUrl, portOf(shard));
        await startRegistry(portOf(registry)).then(resolve, reject);
      };
    });
  }

  async function moved(state: string): Promise<void> {
    await eventually(
      async () => (await ask(MOVES)).data?.moves as { state: string; reason: string | null }[],
      (moves) => moves?.[0]?.state === state,
    );
  }

  test.each(stepsOn(testDatabase, ['leave', 'arrive', 'read', 'take', 'seal', 'open', 'remove']))(
    'killed at the step %s, it goes on: every row is at its new place, and none at the old one',
    async (step) => {
      const source = await whereItIs();
      const target = source === 'one' ? 'two' : 'one';
      const killed = killAt(step);
      expect((await ask(MOVE, { to: target })).data.moveHome.submission).toMatchObject({
        outcome: 'ACCEPTED',
      });
      await killed;
      await moved('DONE');
      expect(await whereItIs()).toBe(target);
      expect(await inspect(target)).toMatchObject({
        rows: whole,
        served: { leavingSince: null },
        standing: undefined,
      });
      expect(await inspect(source)).toEqual({ rows: [], served: null, standing: 'GONE' });
    },
    120_000,
  );

  test.each(stepsOn(testDatabase, ['stay', 'discard']))(
    'given up before the switch and killed at the step %s, all is as it was',
    async (step) => {
      const source = await whereItIs();
      const target = source === 'one' ? 'two' : 'one';
      let killed: Promise<void> = Promise.resolve();
      const begun = new Promise<void>((resolve) => {
        onStep = async (at) => {
          if (at !== 'take') return;
          const [{ id }] = (await ask(MOVES)).data.moves;
          killed = killAt(step);
          expect((await ask(ABORT, { id })).data.abortMove.state).toBe('ABORTING');
          resolve();
        };
      });
      await ask(MOVE, { to: target });
      await begun;
      await killed;
      await moved('ABORTED');
      expect(await whereItIs()).toBe(source);
      expect(await inspect(source)).toMatchObject({
        rows: whole,
        served: { leavingSince: null },
        standing: undefined,
      });
      expect(await inspect(target)).toEqual({ rows: [], served: null, standing: 'GONE' });
    },
    120_000,
  );
});
