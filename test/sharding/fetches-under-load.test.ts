// Many fetches at once: they take their turns, and a shard is not blamed for what this process was too busy to do.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import {
  createHttpTransport,
  type HttpTransport,
  type HttpTransportOptions,
} from '../../gateway/sharding/http-transport';
import type { Shard } from '../../gateway/sharding/shard-list';
import type { SendOptions, ShardAnswer } from '../../gateway/sharding/transport';

const opened: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

interface Served {
  shard: Shard;
  sockets: Set<Socket>;
}

async function serve(respond: RequestListener, name = 's'): Promise<Served> {
  const sockets = new Set<Socket>();
  const server: Server = createServer(respond);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { shard: { name, url, contracts: ['c'], homes: ['h'] }, sockets };
}

function open(options: HttpTransportOptions = {}): HttpTransport {
  const transport = createHttpTransport(options);
  opened.push(transport);
  return transport;
}

const answer: RequestListener = (_, response) => void response.end('{"data":{}}');
const outcome = (came: ShardAnswer) => (came.kind === 'silent' ? came.why : came.kind);

function ask({ send }: HttpTransport, { shard }: Served, options: SendOptions = {}): Promise<string> {
  return send(shard, 'c', { query: '{ a }' }, { repeatable: true, ...options }).then(outcome);
}

const tally = (outcomes: string[]) =>
  outcomes.reduce<Record<string, number>>((all, one) => ({ ...all, [one]: (all[one] ?? 0) + 1 }), {});

test('what 200 clients ask of a shard several times over waits, and is not refused', async () => {
  const shard = await serve(answer);
  const transport = open();
  const outcomes = await Promise.all(Array.from({ length: 800 }, () => ask(transport, shard)));
  expect(tally(outcomes)).toEqual({ answered: 800 });
});

test("a fetch's deadline runs from when it is sent, not while it waits its turn", async () => {
  const shard = await serve((request, response) => void setTimeout(answer, 100, request, response));
  const transport = open({ concurrency: 1, fetchTimeout: 350 });
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => ask(transport, shard)));
  expect(tally(outcomes)).toEqual({ answered: 8 });
});

test('what still waits at the deadline of its request was never sent, and says nothing of the shard', async () => {
  let received = 0;
  const shard = await serve(() => void (received += 1));
  const transport = open({ concurrency: 1, breakerFailures: 2 });
  const deadline = Date.now() + 60;
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => ask(transport, shard, { deadline })));
  expect(tally(outcomes)).toEqual({ deadline: 1, overloaded: 3 });
  expect(received).toBe(1);
  expect(await ask(transport, shard, { deadline: Date.now() + 30 })).toBe('deadline');
});

test('an answer that came while this process was busy is read before the shard is blamed', async () => {
  let arrived = () => undefined as void;
  const received = new Promise<void>((resolve) => (arrived = resolve));
  const shard = await serve((request, response) => {
    answer(request, response);
    arrived();
  });
  const sent = ask(open({ fetchTimeout: 100 }), shard);
  await received;
  const busyUntil = Date.now() + 200;
  while (Date.now() < busyUntil);
  expect(await sent).toBe('answered');
});

test('a shard that closes all its kept connections at once loses no query', async () => {
  let round = 1;
  let held: (() => void)[] = [];
  const shard = await serve((request, response) => {
    if (round === 2 && !request.socket.destroyed) {
      round = 3;
      shard.sockets.forEach((socket) => socket.destroy());
    } else if (round === 1 && held.push(() => answer(request, response)) === 20) {
      held.forEach((release) => release());
    } else if (round === 3) answer(request, response);
  });
  const transport = open();
  for (let turn = 0; turn < 5; turn++) {
    [round, held] = [1, []];
    const first = await Promise.all(Array.from({ length: 20 }, () => ask(transport, shard)));
    expect(tally(first)).toEqual({ answered: 20 });
    round = 2;
    const second = await Promise.all(Array.from({ length: 10 }, () => ask(transport, shard)));
    expect(tally(second)).toEqual({ answered: 10 });
  }
});

test('shards that hang hold up nobody else for long', async () => {
  const hung = await serve(() => undefined, 'hung');
  const well = await serve(answer, 'well');
  const transport = open({ concurrencyInAll: 8, fetchTimeout: 60_000 });
  const leaving = new AbortController();
  const lost = Array.from({ length: 8 }, () => ask(transport, hung, { signal: leaving.signal }));
  expect(await ask(transport, well)).toBe('answered');
  leaving.abort();
  expect(tally(await Promise.all(lost))).toEqual({ aborted: 8 });
});

test('a client that hangs up frees what was sent to 100 shards and what waits, with one listener on its signal', async () => {
  let received = 0;
  let closed = 0;
  const hang: RequestListener = ({ socket }) => {
    received += 1;
    socket.on('close', () => (closed += 1));
  };
  const shards = await Promise.all(Array.from({ length: 100 }, (_, i) => serve(hang, `s${i}`)));
  const transport = open({ concurrency: 2, fetchTimeout: 60_000 });
  const leaving = new AbortController();
  let listeners = 0;
  const { signal } = leaving;
  const add = signal.addEventListener.bind(signal);
  signal.addEventListener = (...given: Parameters<typeof add>) => {
    listeners += 1;
    add(...given);
  };
  const sent = shards.flatMap((shard) => [1, 2, 3].map(() => ask(transport, shard, { signal })));
  while (received < 200) await new Promise(setImmediate);
  leaving.abort();
  expect(tally(await Promise.all(sent))).toEqual({ aborted: 300 });
  while (closed < 200) await new Promise(setImmediate);
  expect(received).toBe(200);
  expect(listeners).toBe(1);
  expect(await ask(transport, await serve(answer))).toBe('answered');
});
