// Shards over HTTP: each way to fail is an outcome, a dead shard is left alone, a restarted one is whole again quickly.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import {
  createHttpTransport,
  type HttpTransport,
  type HttpTransportOptions,
} from '../../gateway/sharding/http-transport';
import type { SendOptions } from '../../gateway/sharding/transport';

let server: Server;
let transport: HttpTransport;
let respond: RequestListener;
let received: number;
const sockets = new Set<Socket>();

beforeEach(async () => {
  received = 0;
  server = createServer((request, response) => {
    received += 1;
    respond(request, response);
  });
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await transport.close();
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

function open(options: HttpTransportOptions = {}) {
  transport = createHttpTransport({ fetchTimeout: 500, ...options });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base`;
  const shard = { name: 's', url, contracts: ['c'], homes: ['h'] };
  return (sendOptions: SendOptions = {}) => transport.send(shard, 'c', { query: '{ a }' }, sendOptions);
}

const json =
  (body: unknown, status = 200): RequestListener =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const silence = async (send: () => ReturnType<ReturnType<typeof open>>) => {
  const answer = await send();
  return answer.kind === 'silent' ? answer.why : answer;
};

test('a contract is asked at its path', async () => {
  let asked = '';
  respond = (request, response) => {
    asked = `${request.method} ${request.url}`;
    json({ data: { a: 1 }, errors: [{ message: 'm', path: ['a', 0], extensions: { code: 'BAD_ID' } }] })(
      request,
      response,
    );
  };
  expect(await open()()).toEqual({
    kind: 'answered',
    data: { a: 1 },
    errors: [{ message: 'm', path: ['a', 0], code: 'BAD_ID' }],
    isPlain: true,
  });
  expect(asked).toBe('POST /base/c');
});

test.each<[string, RequestListener, string]>([
  ['a failure', json({ data: {} }, 500), 'bad-status'],
  [
    'a redirect',
    (_, response) => void response.writeHead(302, { location: '/elsewhere' }).end(),
    'bad-status',
  ],
  ['no JSON', (_, response) => void response.end('<html>'), 'not-json'],
  ['JSON that is no answer', json([]), 'not-graphql'],
  ['errors that are no list', json({ data: null, errors: 'x' }), 'not-graphql'],
  [
    'an answer cut off',
    (_, response) => (
      response.writeHead(200, { 'content-length': '99' }),
      void response.write('{', () => response.destroy())
    ),
    'cut-off',
  ],
  ['no answer at all', () => undefined, 'deadline'],
  ['a closed connection', (request) => void request.socket.destroy(), 'unreachable'],
])('%s is silence', async (_, how, why) => {
  respond = how;
  expect(await silence(open({ fetchTimeout: 200 }))).toBe(why);
});

test('a refusal with a 4xx is an answer', async () => {
  respond = json({ errors: [{ message: 'no' }] }, 400);
  expect(await open()()).toEqual({
    kind: 'answered',
    data: null,
    errors: [{ message: 'no', path: undefined, code: undefined }],
    isPlain: true,
  });
});

test('an answer is read up to a bound', async () => {
  respond = json({ data: { a: 'x'.repeat(2_000) } });
  expect(await silence(open({ maxAnswer: 1_000 }))).toBe('too-large');
});

test('the deadline of the operation and its end count too', async () => {
  respond = () => undefined;
  const send = open({ fetchTimeout: 60_000 });
  expect(await silence(() => send({ deadline: Date.now() + 50 }))).toBe('deadline');
  const controller = new AbortController();
  const sent = silence(() => send({ signal: controller.signal }));
  controller.abort();
  expect(await sent).toBe('aborted');
  expect(await silence(() => send({ signal: controller.signal }))).toBe('aborted');
});

test('after failures in a row a shard is left alone, then one probe decides', async () => {
  let now = 0;
  respond = json({}, 500);
  const send = open({ breakerFailures: 3, breakerPause: 1_000, now: () => now });
  for (let i = 0; i < 3; i++) expect(await silence(send)).toBe('bad-status');
  expect(await silence(send)).toBe('breaker-open');
  expect(received).toBe(3);
  now = 1_000;
  expect(await Promise.all([silence(send), silence(send)])).toEqual(['bad-status', 'breaker-open']);
  now = 2_000;
  respond = json({ data: {} });
  expect((await send()).kind).toBe('answered');
  expect((await send()).kind).toBe('answered');
});

test('only so many requests are under way, only so many wait', async () => {
  const waiting: (() => void)[] = [];
  respond = (request, response) => void waiting.push(() => json({ data: {} })(request, response));
  const send = open({ concurrency: 2, queue: 3, fetchTimeout: 5_000 });
  const sent = Array.from({ length: 7 }, () => silence(send));
  expect(await Promise.all(sent.slice(5))).toEqual(['overloaded', 'overloaded']);
  for (let answered = 0; answered < 5; answered++) {
    const underWay = Math.min(2, 5 - answered);
    while (waiting.length < underWay) await new Promise(setImmediate);
    for (let i = 0; i < 20; i++) await new Promise(setImmediate);
    expect(waiting).toHaveLength(underWay);
    waiting.shift()!();
  }
  for (const outcome of await Promise.all(sent.slice(0, 5)))
    expect(outcome).toMatchObject({ kind: 'answered' });
});

test('a query whose connection was closed is sent once more, a mutation is not', async () => {
  respond = (request, response) =>
    received % 2 === 1 ? request.socket.destroy() : json({ data: {} })(request, response);
  const send = open();
  expect((await send({ repeatable: true })).kind).toBe('answered');
  expect(await silence(() => send({ repeatable: false }))).toBe('unreachable');
  expect(received).toBe(3);
});
