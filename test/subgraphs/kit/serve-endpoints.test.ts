// What a shard's port answers beside good GraphQL requests.
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { unit } from '../../../subgraphs/unit/program';
import { startShard } from '../../../subgraphs/kit/start-shard';
import { openShard, type OpenShard } from '../../kit/open-shard';
import { expectNoInsides } from '../../kit/spoken';
import { sqlite } from '../../kit/test-databases';

let shard: OpenShard;
beforeAll(async () => void (shard = await openShard(unit, 'sharing', sqlite)));
afterAll(() => shard.close());

const json = { 'content-type': 'application/json' };

async function send(path: string, init: RequestInit = {}) {
  const response = await fetch(shard.url + path, init);
  const body = await response.text();
  expectNoInsides(body);
  expect(shard.faults).toEqual([]);
  return { status: response.status, body };
}

test('health names the contracts, and what the outbox has not delivered', async () => {
  const { status, body } = await send('/health');
  const outbox = { waiting: 0, refused: 0, oldestWaitingSince: null, oldestWaitingSeconds: null };
  expect([status, JSON.parse(body)]).toEqual([200, { status: 'ok', contracts: ['sharing'], outbox }]);
});

test.each(['/', '/nowhere', '//', '/%', '/sharing/'])(
  '%s is not found, with the paths that are',
  async (path) => {
    const { status, body } = await send(path);
    expect([status, body]).toEqual([404, expect.stringContaining('/sharing')]);
  },
);

test.each([
  ['no JSON', { method: 'POST', headers: json, body: '{' }, 'not JSON'],
  ['a batch', { method: 'POST', headers: json, body: '[]' }, 'batching'],
  ['a number', { method: 'POST', headers: json, body: '5' }, 'POST body missing'],
  [
    'plain text, as a form could send',
    { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{__typename}"}' },
    'CSRF',
  ],
  [
    'more than 4 MB',
    { method: 'POST', headers: json, body: JSON.stringify({ query: ' '.repeat(5e6) }) },
    '4 MB',
  ],
  [
    'variables that are no object',
    { method: 'POST', headers: json, body: '{"query":"{__typename}","variables":5}' },
    'variables',
  ],
])('a body with %s is refused', async (_, init, sentence) => {
  const { status, body } = await send('/sharing', init);
  expect([status, body]).toEqual([400, expect.stringContaining(sentence)]);
});

test('a persisted query is refused as such', async () => {
  const body = JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } });
  expect((await send('/sharing', { method: 'POST', headers: json, body })).body).toContain(
    'PERSISTED_QUERY_NOT_SUPPORTED',
  );
});

test('a browser is shown no page with scripts of others', async () => {
  expect((await send('/sharing', { headers: { accept: 'text/html' } })).body).not.toContain('<script');
});

test('a port that is taken is told in a sentence', async () => {
  const { url: databaseUrl, drop } = await sqlite.create();
  const port = Number(new URL(shard.url).port);
  const start = startShard(unit, { databaseUrl, host: '127.0.0.1', port, log: () => undefined });
  await expect(start).rejects.toThrow(`Port ${port} on 127.0.0.1 is already taken`);
  await drop();
});

test('a stop answers the request in flight and does not wait for its connection', async () => {
  const stopping = await openShard(unit, 'sharing', sqlite);
  const agent = new Agent({ keepAlive: true });
  const headers = { ...json, expect: '100-continue' };
  const pending = request(`${stopping.url}/sharing`, { method: 'POST', agent, headers });
  pending.flushHeaders();
  await once(pending, 'continue');
  const stopped = stopping.close();
  pending.end('{"query":"{ bookings { totalCount } }"}');
  const [response] = (await once(pending, 'response')) as [IncomingMessage];
  expect(await text(response)).toBe('{"data":{"bookings":{"totalCount":0}}}\n');
  await stopped;
  agent.destroy();
}, 10_000);
