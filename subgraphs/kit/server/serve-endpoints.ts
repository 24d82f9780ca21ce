// Binds a shard's endpoints to a port: `POST /<contract>` and `GET /health`.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HeaderMap } from '@apollo/server';
import readBody from 'raw-body';
import type { Endpoint, EndpointContext } from './create-endpoint';

/** Largest request that is read; a batch of a thousand representations is far below it. */
const MAX_BODY = '4mb';

export interface ServeOptions {
  host: string;
  /** 0 takes any free port. */
  port: number;
  endpoints: Map<string, Endpoint>;
  context: (request: IncomingMessage) => Promise<EndpointContext>;
}

export interface Served {
  url: string;
  /** Finishes what is in flight. */
  stop: () => Promise<void>;
}

/** Throws a sentence when the port is taken. */
export async function serveEndpoints({ host, port, endpoints, context }: ServeOptions): Promise<Served> {
  const server = createServer((request, response) => {
    // A connection that is kept alive would hold up a stop that came while its request was answered.
    response.once('close', () => server.listening || server.closeIdleConnections());
    answer(request, response, endpoints, context).catch(() => response.destroy());
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

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  endpoints: Map<string, Endpoint>,
  context: (request: IncomingMessage) => Promise<EndpointContext>,
) {
  const { pathname, search } = readTarget(request.url ?? '/');
  if (pathname === '/health') return send(response, 200, { status: 'ok', contracts: [...endpoints.keys()] });
  const endpoint = endpoints.get(pathname.slice(1));
  if (!endpoint)
    return send(response, 404, {
      error: `No contract is served at ${pathname}; try ${[...endpoints.keys()].map((name) => `/${name}`).join(', ')}`,
    });
  const body = await readJson(request);
  if (body === undefined) return send(response, 400, { error: 'The body is not JSON, or larger than 4 MB' });
  await execute(endpoint, { request, response, search, body, context });
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
  context: (request: IncomingMessage) => Promise<EndpointContext>;
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
    context: () => context(request),
  });
  for (const [name, value] of result.headers) response.setHeader(name, value);
  response.statusCode = result.status ?? 200;
  if (result.body.kind === 'complete') response.end(result.body.string);
  else response.end();
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  if (request.method === 'GET') return null;
  try {
    return JSON.parse(await readBody(request, { limit: MAX_BODY, encoding: 'utf8' }));
  } catch {
    // What is left of too large a body would stand in the way of the connection's next request.
    request.resume();
    return undefined;
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
