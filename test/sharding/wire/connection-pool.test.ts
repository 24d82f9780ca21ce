// Connections over a real socket: kept, given up, replaced, and never used once what they hold is in doubt.
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import type { Call, WireFault } from '../../../gateway/sharding/wire/connection';
import { ConnectionPool } from '../../../gateway/sharding/wire/connection-pool';

type Came = { status: number; text: string } | WireFault;

/** What the other side does with each request that comes, by connection. */
let handle: (socket: Socket, request: string) => void;
let sockets: Socket[] = [];
let server: Server;
const pools: ConnectionPool[] = [];

beforeAll(async () => {
  server = createServer((socket) => {
    sockets.push(socket);
    socket.setEncoding('utf8').on('data', (text: unknown) => handle(socket, text as string));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  for (const pool of pools.splice(0)) pool.destroy();
  sockets = [];
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

function open(): ConnectionPool {
  const pool = new ConnectionPool(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  pools.push(pool);
  return pool;
}

function ask(pool: ConnectionPool, text = 'ask'): Promise<Came> {
  return new Promise((resolve) => {
    const call: Call = {
      text,
      encoding: 'utf8',
      maxAnswer: 100,
      isOver: false,
      connection: undefined,
      onAnswer: (status, answer) => resolve({ status, text: answer }),
      onFault: resolve,
    };
    pool.send(call);
  });
}

const answer = (text: string, head = '') =>
  `HTTP/1.1 200 OK\r\n${head}content-length: ${text.length}\r\n\r\n${text}`;
const came = (text: string) => ({ status: 200, text });

test('one connection answers one request after the other; two at a time have two', async () => {
  handle = (socket, request) => socket.write(answer(request));
  const pool = open();
  expect(await ask(pool, 'a')).toEqual(came('a'));
  expect(await ask(pool, 'b')).toEqual(came('b'));
  expect(sockets).toHaveLength(1);
  expect(await Promise.all([ask(pool, 'c'), ask(pool, 'd')])).toEqual([came('c'), came('d')]);
  expect(sockets).toHaveLength(2);
});

test('bytes that answer nothing are never taken for the answer to the next request', async () => {
  handle = (socket, request) => socket.write(`${answer(request)}${answer('of nobody')}`);
  const pool = open();
  expect(await ask(pool, 'a')).toEqual(came('a'));
  expect(await ask(pool, 'b')).toEqual(came('b'));
  expect(sockets).toHaveLength(2);
});

test('nor are those that come later, while nothing is asked', async () => {
  handle = (socket, request) => socket.write(answer(request));
  const pool = open();
  await ask(pool, 'a');
  await new Promise<void>((resolve) => sockets[0]!.write(answer('of nobody'), () => resolve()));
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(await ask(pool, 'b')).toEqual(came('b'));
  expect(sockets).toHaveLength(2);
});

test('a connection that was closed while nothing was asked is replaced', async () => {
  handle = (socket, request) => socket.write(answer(request));
  const pool = open();
  await ask(pool, 'a');
  const closed = new Promise((resolve) => sockets[0]!.once('close', resolve));
  sockets[0]!.end();
  await closed;
  expect(await ask(pool, 'b')).toEqual(came('b'));
});

test('one that the other side keeps no longer is not used again', async () => {
  handle = (socket, request) => socket.write(answer(request, 'keep-alive: timeout=1\r\n'));
  const pool = open();
  await ask(pool, 'a');
  await ask(pool, 'b');
  expect(sockets).toHaveLength(2);
});

test('nor for longer than it says', async () => {
  handle = (socket, request) => socket.write(answer(request, 'keep-alive: timeout=3\r\n'));
  const pool = open();
  await ask(pool, 'a');
  await ask(pool, 'b');
  expect(sockets).toHaveLength(1);
  const later = Date.now() + 2_500;
  jest.spyOn(Date, 'now').mockReturnValue(later);
  await ask(pool, 'c');
  jest.restoreAllMocks();
  expect(sockets).toHaveLength(2);
});

test('an answer without an end ends with the connection', async () => {
  handle = (socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nall of it');
  expect(await ask(open())).toEqual(came('all of it'));
});

test('what went wrong says whether an answer had begun', async () => {
  const pool = open();
  handle = (socket) => socket.end();
  expect(await ask(pool)).toMatchObject({ kind: 'lost', hasBegun: false, cause: { code: 'ECONNRESET' } });
  handle = (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf');
  expect(await ask(pool)).toMatchObject({ kind: 'lost', hasBegun: true });
  handle = (socket) => socket.write(answer('x'.repeat(101)));
  expect(await ask(pool)).toMatchObject({ kind: 'too-large' });
  handle = (socket) => socket.write('no HTTP\r\n\r\n');
  expect(await ask(pool)).toMatchObject({ kind: 'lost', hasBegun: false, cause: { code: 'EPROTO' } });
});

test('a pool that is closed lets its last answer come; one that is destroyed does not', async () => {
  const asked = () => new Promise<Socket>((resolve) => (handle = resolve));
  const [closing, destroyed] = [open(), open()];
  const arrives = asked();
  const last = ask(closing);
  const socket = await arrives;
  closing.close();
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(answer('last'));
  expect(await last).toEqual(came('last'));
  await closed;
  const arrivesAgain = asked();
  const never = ask(destroyed);
  await arrivesAgain;
  destroyed.destroy();
  expect(await never).toMatchObject({ kind: 'lost' });
  expect(await ask(destroyed)).toMatchObject({ kind: 'lost' });
});
