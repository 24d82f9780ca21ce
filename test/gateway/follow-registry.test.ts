// The gateway follows a registry: new versions are served without a pause, and whatever goes wrong, the last good one serves on.
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readPublicKey } from '../../gateway/supergraph/artifact-signature';
import { GATEWAY_TOKEN, artifactOf, makeKey, serveDelivery } from './kit/serve-delivery';
import { CONTRACTS } from './kit/little-graph';
import { type Ground, openGround, readinessOf, refusesVersion, servesVersion } from './kit/followed-graph';
import { type TestGateway, askGraph, eventually } from './kit/start-gateway';

const BASE = '{ organizations { name } }';
const GOODS = '{ goods }';
const JOINED = '{ organizations { name shop } }';

let ground: Ground;
beforeEach(async () => (ground = await openGround()));
afterEach(() => ground.close());

/** An address that nobody listens at; the answer is a port that is free again. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function schemaOf({ url }: TestGateway): Promise<string> {
  return (await fetch(`${url}/schema.graphql`)).text();
}

describe.each(['lianxi', 'apollo'] as const)('with the executor %s', (executor) => {
  test('a subgraph that is published answers at once, and one that is retired is refused', async () => {
    const registry = await serveDelivery({ first: ground.version(1) });
    const gateway = await ground.follow(registry.url, { executor });
    expect(await gateway.ask(GOODS)).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
    registry.publish(ground.version(2, { shop: true }));
    await servesVersion(gateway, 2);
    expect(await gateway.ask(GOODS)).toEqual({ data: { goods: ['tea', 'rice'] } });
    expect((await gateway.ask(JOINED)).data).toMatchObject({
      organizations: expect.arrayContaining([{ name: 'First', shop: 'first-home sells' }]),
    });
    expect(await schemaOf(gateway)).toContain('goods');
    registry.publish(ground.version(3));
    await servesVersion(gateway, 3);
    expect(await gateway.ask(GOODS)).toMatchObject({
      errors: [{ message: expect.stringContaining('goods') }],
    });
    expect((await gateway.ask(BASE)).errors).toBeUndefined();
    expect(await schemaOf(gateway)).not.toContain('goods');
  });

  test('a version that cannot be run is refused, and the one before serves on', async () => {
    const registry = await serveDelivery({ first: ground.version(1, { shop: true }) });
    const gateway = await ground.follow(registry.url, { executor });
    const broken = { ...ground.version(2), plannableSdl: 'type Query { a: Nothing }' };
    registry.publish(broken);
    const { graph } = await refusesVersion(gateway, 2);
    expect(graph).toMatchObject({ version: 1, from: 'registry' });
    expect((await gateway.ask(GOODS)).data).toEqual({ goods: ['tea', 'rice'] });
    registry.publish(ground.version(3));
    expect((await servesVersion(gateway, 3)).graph.refused).toBeNull();
  });

  test('a subgraph that moves is asked at its new address', async () => {
    const registry = await serveDelivery({ first: ground.version(1, { shop: true }) });
    const gateway = await ground.follow(registry.url, { executor });
    await gateway.ask(GOODS);
    const next = ground.version(2, { shop: true });
    const subgraphs = next.subgraphs.map((it) =>
      it.url ? { ...it, url: `${ground.contracts.url}/shop` } : it,
    );
    registry.publish({ ...next, subgraphs });
    await servesVersion(gateway, 2);
    const before = ground.shop.queries.length;
    await gateway.ask(GOODS);
    expect(ground.shop.queries).toHaveLength(before);
    expect(ground.contracts.queries).toContainEqual(expect.stringContaining('goods'));
  });
});

test('where push is closed, polling finds the new version', async () => {
  const registry = await serveDelivery({ first: ground.version(1), listeners: 0 });
  const gateway = await ground.follow(registry.url, { registryPollMs: 100 });
  registry.publish(ground.version(2, { shop: true }));
  const { graph } = await servesVersion(gateway, 2);
  expect(graph.following).toBe(false);
  expect((await gateway.ask(GOODS)).data).toEqual({ goods: ['tea', 'rice'] });
});

test('the registry is killed while the gateway serves: it serves on, and catches up when the registry is back', async () => {
  const registry = await serveDelivery({ first: ground.version(1, { shop: true }) });
  const gateway = await ground.follow(registry.url);
  await eventually(
    () => readinessOf(gateway),
    ({ graph }) => graph.following,
  );
  await registry.kill();
  await eventually(
    () => readinessOf(gateway),
    ({ graph }) => !graph.following,
  );
  expect((await gateway.ask(GOODS)).data).toEqual({ goods: ['tea', 'rice'] });
  await serveDelivery({ port: Number(new URL(registry.url).port), first: ground.version(5) });
  expect((await servesVersion(gateway, 5)).graph.from).toBe('registry');
});

test('a new gateway starts from disk while the registry is down, and from nothing says that it waits', async () => {
  const registry = await serveDelivery({ first: ground.version(4, { shop: true }) });
  await (await ground.follow(registry.url)).stop();
  await registry.kill();
  const fromDisk = await ground.follow(registry.url);
  expect((await readinessOf(fromDisk)).graph).toMatchObject({ version: 4, from: 'disk', following: false });
  expect((await fromDisk.ask(JOINED)).errors).toBeUndefined();
  const fromNothing = await ground.follow(registry.url, { graphPath: `${ground.graphPath}.none` });
  expect(await readinessOf(fromNothing)).toMatchObject({
    status: 'waiting for the list of shards',
    graph: { version: null, from: 'contracts' },
  });
  expect(await fromNothing.ask(BASE)).toMatchObject({
    errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
  });
  expect(fromNothing.log.join()).toContain('The gateway starts on the contracts that it was built with');
  await serveDelivery({ port: Number(new URL(registry.url).port), first: ground.version(5) });
  await Promise.all([servesVersion(fromDisk, 5), servesVersion(fromNothing, 5)]);
  expect((await fromNothing.ask(BASE)).errors).toBeUndefined();
});

test.each([
  ['half of it', (text: string) => text.slice(0, text.length / 2)],
  ['another JSON', () => '[]'],
  ['nothing', () => ''],
])('a file with %s is not used, with a sentence', async (_, spoil) => {
  const registry = await serveDelivery({ first: ground.version(4) });
  await (await ground.follow(registry.url)).stop();
  await registry.kill();
  writeFileSync(ground.graphPath, spoil(readFileSync(ground.graphPath, 'utf8')));
  const gateway = await ground.follow(registry.url);
  expect((await readinessOf(gateway)).graph).toMatchObject({ version: null, from: 'contracts' });
  expect(gateway.log.join()).toContain('It is not a graph that a gateway has kept.');
});

describe('with a pinned key', () => {
  test('what is signed with it is served, from the registry and from disk', async () => {
    const registry = await serveDelivery({ first: ground.version(1) });
    const registryKey = readPublicKey(registry.key.publicPem)!;
    await (await ground.follow(registry.url, { registryKey })).stop();
    await registry.kill();
    const gateway = await ground.follow(registry.url, { registryKey });
    expect((await readinessOf(gateway)).graph).toMatchObject({ version: 1, from: 'disk' });
    await gateway.stop();
    const other = await ground.follow(registry.url, { registryKey: readPublicKey(makeKey().publicPem)! });
    expect((await readinessOf(other)).graph.version).toBeNull();
    expect(other.log.join()).toContain('Its signature is not of the key in LIANXI_REGISTRY_KEY');
  });

  test('what is signed with another is not', async () => {
    const registry = await serveDelivery({ first: ground.version(1), key: makeKey() });
    const gateway = await ground.follow(registry.url, { registryKey: readPublicKey(makeKey().publicPem)! });
    expect((await readinessOf(gateway)).graph.version).toBeNull();
    expect(gateway.log.join()).toContain('Its signature is not of the key in LIANXI_REGISTRY_KEY');
  });
});

test('a closed registry is followed with a token, and without one the sentence names the setting', async () => {
  const registry = await serveDelivery({ first: ground.version(1), isOpen: false });
  const known = await ground.follow(registry.url, { registryToken: GATEWAY_TOKEN });
  await servesVersion(known, 1);
  registry.publish(ground.version(2));
  await servesVersion(known, 2);
  const stranger = await ground.follow(registry.url, { graphPath: `${ground.graphPath}.none` });
  expect((await readinessOf(stranger)).graph.version).toBeNull();
  expect(stranger.log.join()).toContain('set LIANXI_REGISTRY_TOKEN');
});

describe('what is not taken over', () => {
  const oddities: Array<[what: string, spoil: (ground: Ground) => object, why: string]> = [
    ['an older version', (it) => it.version(3), 'older than version 5'],
    [
      'another graph of the same version',
      (it) => it.version(5, { shop: true }),
      'another graph of this version',
    ],
    [
      'a contract with a field that the gateway does not know',
      (it) => {
        const contracts = CONTRACTS.map((contract) =>
          contract.name === 'rooms'
            ? { ...contract, sdl: `${contract.sdl} extend type Room { price: Int }` }
            : contract,
        );
        return { ...it.version(6), ...sdlOf(contracts) };
      },
      'Its contract "rooms" is not the one that this gateway was built with (it has Room.price(): Int)',
    ],
    [
      'a subgraph that has no address',
      (it) => ({ ...it.version(6, { shop: true }), subgraphs: it.version(6).subgraphs }),
      'has a subgraph "shop" that no source is for',
    ],
    ['an empty graph', (it) => ({ ...it.version(6), plannableSdl: '' }), ''],
  ];

  test.each(oddities)('%s', async (_, spoil, why) => {
    const registry = await serveDelivery({ first: ground.version(5) });
    const gateway = await ground.follow(registry.url, { registryPollMs: 200 });
    const odd = spoil(ground) as ReturnType<Ground['version']>;
    registry.publish(odd);
    const { graph } = await refusesVersion(gateway, odd.version);
    expect(graph.version).toBe(5);
    expect(graph.refused!.why).toContain(why);
    expect((await gateway.ask(BASE)).errors).toBeUndefined();
    registry.publish(ground.version(7));
    await servesVersion(gateway, 7);
  });
});

function sdlOf(contracts: typeof CONTRACTS) {
  const { supergraphSdl, plannableSdl } = artifactOf(0, { contracts });
  return { supergraphSdl, plannableSdl };
}

describe('a hostile registry', () => {
  const bodies: Array<[what: string, body: (good: object) => string]> = [
    ['no JSON', () => 'no JSON'],
    ['deep JSON', () => '['.repeat(200_000)],
    ['a version that is no number', (good) => JSON.stringify({ ...good, version: '9' })],
    ['an address of a file', (good) => withUrl(good, 'file:///etc/passwd')],
    ['an address with a password', (good) => withUrl(good, 'http://user:secret@127.0.0.1/')],
    [
      'a name with a path in it',
      (good) => JSON.stringify({ ...good, subgraphs: [{ name: '../x', owner: 'a' }] }),
    ],
    ['one name twice', (good) => JSON.stringify({ ...good, subgraphs: [NAMED, NAMED] })],
    ['a list of shards that is none', (good) => JSON.stringify({ ...good, shards: { shards: 1 } })],
  ];

  test('whatever it answers, the graph stays', async () => {
    const good = ground.version(1);
    let body = JSON.stringify(good);
    const server = createServer((request, response) => {
      if (request.url === '/graph') response.end(body);
      else
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write(`data: ${'9'.repeat(20_000)}`);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const gateway = await ground.follow(url, { registryPollMs: 100 });
      for (const [, make] of bodies) {
        const seen = new Promise((resolve) => server.once('request', resolve));
        body = make({ ...good, version: 9 });
        await seen;
        expect((await readinessOf(gateway)).graph.version).toBe(1);
        expect((await gateway.ask(BASE)).errors).toBeUndefined();
      }
      body = JSON.stringify(ground.version(2));
      await servesVersion(gateway, 2);
      expect(gateway.log.join()).not.toContain('secret');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

const NAMED = { name: 'shop', owner: 'third-home', url: 'http://127.0.0.1:1' };
const withUrl = (good: object, url: string) => JSON.stringify({ ...good, subgraphs: [{ ...NAMED, url }] });

test('a change of shards only switches nothing: what was read of the graph is still known', async () => {
  const registry = await serveDelivery({ first: ground.version(1) });
  const gateway = await ground.follow(registry.url);
  await gateway.ask(BASE);
  const next = ground.version(2);
  const shards = next.shards.shards.map((shard) => ({ ...shard, url: ground.shop.url }));
  registry.publish({ ...next, shards: { ...next.shards, shards } });
  await servesVersion(gateway, 2);
  const before = await planningOf(gateway);
  await gateway.ask(BASE);
  const after = await planningOf(gateway);
  expect(after.misses).toBe(before.misses);
  expect(ground.shop.queries).toContain('{organizations{name}}');
});

async function planningOf({ url }: TestGateway): Promise<{ misses: number }> {
  return ((await (await fetch(`${url}/health/ready`)).json()) as { planning: { misses: number } }).planning;
}

test('thirty versions under load: no request fails', async () => {
  const registry = await serveDelivery({ first: ground.version(1) });
  const gateway = await ground.follow(registry.url);
  let isOver = false;
  let asked = 0;
  const failures: unknown[] = [];
  const drive = async (i: number) => {
    while (!isOver) {
      const answer = await askGraph(
        `${gateway.url}/graphql`,
        i > 0 ? BASE : `{ rooms { name owner { name } } a${asked}: __typename }`,
      );
      asked += 1;
      if (answer.errors) failures.push(answer.errors);
    }
  };
  const load = Array.from({ length: 4 }, (_, i) => drive(i));
  for (let version = 2; version <= 31; version++) {
    registry.publish(ground.version(version, { shop: version % 2 === 0 }));
    await servesVersion(gateway, version);
  }
  isOver = true;
  await Promise.all(load);
  expect(failures).toEqual([]);
  expect(asked).toBeGreaterThan(30);
}, 180_000);

test('a subgraph of a third party is shown the bearer secret that is meant for it, and no other is', async () => {
  const seen: Array<[string, string | undefined]> = [];
  const server = createServer((request, response) => {
    seen.push([request.url!, request.headers.authorization]);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ data: { goods: ['tea'] } }));
  }).listen(await freePort(), '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const subgraphCredentialsPath = `${ground.graphPath}.credentials`;
  writeFileSync(subgraphCredentialsPath, JSON.stringify({ shop: { bearer: 'only-for-the-shop' } }));
  const version = ground.version(1, { shop: true });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/shop`;
  const subgraphs = version.subgraphs.map((it) => (it.url ? { ...it, url } : it));
  const registry = await serveDelivery({ first: { ...version, subgraphs } });
  const gateway = await ground.follow(registry.url, { subgraphCredentialsPath });
  expect((await gateway.ask(GOODS)).data).toEqual({ goods: ['tea'] });
  expect(seen).toEqual([['/shop', 'Bearer only-for-the-shop']]);
  writeFileSync(subgraphCredentialsPath, '{"shop": {"bearer": 1}}');
  registry.publish(ground.version(2, { shop: true }));
  expect((await refusesVersion(gateway, 2)).graph.refused!.why).toContain('is wrong at shop.bearer');
  server.closeAllConnections();
  server.close();
});
