// A client that hangs up: its requests to subgraphs are cut off, and nobody else's.
import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestGateway, eventually, listOf, startGateway } from './kit/start-gateway';

let server: Server;
let gateway: TestGateway;
const held: Array<{ response: ServerResponse; isGone: boolean }> = [];

beforeAll(async () => {
  server = createServer((incoming: IncomingMessage, response) => void hold(incoming, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  gateway = await startGateway(listOf(1, { name: 'first', url }));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await gateway.stop();
});

/** Answers nothing until it is told to, and sees when the other side goes. */
async function hold(incoming: IncomingMessage, response: ServerResponse) {
  const request = { response, isGone: false };
  response.once('close', () => void (request.isGone = !response.writableEnded));
  for await (const _ of incoming);
  held.push(request);
}

function ask(query: string) {
  const asked = request(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  });
  asked.on('error', () => undefined);
  asked.end(JSON.stringify({ query }));
  return asked;
}

test('every fetch of its request is cut off at once; a neighbour is answered', async () => {
  const leaving = ask('{ organizations { name } rooms { name } }');
  const staying = gateway.ask('{ rooms { name } }');
  await eventually(
    () => held.length,
    (count) => count === 3,
  );
  leaving.destroy();
  await eventually(
    () => held.filter(({ isGone }) => isGone).length,
    (count) => count === 2,
  );
  const left = held.find(({ isGone }) => !isGone)!;
  left.response.setHeader('content-type', 'application/json');
  left.response.end(JSON.stringify({ data: { rooms: [{ name: 'Hall' }] } }));
  expect(await staying).toEqual({ data: { rooms: [{ name: 'Hall' }] } });
});
