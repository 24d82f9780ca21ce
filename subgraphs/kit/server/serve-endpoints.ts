// Binds a shard's endpoints to a port: `POST /<contract>`, `POST /moving` and `GET /health`.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import readBody from 'raw-body';
import type { ProveAsker, ProvenAsker } from '../identity/actor-proof';
import type { Endpoint, EndpointContext } from './create-endpoint';

/** Largest request that is read; a batch of a thousand representations is far below it. */
const MAX_BODY = '4mb';

export interface ServeOptions {
  host: string;
  /** 0 takes any free port. */
  port: number;
  endpoints: Map<string, Endpoint>;
  /** Who asks; what it throws is answered instead, and nothing is run. */
  proveAsker: ProveAsker;
  context: (request: IncomingMessage, asker: ProvenAsker) => EndpointContext;
  /** Who may move homes, and what he is answered; absent where nobody may. Throws refusals. */
  moving?: { prove: ProveAsker; answer: (body: unknown) => Promise<object> };
  /** What else `/health` tells; when it throws, the shard is not well. */
  health?: () => Promise<object>;
}

export interface Served {
  url: string;
  /** Finishes what is in flight. */
  stop: () => Promise<void>;
}

/** Throws a sentence when the port is taken. */
export async function serveEndpoints({ host, port, ...ground }: ServeOptions): Promise<Served> {
  const server = createServer((request, response) => {
    // A connection that is kept alive would hold up a stop that came while its request was answered.
    response.once('close', () => server.listening || server.closeIdleConnections());
    answer(request, response, ground).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 75_000;
  await listen(server, host, port);
  const address = server.address() as AddressInfo;
  return { url: `http://${host}:${address.port}`, stop: () => close(server) };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new Error(
          cause.code === 'EADDRINUSE'
            ? `Port ${port} on ${host} is already taken; free it or choose another`
            : cause.message,
          { cause },
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

type Ground = Omit<ServeOptions, 'host' | 'port'>;

async function answer(request: IncomingMessage, response: ServerResponse, ground: Ground) {
  const { endpoints, proveAsker, context, moving, health } = ground;
  const { pathname, search } = readTarget(request.url ?? '/');
  if (pathname === '/health') return reportHealth(response, [...endpoints.keys()], health);
  const endpoint = endpoints.get(pathname.slice(1));
  const isMove = moving !== undefined && pathname === '/moving';
  if (!endpoint && !isMove)
    return send(response, 404, {
      error: `No contract is served at ${pathname}; try ${[...endpoints.keys()].map((name) => `/${name}`).join(', ')}`,
    });
  const bytes = await readBytes(request);
  const body = bytes && readJson(bytes);
  if (!bytes || body === undefined)
    return send(response, 400, { error: 'The body is not JSON, or larger than 4 MB' });
  if (!endpoint) return move(response, moving!, () => moving!.prove(request, bytes), body);
  try {
    const asker = await proveAsker(request, bytes);
    await execute(endpoint, { request, response, search, body, context: () => context(request, asker) });
  } catch (refusal) {
    sendRefusal(response, 401, refusal);
  }
}

/** Every step is signed anew, and taken once. */
async function move(
  response: ServerResponse,
  { answer: answerMove }: NonNullable<Ground['moving']>,
  prove: () => Promise<ProvenAsker>,
  body: unknown,
): Promise<void> {
  try {
    (await prove()).takeOnce();
  } catch (refusal) {
    return sendRefusal(response, 401, refusal);
  }
  try {
    send(response, 200, await answerMove(body));
  } catch (refusal) {
    sendRefusal(response, 409, refusal);
  }
}

function sendRefusal(response: ServerResponse, status: number, refusal: unknown): void {
  if (!(refusal instanceof GraphQLError)) throw refusal;
  const { message, extensions } = refusal;
  send(response, status, { errors: [{ message, extensions: { code: extensions.code } }] });
}

async function reportHealth(
  response: ServerResponse,
  contracts: string[],
  health: ServeOptions['health'],
): Promise<void> {
  try {
    send(response, 200, { status: 'ok', contracts, ...(await health?.()) });
  } catch {
    send(response, 503, { status: 'the database does not answer', contracts });
  }
}

/** A path with no scheme or host before it, so that `//` is a path like any other. */
function readTarget(target: string): { pathname: string; search: string } {
  const at = target.indexOf('?');
  return at === -1
    ? { pathname: target, search: '' }
    : { pathname: target.slice(0, at), search: target.slice(at) };
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  search: string;
  body: unknown;
  context: () => EndpointContext;
}

async function execute(
  endpoint: Endpoint,
  { request, response, search, body, context }: Exchange,
): Promise<void> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, String(value));
  const result = await endpoint.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method ?? 'POST', headers, search, body },
    context: async () => context(),
  });
  for (const [name, value] of result.headers) response.setHeader(name, value);
  response.statusCode = result.status ?? 200;
  if (result.body.kind === 'complete') response.end(result.body.string);
  else response.end();
}

async function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  if (request.method === 'GET') return Buffer.alloc(0);
  try {
    return await readBody(request, { limit: MAX_BODY });
  } catch {
    // What is left of too large a body would stand in the way of the connection's next request.
    request.resume();
    return undefined;
  }
}

/** A link has no body. */
function readJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return null;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
