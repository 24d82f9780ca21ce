// What a gateway's clients ask reaches the registry that it follows, and decides there what may be taken away.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { ulid } from 'ulid';
import { openStore } from '../../gateway/registry/store/open-store';
import { createRegistrySink } from '../../gateway/usage/registry-sink';
import { reportUsage } from '../../gateway/usage/report-usage';
import type { UsageSink } from '../../gateway/usage/usage-sink';
import type { UsageCounter } from '../../gateway/usage/usage-counter';
import type { UseCount } from '../../gateway/usage/use-count';
import { post, sendRaw } from '../gateway/kit/raw-request';
import { eventually, startGateway } from '../gateway/kit/start-gateway';
import { type Subgraph, startSubgraph } from '../gateway/kit/start-subgraph';
import { type CreatedDatabase, sqlite, testDatabases } from '../kit/test-databases';
import {
  type OpenRegistry,
  PUBLISH,
  REJECT,
  openRegistry,
  sharedChecker,
} from '../registry/kit/open-registry';
import { SMALL_PARTS, STREET_TOKEN } from '../registry/kit/small-parts';

const SHOP = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
type Query {
  shopGoods(filter: ShopFilter, near: ShopNear, first: Int, last: Int): [ShopGood!]!
  shopStalls(where: ShopPlace): [ShopGood!]!
}
input ShopFilter { text: String size: Int }
input ShopNear { east: Int north: Int }
input ShopPlace { town: ShopTown floor: Int }
input ShopTown { name: String part: String }
type ShopGood @key(fields: "id") { id: ID! title: String weight: Int }
`;
const goods = () => [{ id: 'tea', title: 'Tea', weight: 1 }];
const RESOLVERS = { Query: { shopGoods: goods, shopStalls: goods } };

const GOODS = 'query Goods { shopGoods(filter: { text: "green" }, first: 2) { title } }';
const STALLS = 'query Stalls($where: ShopPlace) { shopStalls(where: $where) { id } }';
const WALL = { 'apollographql-client-name': 'wall' };
/** By coordinate, where each operation is asked twice. */
const RECORDED = [
  'wall Goods Query.shopGoods 2',
  'wall Goods Query.shopGoods(filter:) 2',
  'wall Goods Query.shopGoods(first:) 2',
  'wall Goods ShopFilter.text 2',
  'wall Goods ShopGood.title 2',
  'wall Stalls Query.shopStalls 2',
  'wall Stalls Query.shopStalls(where:) 2',
  'wall Stalls ShopGood.id 2',
  'wall Stalls ShopPlace 2',
];

const checker = sharedChecker();
const folder = mkdtempSync(path.join(tmpdir(), 'lianxi-use-'));
afterAll(async () => {
  await checker.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function recordedIn({ url }: CreatedDatabase): Promise<string[]> {
  const store = await openStore(url);
  const uses = await store.read.usageSince('2000-01-01');
  await store.close();
  return uses.map((use) => [use.client, use.operation, use.coordinate, use.count].join(' ')).sort();
}

describe.each(testDatabases())('$name: what is in use', ({ name, create }) => {
  let database: CreatedDatabase;
  let shop: Subgraph;
  let registry: OpenRegistry;
  let token: string;
  let sdl = SHOP;

  beforeAll(async () => {
    database = await create();
    shop = await startSubgraph({ contracts: [{ name: 'shop', sdl: SHOP, resolvers: RESOLVERS }] });
    registry = await openRegistry(database, { checker });
    token = await registry.admit('shop');
    expect(await publish(sdl)).toMatchObject({ outcome: 'ACCEPTED' });
    const graphPath = path.join(folder, `${name}.json`);
    const following = { registryUrl: registry.url, registryToken: STREET_TOKEN, graphPath };
    const gateway = await startGateway(null, following, { contracts: SMALL_PARTS.contracts });
    for (let i = 0; i < 2; i++) {
      const { body } = await sendRaw(gateway.url, post({ query: GOODS }, WALL));
      expect(JSON.parse(body)).toMatchObject({ data: { shopGoods: [{ title: 'Tea' }] } });
      const variables = { where: { town: { name: 'hidden' } } };
      await sendRaw(gateway.url, post({ query: STALLS, variables }, WALL));
    }
    await gateway.stop();
  });
  afterAll(async () => {
    await registry?.close();
    await shop?.stop();
    await database?.drop();
  });

  async function publish(text: string) {
    const subgraph = { name: 'shop', url: `${shop.url}/shop`, sdl: text };
    const { data, errors } = await registry.ask(PUBLISH, { subgraph }, token);
    if (errors) throw new Error(JSON.stringify(errors));
    return data.publish;
  }

  test('is recorded as it was asked, without a value', async () => {
    expect(await recordedIn(database)).toEqual(RECORDED);
  });

  test.each([
    ['a field', 'title: String', 'ShopGood.title', 'Goods (wall)'],
    ['an argument', ', first: Int', 'Query.shopGoods(first:)', 'Goods (wall)'],
    ['an input field that was written out', 'text: String', 'ShopFilter.text', 'Goods (wall)'],
    ['an input field that a variable may hold', 'floor: Int', 'ShopPlace.floor', 'Stalls (wall)'],
    ['one of an object inside of it', 'part: String', 'ShopTown.part', 'Stalls (wall)'],
  ])('%s: taking it away waits, and names who uses it', async (_, text, coordinate, user) => {
    const { outcome, proposal, verdict } = await publish(sdl.replace(text, ''));
    expect(outcome).toBe('WAITING');
    expect(verdict.changes).toContainEqual(expect.objectContaining({ coordinate, inUseBy: [user] }));
    expect(verdict.findings).toContainEqual(
      expect.objectContaining({
        rule: 'BREAKING_IN_USE',
        sentence: expect.objectContaining({ en: expect.stringContaining(user) }),
      }),
    );
    await registry.ask(REJECT, { id: proposal.id, reason: 'in use' });
  });

  test.each([
    ['a field', 'weight: Int', 'ShopGood.weight'],
    ['an argument', ', last: Int', 'Query.shopGoods(last:)'],
    ['a field of an input that was written out', 'size: Int', 'ShopFilter.size'],
    ['a field of an input that nobody sends', 'north: Int', 'ShopNear.north'],
  ])('%s that nobody used goes at once', async (_, text, coordinate) => {
    sdl = sdl.replace(text, '');
    const { outcome, verdict } = await publish(sdl);
    expect(verdict.changes).toContainEqual(expect.objectContaining({ coordinate, inUseBy: [] }));
    expect(outcome).toBe('ACCEPTED');
  });
});

const use = (coordinate: string): UseCount => ({
  day: new Date().toISOString().slice(0, 10),
  client: 'c'.repeat(64),
  operation: 'O'.repeat(200),
  coordinate,
  count: 1,
});

const quiet = pino({ level: 'silent' });

/** Gives these once. */
function counterOf(uses: UseCount[]): UsageCounter {
  return { hook: { name: 'usage', apply: () => undefined }, take: () => uses.splice(0) };
}

describe.each(testDatabases())('$name: reports', ({ create }) => {
  let database: CreatedDatabase;
  beforeAll(async () => void (database = await create()));
  afterAll(() => database.drop());

  test('while the registry is down counts wait, and come when it is back, once', async () => {
    const registry = await openRegistry(database, { checker });
    const sink = createRegistrySink({ url: registry.url, token: STREET_TOKEN });
    await registry.close();
    const lines: string[] = [];
    const heard = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
    // The longest names there are, in more than one report.
    const uses = Array.from({ length: 2_500 }, (_, i) => use(`Query.f${i}`.padEnd(400, 'x')));
    const reporter = reportUsage({ counter: counterOf(uses), sink, every: 50, log: heard });
    await eventually(
      () => lines.join(''),
      (said) => /wait for the registry: .*does not answer \(ECONNREFUSED\)/.test(said),
    );
    const again = await openRegistry(database, { checker }, { port: Number(new URL(registry.url).port) });
    await eventually(
      () => recordedIn(database),
      (recorded) => recorded.length === 2_500,
    );
    await reporter.stop();
    expect((await recordedIn(database)).every((line) => line.endsWith(' 1'))).toBe(true);
    await again.close();
  });

  test('one whose answer was lost comes again and is not counted again; what came since is', async () => {
    const registry = await openRegistry(database, { checker });
    const sink = createRegistrySink({ url: registry.url, token: STREET_TOKEN });
    const asked = [use('Query.lost')];
    let lost = 0;
    const lossy: UsageSink = {
      async report(report) {
        await sink.report(report);
        if (++lost > 2) return;
        asked.push(use('Query.lost'));
        throw new Error('the answer is lost');
      },
    };
    const reporter = reportUsage({ counter: counterOf(asked), sink: lossy, every: 20, log: quiet });
    await eventually(
      () => recordedIn(database),
      (recorded) => recorded.some((line) => line.endsWith('Query.lost 3')),
    );
    await reporter.stop();
    expect((await recordedIn(database)).filter((line) => line.includes('Query.lost'))).toHaveLength(1);
    expect(await recordedIn(database)).toContainEqual(expect.stringMatching(/Query\.lost 3$/));
    await registry.close();
  });

  test('one that comes twice at the same moment is counted once', async () => {
    const registry = await openRegistry(database, { checker });
    const sink = createRegistrySink({ url: registry.url, token: STREET_TOKEN });
    const report = { id: ulid(), counts: [use('Query.twice')] };
    await Promise.all(Array.from({ length: 5 }, () => sink.report(report)));
    expect(await recordedIn(database)).toContainEqual(expect.stringMatching(/Query\.twice 1$/));
    await registry.close();
  });
});

test.each(testDatabases())('$name: what gateways report at the same moment adds up', async ({ create }) => {
  const database = await create();
  const stores = [await openStore(database.url), await openStore(database.url)];
  const uses = Array.from({ length: 300 }, (_, i) => use(`Query.f${i}`));
  const report = (i: number) =>
    stores[i % 2]!.change((book) => book.addUse(i % 3 ? uses : uses.toReversed()));
  await report(0);
  await Promise.all(Array.from({ length: 6 }, (_, i) => report(i)));
  const recorded = await stores[0]!.read.usageSince('2000-01-01');
  expect(recorded).toHaveLength(300);
  expect(new Set(recorded.map(({ count }) => count))).toEqual(new Set([7]));
  await Promise.all(stores.map((store) => store.close()));
  await database.drop();
});

describe('a registry that takes no report', () => {
  test('says which token it wants', async () => {
    const database = await sqlite.create();
    const registry = await openRegistry(database, { checker });
    const sink = createRegistrySink({ url: registry.url, token: 'wrong' });
    await expect(sink.report({ id: ulid(), counts: [use('Query.a')] })).rejects.toThrow(
      `${registry.url}/usage answers 401: set LIANXI_REGISTRY_TOKEN to a token for gateways.`,
    );
    await registry.close();
    await database.drop();
  });

  test('and never answers is given up', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const sink = createRegistrySink({ url, token: STREET_TOKEN });
    await expect(sink.report({ id: ulid(), counts: [use('Query.a')] })).rejects.toThrow(
      `${url}/usage does not answer (`,
    );
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  });

  test('a gateway without a token says that it reports nothing', async () => {
    const gateway = await startGateway(null, {
      registryUrl: 'http://127.0.0.1:9',
      graphPath: path.join(folder, 'none.json'),
    });
    expect(gateway.log.join('')).toContain('Use is not reported to the registry');
    await gateway.stop();
  });
});
