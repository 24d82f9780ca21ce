// Posting to subgraphs over real sockets: bounded in time and size, given up with the client, kept alive.
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type JsonPoster, type PostLimits, createJsonPoster } from '../../gateway/execution/source/post-json';

type Handle = (request: IncomingMessage, response: ServerResponse, body: string) => void;

let handle: Handle;
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => handle(request, response, Buffer.concat(chunks).toString()));
});
let url: string;
const posters: JsonPoster[] = [];

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/directory`;
});
afterAll(async () => {
  await Promise.all(posters.map((poster) => poster.close()));
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function open(limits: Partial<PostLimits> = {}): JsonPoster {
  const poster = createJsonPoster(limits);
  posters.push(poster);
  return poster;
}

const request = {
  body: '{"query":"{ a }","variables":{}}',
  signal: undefined,
  deadline: undefined,
  repeatable: true,
};

test('the body is sent as it is, the answer comes parsed, and the connection is kept', async () => {
  const poster = open();
  const seen = new Set<unknown>();
  handle = ({ socket, headers, url: path }, response, body) => {
    seen.add(socket);
    response.end(JSON.stringify({ data: { body, path, type: headers['content-type'] } }));
  };
  for (let i = 0; i < 6; i++) {
    expect(await poster.post({ ...request, url })).toEqual({
      kind: 'answered',
      data: { body: request.body, path: '/directory', type: 'application/json' },
      errors: [],
      isPlain: false,
    });
  }
  // The pool opens a second one when the first is not yet free, and then takes turns.
  expect(seen.size).toBeLessThanOrEqual(2);
});

test('an answer in many chunks, with letters cut in two', async () => {
  handle = (_, response) => {
    const bytes = Buffer.from(JSON.stringify({ data: { word: '联席会议' } }));
    for (const byte of bytes) response.write(Buffer.of(byte));
    response.end();
  };
  expect(await open().post({ ...request, url })).toMatchObject({ data: { word: '联席会议' } });
});

test('an answer above the cap is cut off', async () => {
  handle = (_, response) => response.end(JSON.stringify({ data: { a: 'x'.repeat(5_000) } }));
  expect(await open({ maxAnswer: 4_000 }).post({ ...request, url })).toEqual({
    kind: 'silent',
    why: 'too-large',
  });
});

test('a fetch is given up at its deadline, and at that of its request', async () => {
  handle = () => undefined;
  const late = await open({ fetchTimeout: 60 }).post({ ...request, url });
  expect(late).toEqual({ kind: 'silent', why: 'deadline' });
  const sooner = await open().post({ ...request, url, deadline: Date.now() + 60 });
  expect(sooner).toEqual({ kind: 'silent', why: 'deadline' });
});

test('a client that hangs up stops the request at the subgraph', async () => {
  const leaving = new AbortController();
  const gone = new Promise<void>((resolve) => {
    handle = (incoming) => {
      incoming.socket.once('close', () => resolve());
      leaving.abort();
    };
  });
  expect(await open().post({ ...request, url, signal: leaving.signal })).toEqual({
    kind: 'silent',
    why: 'aborted',
  });
  await gone;
});

test('a connection that the subgraph closed is no failure, unless the request changes something', async () => {
  let count = 0;
  handle = ({ socket }, response) =>
    ++count % 2 === 1 ? socket.destroy() : response.end('{"data":{"a":1}}');
  expect(await open().post({ ...request, url })).toMatchObject({ kind: 'answered' });
  count = 0;
  expect(await open().post({ ...request, url, repeatable: false })).toMatchObject({
    kind: 'silent',
    why: 'unreachable',
  });
});

test('after failures in a row a subgraph is left alone for a while', async () => {
  let now = 0;
  let count = 0;
  handle = (_, response) => {
    count += 1;
    response.writeHead(500).end();
  };
  const poster = open({ breakerFailures: 2, breakerPause: 1_000, now: () => now });
  const whys = [];
  for (let i = 0; i < 4; i++) whys.push(await poster.post({ ...request, url }));
  expect(whys.map((it) => it.kind === 'silent' && it.why)).toEqual([
    'bad-status',
    'bad-status',
    'breaker-open',
    'breaker-open',
  ]);
  expect(count).toBe(2);
  now = 2_000;
  handle = (_, response) => response.end('{"data":{}}');
  expect(await poster.post({ ...request, url })).toMatchObject({ kind: 'answered' });
});

test('nobody there', async () => {
  expect(await open().post({ ...request, url: 'http://127.0.0.1:1/' })).toMatchObject({
    kind: 'silent',
    why: 'unreachable',
  });
});
