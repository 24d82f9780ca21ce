// A home moves to another shard by the registry's verb, while people read and write: nothing is lost, nothing is doubled.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DEFAULTS } from '../../gateway/config';
import { createGateway } from '../../gateway/main';
import { EXIT } from '../../scripts/registry/exit-codes';
import { askRegistry } from '../../scripts/registry/ask-registry';
import { COMMANDS } from '../../scripts/registry/commands';
import { parseCommand } from '../../scripts/registry/parse-command';
import { homeTables } from '../../subgraphs/kit/database/home-tables';
import type { RunningShard } from '../../subgraphs/kit/start-shard';
import { AuditEntry, findBrokenSeal, readAudit } from '../../subgraphs/kit/workflow/audit-entry';
import { OutboxMessage } from '../../subgraphs/kit/workflow/outbox-message';
import { eventually } from '../gateway/kit/start-gateway';
import { ask } from '../kit/run-demonstration';
import { openSignIn, type SignIn } from '../kit/sign-in';
import { longSuiteDatabases } from '../kit/test-databases';
import { STREET_TOKEN } from '../registry/kit/small-parts';
import { idOf, need } from '../subgraphs/sharing/kit/sharing-rows';
import { openStreet, type OpenStreet } from '../end-to-end/kit/open-street';

const HOME = 'yili';
const ROWS = 600;
const PUBLISH_SHARD =
  'mutation($shard: ShardInput!) { publishShard(shard: $shard) { outcome verdict { findings { rule sentence { en } } } } }';
const NEEDS =
  '{ needs(first: 500) { totalCount coverage { complete } pageInfo { hasNextPage endCursor } edges { node { id } } } }';
const CREATE = `mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id } refusal { code } replayed } }`;

describe.each(longSuiteDatabases())('$name', (database) => {
  let street: OpenStreet;
  let signIn: SignIn;
  let token: string;
  let hosted: RunningShard;
  let own: RunningShard;

  beforeAll(async () => {
    signIn = await openSignIn();
    const { demonstrationIssuerPath } = signIn;
    street = await openStreet({
      database,
      gateway: { demonstrationIssuerPath, fetchDeadlineMs: 30_000, requestDeadlineMs: 60_000 },
      registry: { moveSettleMs: 1_000 },
    });
    token = await street.admit(HOME);
    const rows = Array.from({ length: ROWS }, (_, n) => need(n, { text: `需要 ${n}` }));
    hosted = await street.openShard('hosted', { homes: [HOME, 'dongguan'], rows });
    own = await street.openShard('yili-shard');
    await published({ name: 'hosted', url: hosted.url, homes: [HOME, 'dongguan'] });
    await published({ name: 'yili-shard', url: own.url, homes: [] }, token);
    await eventually(count, (found) => found === ROWS);
  }, 180_000);
  afterAll(() => street?.close());

  const published = async (shard: object, by = STREET_TOKEN) => {
    const { data } = await street.registry.ask(
      PUBLISH_SHARD,
      { shard: { contracts: ['sharing'], ...shard } },
      by,
    );
    expect(data.publishShard).toMatchObject({ outcome: 'ACCEPTED', verdict: { findings: [] } });
  };

  const count = async () =>
    (await ask(street.gateway.url, '{ needs(first: 1) { totalCount } }')).data?.needs?.totalCount as number;

  const run = (line: string) => {
    const { command, options, names } = parseCommand(line.split(' '), COMMANDS);
    process.env.LIANXI_REGISTRY_TOKEN = token;
    return command!.run({ options, names, ask: askRegistry({ ...options, registry: street.registry.url }) });
  };

  /** The ids of all needs, by pages that may lie on both sides of a switch. */
  async function readAll(): Promise<string[]> {
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const query: string = NEEDS.replace('first: 500', `first: 500, after: ${JSON.stringify(after)}`);
      const { data, errors } = await ask(street.gateway.url, query, {}, await signIn.as(HOME));
      if (errors || !data.needs.coverage.complete)
        throw new Error(`Not whole: ${JSON.stringify(errors ?? data.needs.coverage)}`);
      ids.push(...data.needs.edges.map(({ node }: { node: { id: string } }) => node.id));
      ({ hasNextPage: more, endCursor: after } = data.needs.pageInfo);
    }
    return ids;
  }

  /** Written and answered, by id; and how often a write was told to come again. */
  const written = new Map<string, string>();
  let toldToWait = 0;

  async function write(key: string): Promise<void> {
    const authorization = await signIn.as(HOME);
    for (;;) {
      const input = { home: HOME, text: `需要长椅 ${key}`, idempotencyKey: key };
      const { data, errors } = await ask(street.gateway.url, CREATE, { input }, authorization);
      const made = data?.createNeed?.need?.id as string | undefined;
      if (made) return void written.set(made, key);
      const code = errors?.[0]?.extensions?.code;
      if (code !== 'HOME_UNAVAILABLE')
        throw new Error(
          `Neither written nor told to wait: ${JSON.stringify({ data, errors })} ${String(street.faults.at(-1))}`,
        );
      if (errors![0]!.message.includes('is moving to another service')) toldToWait += 1;
      await pause(20);
    }
  }

  test('readers see every row once at every moment, and what writers wrote is all there', async () => {
    const waiting = {
      id: idOf(HOME, 'message', 1),
      home: HOME,
      rowId: 'a',
      mutation: 'proposeAgendaItem',
      input: {},
    };
    const at = new Date().toISOString();
    const state = {
      state: 'WAITING',
      attempts: 0,
      createdAt: at,
      nextAttemptAt: at,
      settledAt: null,
      lastCode: null,
    };
    await hosted.database.manager.insert(OutboxMessage, { ...waiting, ...state } as never);
    let going = true;
    let reads = 0;
    const readers = Array.from({ length: 3 }, async () => {
      for (; going; reads++) {
        const known = [...written.keys()];
        const found = await readAll();
        const once = new Set(found);
        expect(found).toHaveLength(once.size);
        expect(known.filter((id) => !once.has(id))).toEqual([]);
        expect([...once].filter((id) => id.includes('.need.0')).length).toBeGreaterThanOrEqual(ROWS);
      }
    });
    const writers = Array.from({ length: 3 }, async (_, writer) => {
      for (let n = 0; going; n++) await write(`writer-${writer}-${n}`);
    });
    const busy = Promise.all([...readers, ...writers]);
    await Promise.race([
      busy,
      eventually(
        () => [reads, written.size],
        ([seen = 0, made = 0]) => seen > 3 && made > 5,
      ),
    ]);
    const moved = await run(`shard move --home ${HOME} --to yili-shard --lang en`);
    expect(moved).toMatchObject({
      exit: EXIT.accepted,
      text: expect.stringContaining(`${HOME} is served by yili-shard since version`),
    });
    const [before, readsBefore] = [written.size, reads];
    await Promise.race([
      busy,
      eventually(
        () => [reads, written.size],
        ([seen = 0, made = 0]) => seen > readsBefore + 3 && made > before + 5,
      ),
    ]);
    going = false;
    await busy;
    expect(toldToWait).toBeGreaterThan(0);
    const found = await readAll();
    expect(new Set(found).size).toBe(found.length);
    expect(found).toHaveLength(ROWS + written.size);
    expect([...written.keys()].filter((id) => !found.includes(id))).toEqual([]);
  }, 240_000);

  test('idempotency keys, audit and outbox came along, and the old shard has let go', async () => {
    const [[id, key] = ['', '']] = written;
    const input = { home: HOME, text: `需要长椅 ${key}`, idempotencyKey: key };
    const again = await ask(street.gateway.url, CREATE, { input }, await signIn.as(HOME));
    expect(again.data.createNeed).toMatchObject({ need: { id }, replayed: true });
    const { manager } = own.database;
    expect(await manager.countBy(AuditEntry, { home: HOME })).toBe(written.size);
    expect(await findBrokenSeal(readAudit(manager, HOME))).toBeNull();
    expect(await manager.countBy(OutboxMessage, { home: HOME, state: 'WAITING' })).toBe(1);
    await eventually(
      async () => (await run('shard moves')).data as { state: string }[],
      ([move]) => move?.state === 'DONE',
    );
    for (const { target } of homeTables(hosted.database))
      expect(await hosted.database.manager.countBy(target, { home: HOME } as never)).toBe(0);
    expect(await readAll()).toHaveLength(ROWS + written.size);
  }, 60_000);

  test('a gateway that is still on the old list is told that the rows have gone, and never that there are none', async () => {
    const shardListPath = join(street.folder, 'old-shards.json');
    const shards = [{ name: 'hosted', url: hosted.url, contracts: ['sharing'], homes: [HOME, 'dongguan'] }];
    writeFileSync(shardListPath, JSON.stringify({ version: 1, shards, notJoined: [] }));
    const { actorKeyPath } = street;
    const settings = { ...DEFAULTS, port: 0, logLevel: 'silent', planningBudgetMs: 30_000 } as const;
    const lagging = await createGateway({ ...settings, shardListPath, actorKeyPath }, { operations: [] });
    try {
      const list = await ask(lagging.url, '{ needs { totalCount coverage { complete missing { home } } } }');
      expect(list.data.needs).toMatchObject({ totalCount: null, coverage: { complete: false } });
      expect(list.data.needs.coverage.missing).toContainEqual({ home: HOME });
      const one = await ask(lagging.url, `{ need(id: "${idOf(HOME, 'need', 1)}") { text } }`);
      expect(one.data?.need ?? null).toBeNull();
      expect(one.errors?.[0]?.extensions?.code).toBe('HOME_UNAVAILABLE');
    } finally {
      await lagging.stop();
    }
  });
});
