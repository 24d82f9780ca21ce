// A look at the shards: one for all who ask, and nothing that a shard tells at `/health` is read without end.
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpTransport, type HttpTransport } from '../../gateway/sharding/http-transport';
import { createShardProbe } from '../../gateway/sharding/shard-probe';
import type { ShardList } from '../../gateway/sharding/shard-list';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let transport: HttpTransport;
const stops: Array<() => Promise<unknown>> = [];

beforeEach(() => {
  transport = createHttpTransport();
});

afterEach(async () => {
  await transport.close();
  for (const stop of stops.splice(0)) await stop();
});

async function serve(answer: Answer): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function probeOf(...urls: string[]) {
  const shards = urls.map((url, i) => ({
    name: `shard-${i}`,
    url,
    contracts: ['sharing'],
    homes: [`home-${i}`],
  }));
  const list: ShardList = { version: 1, shards, notJoined: [] };
  return createShardProbe({ current: () => list, isLoaded: () => true } as never, transport);
}

const ROWS = '{"data":{"__typename":"Query"}}';

const answering =
  (health: Answer): Answer =>
  (request, response) =>
    request.url === '/health'
      ? health(request, response)
      : response.setHeader('content-type', 'application/json').end(ROWS);

test('a shard tells figures of its outbox, and nothing else of what it says is passed on', async () => {
  const report = { outbox: { waiting: 2, refused: 1, oldestWaitingSeconds: 40, secret: 'x' }, more: 'y' };
  const look = probeOf(await serve(answering((_, response) => response.end(JSON.stringify(report)))));
  expect((await look()).shards).toEqual([
    { name: 'shard-0', reachable: true, outbox: { waiting: 2, refused: 1, oldestWaitingSeconds: 40 } },
  ]);
});

test('a report without end is not read beyond its bound, and the shard is reachable all the same', async () => {
  let sent = 0;
  let cut: () => void;
  const isCut = new Promise<void>((resolve) => (cut = resolve));
  const endless = answering((_, response) => {
    const piece = Buffer.alloc(16 * 1024, 32);
    const send = () => {
      do sent += piece.length;
      while (!response.destroyed && response.write(piece));
    };
    response.on('drain', send).on('close', () => cut());
    send();
  });
  const { shards } = await probeOf(await serve(endless))();
  expect(shards).toEqual([{ name: 'shard-0', reachable: true }]);
  await isCut;
  // What the sockets of both sides hold comes on top.
  expect(sent).toBeLessThan(16 * 1024 * 1024);
});

test('whoever asks while a look is under way is told what that one finds', async () => {
  let asked = 0;
  const hung = await serve(() => (asked += 1));
  const look = probeOf(hung);
  const [first, second] = await Promise.all([look(), look()]);
  expect(first).toBe(second);
  expect(first.shards).toEqual([{ name: 'shard-0', reachable: false }]);
  // It took as long as a look is kept, and still is the newest: it ended just now.
  expect(await look()).toBe(first);
  expect(asked).toBe(2);
});
