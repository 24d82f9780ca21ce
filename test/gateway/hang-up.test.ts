// A client that hangs up: its requests to subgraphs and shards are cut off, and nobody else's.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PassedStep } from '../../gateway/steps/operation-steps';
import { LIBRARY, LIBRARY_SDL } from '../sharding/kit/library-contract';
import { askLibrary } from '../sharding/kit/reference-shard';
import { book } from '../sharding/kit/some-rows';
import { type TestGateway, eventually, listOf, startGateway } from './kit/start-gateway';

/** Nothing but the client who leaves ends a request within the time of a test. */
const PATIENT = { requestDeadlineMs: 600_000, fetchDeadlineMs: 600_000 };

interface Held {
  path: string;
  body: string;
  response: ServerResponse;
  isGone: boolean;
}

let server: Server;
let url: string;
let held: Held[] = [];
let gateway: TestGateway;
/** What answers at once; without it, everything is held. */
let answer: ((request: Held) => void) | undefined;

beforeAll(async () => {
  server = createServer((incoming: IncomingMessage, response) => void hold(incoming, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => ([held, answer] = [[], undefined]));
afterEach(() => gateway.stop());
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Answers nothing until it is told to, and sees when the other side goes. */
async function hold(incoming: IncomingMessage, response: ServerResponse) {
  const request: Held = { path: incoming.url!, body: '', response, isGone: false };
  response.once('close', () => void (request.isGone = !response.writableEnded));
  for await (const chunk of incoming) request.body += String(chunk);
  held.push(request);
  answer?.(request);
}

function reply({ response }: Held, body: unknown): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

/** For a client who will leave. */
function ask(query: string) {
  const asked = request(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: '*/*' },
  });
  asked.on('error', () => undefined);
  asked.end(JSON.stringify({ query }));
  return asked;
}

const holds = (count: number) =>
  eventually(
    () => held.length,
    (length) => length === count,
  );
const loses = (count: number) =>
  eventually(
    () => held.filter(({ isGone }) => isGone).length,
    (gone) => gone === count,
  );

test('every fetch of its request is cut off at once; a neighbour is answered', async () => {
  gateway = await startGateway(listOf(1, { name: 'first', url }), PATIENT);
  const leaving = ask('{ organizations { name } rooms { name } }');
  const staying = gateway.ask('{ rooms { name } }');
  await holds(3);
  leaving.destroy();
  await loses(2);
  const left = held.find(({ isGone }) => !isGone)!;
  reply(left, { data: { rooms: [{ name: 'Hall' }] } });
  expect(await staying).toEqual({ data: { rooms: [{ name: 'Hall' }] } });
});

const BOOKS =
  '{ books(orderBy: { field: TITLE }) { edges { node { title } } totalCount coverage { complete } } }';
const HOMES = ['east', 'south', 'west'];

/** As each shard would answer: its home has one book. */
async function answerHonestly(request: Held): Promise<void> {
  const home = HOMES.find((each) => request.path === `/${each}/${LIBRARY}`)!;
  const rows = { books: [book(home, 1, { title: home })], readers: [] };
  reply(request, await askLibrary([home], rows, JSON.parse(request.body) as { query: string }));
}

function startSharded(direct: boolean): Promise<TestGateway> {
  const shards = HOMES.map((name) => ({ name, url: `${url}/${name}`, contracts: [LIBRARY], homes: [name] }));
  const contracts = [{ name: LIBRARY, sdl: LIBRARY_SDL, answeredBy: 'sharded' as const }];
  return startGateway({ version: 1, shards, notJoined: [] }, { ...PATIENT, direct }, { contracts });
}

test.each(['direct', 'apollo'] as const)(
  'scattered, on the way %s: every shard that is asked is cut off at once; a neighbour is answered',
  async (way) => {
    gateway = await startSharded(way === 'direct');
    answer = (request) => void answerHonestly(request);
    const whole = await gateway.ask(BOOKS); // known from now on
    expect(whole.data).toMatchObject({ books: { totalCount: 3, coverage: { complete: true } } });
    [held, answer] = [[], undefined];

    const ways: string[] = [];
    const listen = (step: unknown) => void ways.push((step as PassedStep).way);
    subscribe('lianxi:step', listen);
    const leaving = ask(BOOKS);
    await holds(3);
    const staying = gateway.ask(BOOKS);
    await holds(6);
    unsubscribe('lianxi:step', listen);
    expect(new Set(ways)).toEqual(new Set([way]));

    leaving.destroy();
    await loses(3);
    expect(held.map(({ isGone }) => isGone)).toEqual([true, true, true, false, false, false]);
    held.slice(3).forEach((request) => void answerHonestly(request));
    expect(await staying).toEqual(whole);
  },
);
