// What routers and gateways get of the registry, over real HTTP.
import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type IncomingMessage, get } from 'node:http';
import { once } from 'node:events';
import { readSigningKey } from '../../../gateway/registry/delivery/signing-key';
import { addressSupergraph } from '../../../gateway/registry/delivery/address-supergraph';
import { CONTRACTS } from '../../gateway/kit/little-graph';
import { GATEWAY_TOKEN, artifactOf, serveDelivery } from '../../gateway/kit/serve-delivery';

const SHOP = {
  name: 'shop',
  owner: 'third-home',
  url: 'http://shop.example/graphql',
  sdl: 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5") type Query { goods: [String] }',
};
const SHARDS = {
  version: 7,
  shards: [
    { name: 'one', url: 'http://one.example', contracts: ['directory', 'rooms'], homes: ['first-home'] },
  ],
  notJoined: [],
};
const SHARDED = CONTRACTS.map((it) => (it.name === 'rooms' ? { ...it, answeredBy: 'sharded' as const } : it));
const VERSION = artifactOf(7, { published: [SHOP], shards: SHARDS });

async function open(options: Parameters<typeof serveDelivery>[0] = {}) {
  return serveDelivery({ first: VERSION, contracts: SHARDED, ...options });
}

test('the supergraph has the address of every subgraph: a publication its own, a sharded contract the gateway, an ordinary one its shard', async () => {
  const { url } = await open();
  const sdl = await (await fetch(`${url}/supergraph`)).text();
  expect(
    [...sdl.matchAll(/@join__graph\(name: "(\w+)", url: "([^"]+)"\)/g)].map(([, name, at]) => [name, at]),
  ).toEqual([
    ['directory', 'http://one.example/directory'],
    ['rooms', 'http://gateway.example/shards/rooms'],
    ['shop', 'http://shop.example/graphql'],
  ]);
});

test('an address with quotation marks cannot break out of the text', () => {
  const sdl = addressSupergraph(VERSION.supergraphSdl, () => 'http://a/"\\\n@deprecated');
  expect(sdl).toContain('url: "http://a/\\"\\\\\\n@deprecated"');
  expect(addressSupergraph(VERSION.supergraphSdl, () => undefined)).toBe(VERSION.supergraphSdl);
});

test.each(['/graph', '/supergraph'])(
  '%s bears a strong ETag, and whoever has it already is told 304',
  async (at) => {
    const { url, publish } = await open();
    const first = await fetch(url + at);
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect(first.headers.get('cache-control')).toBe('no-cache');
    for (const known of [etag, `"other", ${etag}`, `W/${etag}`]) {
      const again = await fetch(url + at, { headers: { 'if-none-match': known } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    publish({ ...VERSION, version: 8, supergraphSdl: `${VERSION.supergraphSdl}\n` });
    const later = await fetch(url + at, { headers: { 'if-none-match': etag } });
    expect(later.status).toBe(200);
    expect(later.headers.get('x-lianxi-version')).toBe('8');
  },
);

test.each(['/graph', '/supergraph'])('%s is signed with the key at /supergraph/key', async (at) => {
  const { url } = await open();
  const key = createPublicKey(await (await fetch(`${url}/supergraph/key`)).text());
  const answer = await fetch(url + at);
  const body = Buffer.from(await answer.arrayBuffer());
  const signature = Buffer.from(answer.headers.get('x-lianxi-signature')!, 'base64');
  expect(verify(null, body, key, signature)).toBe(true);
  body[10]! ^= 1;
  expect(verify(null, body, key, signature)).toBe(false);
});

test('HEAD has the headers and no body; other methods are refused', async () => {
  const { url } = await open();
  const head = await fetch(`${url}/supergraph`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect(Number(head.headers.get('content-length'))).toBeGreaterThan(1_000);
  expect((await fetch(`${url}/graph`, { method: 'DELETE' })).status).toBe(405);
});

test('before the first publication there is no graph, and the sentence says what to do', async () => {
  const { url } = await serveDelivery();
  const answer = await fetch(`${url}/supergraph`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('publish a subgraph first');
});

test('what is no version yet is shown to gateways only, also by an open registry', async () => {
  const { url, offer } = await open({ isOpen: true });
  offer(VERSION);
  expect((await fetch(`${url}/graph`)).status).toBe(200);
  const stranger = await fetch(`${url}/graph/candidate`);
  expect(stranger.status).toBe(401);
  expect(await stranger.text()).not.toContain('goods');
  const headers = { authorization: `Bearer ${GATEWAY_TOKEN}` };
  const known = await fetch(`${url}/graph/candidate`, { headers });
  expect([known.status, await known.text()]).toEqual([200, expect.stringContaining('goods')]);
});

test('a closed registry gives the graph to tokens of gateways only', async () => {
  const { url } = await open({ isOpen: false });
  for (const at of ['/graph', '/supergraph', '/events']) {
    const stranger = await fetch(url + at, { headers: { authorization: 'Bearer wrong' } });
    expect(stranger.status).toBe(401);
    expect(stranger.headers.get('www-authenticate')).toBe('Bearer');
    await stranger.body?.cancel();
    const known = await fetch(url + at, { headers: { authorization: `Bearer ${GATEWAY_TOKEN}` } });
    expect(known.status).toBe(200);
    await known.body?.cancel();
  }
});

async function listenTo(url: string): Promise<{ response: IncomingMessage; next(): Promise<string> }> {
  const [response] = (await once(get(`${url}/events`), 'response')) as [IncomingMessage];
  response.setEncoding('utf8');
  const chunks = response[Symbol.asyncIterator]();
  let text = '';
  return {
    response,
    async next() {
      while (!text.includes('\n\n')) {
        const { value, done } = await chunks.next();
        if (done) return 'ended';
        text += value as string;
      }
      const end = text.indexOf('\n\n');
      const event = text.slice(0, end);
      text = text.slice(end + 2);
      return event;
    },
  };
}

test('events tell the newest version at once, each later one, and beat meanwhile', async () => {
  const { url, publish } = await open({ heartbeatMs: 20 });
  const { next, response } = await listenTo(url);
  expect(await next()).toBe('id: 7\nevent: version\ndata: 7');
  expect(await next()).toBe(':');
  publish({ ...VERSION, version: 8 });
  let event = await next();
  while (event === ':') event = await next();
  expect(event).toBe('id: 8\nevent: version\ndata: 8');
  response.destroy();
});

test('listeners are bounded, and one that leaves makes room', async () => {
  const { url } = await open({ listeners: 2 });
  const first = await listenTo(url);
  const second = await listenTo(url);
  const third = await fetch(`${url}/events`);
  expect(third.status).toBe(503);
  expect(third.headers.get('retry-after')).toBe('5');
  expect(await third.text()).toContain('fetch /graph now and then');
  first.response.destroy();
  let again = await fetch(`${url}/events`);
  for (let i = 0; again.status === 503 && i < 200; i++) again = await fetch(`${url}/events`);
  expect(again.status).toBe(200);
  await again.body?.cancel();
  second.response.destroy();
});

test('a HEAD is refused, and takes no listener the place', async () => {
  const { url } = await open({ listeners: 1 });
  const head = await fetch(`${url}/events`, { method: 'HEAD' });
  expect([head.status, head.headers.get('allow')]).toEqual([405, 'GET']);
  const { next, response } = await listenTo(url);
  expect(await next()).toContain('data: 7');
  response.destroy();
});

describe('use', () => {
  const count = { day: '2026-11-22', client: 'wall', operation: 'Needs', coordinate: 'Need.text', count: 3 };
  const id = '01KAPXQ2R3S4T5V6W7X8Y9Z0A1';
  const report = (url: string, body: unknown, token = GATEWAY_TOKEN) =>
    fetch(`${url}/usage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });

  test('is taken from gateways', async () => {
    const { url, used } = await open();
    const counts = ['Need.text', 'Query.need(id:)', 'NeedFilter'].map((coordinate) => ({
      ...count,
      coordinate,
    }));
    expect((await report(url, { id, counts })).status).toBe(202);
    expect(used).toEqual(counts);
    const many = Array.from({ length: 20_000 }, () => count);
    expect((await report(url, { id, counts: many })).status).toBe(202);
  });

  test.each([
    ['without a token', { id, counts: [count] }, 401],
    ['without an id', { counts: [count] }, 400],
    ['with an id that is none', { id: 'first', counts: [count] }, 400],
    ['with a variable', { id, counts: [{ ...count, variables: { id: 1 } }] }, 400],
    ['with a count below one', { id, counts: [{ ...count, count: 0 }] }, 400],
    ['with a coordinate that is none', { id, counts: [{ ...count, coordinate: 'Need.text(id: "x")' }] }, 400],
    ['with too many counts', { id, counts: Array.from({ length: 20_001 }, () => count) }, 400],
    ['that is no report', [], 400],
  ])('%s is refused, and nothing is kept', async (title, body, status) => {
    const { url, used } = await open();
    const answer = await report(url, body, title === 'without a token' ? 'wrong' : undefined);
    expect(answer.status).toBe(status);
    expect(used).toEqual([]);
  });
});

describe('the key', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lianxi-key-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is made once, kept, and read by its own user only', () => {
    const file = path.join(folder, 'deep', 'key.pem');
    const made = readSigningKey(file);
    expect(readSigningKey(file).publicPem).toBe(made.publicPem);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('that is none is refused without being quoted', () => {
    const file = path.join(folder, 'broken.pem');
    writeFileSync(file, 'secret words');
    expect(() => readSigningKey(file)).toThrow(/is no Ed25519 private key(?!.*secret)/s);
  });
});
