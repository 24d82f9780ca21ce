// Asking a subgraph for its SDL over real sockets: pinned, bounded, and never led elsewhere.
import { type RequestListener, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { probeSubgraph } from '../../../../gateway/registry/check/address/probe-subgraph';

const networks = { cidrs: [], loopback: true };
const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

const SDL = 'type Query { lovemarketItems: [String!] }';
const answer: RequestListener = (_, response) =>
  void response.end(JSON.stringify({ data: { _service: { sdl: SDL } } }));

const said = (probed: Awaited<ReturnType<typeof probeSubgraph>>) =>
  probed.ok ? probed.sdl : probed.findings.map(({ sentence }) => sentence.en).join(' ');

test('what it answers is its SDL, with the headers that it wants', async () => {
  const seen: Array<string | undefined> = [];
  const port = await serve((request, response) => {
    seen.push(request.method, request.headers.authorization);
    answer(request, response);
  });
  const probed = await probeSubgraph(`http://127.0.0.1:${port}/graphql`, {
    networks,
    headers: { authorization: 'Bearer secret' },
  });
  expect(probed).toEqual({ ok: true, sdl: SDL, addresses: ['127.0.0.1'] });
  expect(seen).toEqual(['POST', 'Bearer secret']);
});

test('a name is resolved once: what it resolves to later is never asked', async () => {
  const port = await serve(answer);
  let times = 0;
  const resolve = async () => [{ address: ++times === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }];
  const probed = await probeSubgraph(`http://lovemarket.invalid:${port}/`, { networks, resolve });
  expect(probed).toEqual({ ok: true, sdl: SDL, addresses: ['127.0.0.1'] });
  expect(times).toBe(1);
});

test('nothing is sent to an address that is not allowed', async () => {
  let asked = 0;
  const port = await serve((request, response) => {
    asked += 1;
    answer(request, response);
  });
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  const strict = { networks: { cidrs: ['10.0.0.0/8'], loopback: false }, resolve };
  expect(said(await probeSubgraph(`http://lovemarket.invalid:${port}/`, strict))).toContain(
    'the machine of the registry',
  );
  expect(asked).toBe(0);
});

test('a redirect is not followed', async () => {
  let followed = 0;
  const target = await serve((request, response) => {
    followed += 1;
    answer(request, response);
  });
  const port = await serve(
    (_, response) => void response.writeHead(307, { location: `http://127.0.0.1:${target}/` }).end(),
  );
  expect(said(await probeSubgraph(`http://127.0.0.1:${port}/`, { networks }))).toContain('redirect');
  expect(followed).toBe(0);
});

test('an answer that hangs, one that never begins and one that trickles end at the deadline', async () => {
  const hangs = await serve(() => undefined);
  const trickles = await serve((_, response) => {
    const timer = setInterval(() => response.write(' '), 10);
    response.on('close', () => clearInterval(timer));
  });
  for (const port of [hangs, trickles])
    expect(said(await probeSubgraph(`http://127.0.0.1:${port}/`, { networks, deadline: 150 }))).toContain(
      'no whole answer within 150 milliseconds',
    );
  const resolve = () => new Promise<never>(() => undefined);
  expect(said(await probeSubgraph('http://slow.invalid/', { networks, resolve, deadline: 50 }))).toContain(
    'no whole answer within 50',
  );
});

test('an answer without end is cut off', async () => {
  const port = await serve((_, response) => {
    const fill = () => {
      while (response.write('x'.repeat(16_384)));
    };
    response.on('drain', fill);
    fill();
  });
  const probed = await probeSubgraph(`http://127.0.0.1:${port}/`, { networks, maxBytes: 200_000 });
  expect(said(probed)).toContain('longer than 200000 bytes');
});

test.each([
  ['no JSON', '<html>secret</html>'],
  ['no data', '{"errors":[{"message":"secret"}]}'],
  ['null', 'null'],
  ['an SDL that is no text', '{"data":{"_service":{"sdl":1}}}'],
])('%s is told without repeating it', async (_, body) => {
  const port = await serve((__, response) => void response.end(body));
  const words = said(await probeSubgraph(`http://127.0.0.1:${port}/`, { networks }));
  expect(words).toContain('holds no SDL');
  expect(words).not.toContain('secret');
});

test('nobody there', async () => {
  const port = await serve(answer);
  const [server] = servers.splice(0);
  await new Promise((done) => server!.close(done));
  expect(said(await probeSubgraph(`http://127.0.0.1:${port}/`, { networks }))).toContain('ECONNREFUSED');
});
