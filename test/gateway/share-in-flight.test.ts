// Equal queries that are under way at the same moment run once; what differs in anything that matters never does.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type SignIn, openSignIn } from '../kit/sign-in';
import { type RawRequest, post, sendRaw } from './kit/raw-request';
import { type TestGateway, eventually, listOf, startGateway } from './kit/start-gateway';

const QUERY = 'query($id: ID!) { organization(id: $id) { name } }';

let server: Server;
let gateway: TestGateway;
let signIn: SignIn;
let isHolding = false;
const held: ServerResponse[] = [];

beforeAll(async () => {
  server = createServer((incoming: IncomingMessage, response) => void hold(incoming, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  signIn = await openSignIn();
  const { demonstrationIssuerPath } = signIn;
  gateway = await startGateway(listOf(1, { name: 'first', url }), {
    shareInFlight: true,
    demonstrationIssuerPath,
  });
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await gateway.stop();
});
beforeEach(async () => {
  isHolding = false;
  for (const accept of ['application/json', '*/*']) await sendRaw(gateway.url, ask({}, { accept }));
  isHolding = true;
  held.length = 0;
});

async function hold(incoming: IncomingMessage, response: ServerResponse) {
  for await (const _ of incoming);
  if (isHolding) held.push(response);
  else answer(response, 'before');
}

function answer(response: ServerResponse, name: string): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ data: { organization: { name } } }));
}

function ask(variables: Record<string, unknown> = {}, headers: Record<string, string> = {}): RawRequest {
  const body = { query: QUERY, variables: { id: 'x', ...variables } };
  return post(body, { accept: 'application/json', ...headers });
}

/** Sends them one after the other, each once the one before it is under way. */
async function sendAll(requests: RawRequest[]) {
  let running = 0;
  const listen = (step: unknown) => void ((step as { step: string }).step === 'run' && (running += 1));
  subscribe('lianxi:step', listen);
  const answers: Array<ReturnType<typeof sendRaw>> = [];
  for (const each of requests) {
    answers.push(sendRaw(gateway.url, each));
    await eventually(
      () => running,
      (count) => count === answers.length,
    );
  }
  unsubscribe('lianxi:step', listen);
  return answers;
}

const untilHeld = (count: number) =>
  eventually(
    () => held.length,
    (length) => length >= count,
  );

const nameIn = ({ body }: { body: string }) =>
  (JSON.parse(body) as { data: { organization: { name: string } } }).data.organization.name;

test('one run for all, and each gets its own headers', async () => {
  const answers = await sendAll([
    ask(),
    ask(),
    ask({}, { accept: '*/*', 'apollographql-client-name': 'wall' }),
  ]);
  await untilHeld(1);
  expect(held).toHaveLength(1);
  answer(held[0]!, 'shared');
  expect((await Promise.all(answers)).map(nameIn)).toEqual(['shared', 'shared', 'shared']);
  const later = await sendAll([ask()]);
  await untilHeld(2);
  answer(held[1]!, 'later');
  expect(nameIn(await later[0]!)).toBe('later');
});

test('two identities, other variables and other headers never share', async () => {
  const kinds = [
    ask(),
    ask({}, { authorization: await signIn.as('first-home') }),
    ask({}, { authorization: await signIn.as('second-home') }),
    ask({}, { cookie: 'session=a' }),
    ask({}, { 'x-home': 'a' }),
    ask({ id: 'y' }),
    ask({ other: 1 }),
  ];
  const answers: Array<ReturnType<typeof sendRaw>> = [];
  for (const [i, kind] of kinds.entries()) {
    answers.push(...(await sendAll([kind])));
    await untilHeld(i + 1);
  }
  held.forEach((response, i) => answer(response, `of ${i}`));
  expect((await Promise.all(answers)).map(nameIn)).toEqual(kinds.map((_, i) => `of ${i}`));
});

test('one who hangs up leaves the others their answer; when all have left, the fetch is cut off', async () => {
  const [staying] = await sendAll([ask()]);
  await untilHeld(1);
  const leave = async () => {
    const { path, headers, body } = ask();
    const leaving = request(`${gateway.url}${path}`, { method: 'POST', headers, agent: false });
    leaving.on('error', () => undefined);
    const running = new Promise<void>((resolve) => {
      const listen = (step: unknown) => {
        if ((step as { step: string }).step !== 'run') return;
        unsubscribe('lianxi:step', listen);
        resolve();
      };
      subscribe('lianxi:step', listen);
    });
    leaving.end(body);
    await running;
    leaving.destroy();
  };
  await leave();
  answer(held[0]!, 'stayed');
  expect(nameIn(await staying!)).toBe('stayed');
  expect(held).toHaveLength(1);
  await leave();
  await eventually(
    () => held.length === 2 && held[1]!.destroyed,
    (isCut) => isCut,
  );
});
