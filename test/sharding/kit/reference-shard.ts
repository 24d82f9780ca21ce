// A shard over HTTP: graphql-js over a library's rows, able to lie, to dawdle and to fall silent.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { graphql, type GraphQLSchema } from 'graphql';
import { readContract } from '../../../gateway/sharding/read-contract';
import { createLibrary, type Rows } from './library';
import { LIBRARY, LIBRARY_SDL } from './library-contract';

export interface ShardRequest {
  query: string;
  variables: Record<string, any>;
}

/** What becomes of an honest answer: another JSON, raw text, or no answer at all. */
export type Lie = (answer: any, request: ShardRequest) => unknown;
export const HANG = Symbol('hang');
export const CUT = Symbol('cut');
export const FAIL = Symbol('fail');

export interface ReferenceShard {
  name: string;
  url: string;
  homes: string[];
  rows: Rows;
  /** Every request that came, in order. */
  requests: ShardRequest[];
  lie: Lie | null;
  stop(): Promise<void>;
}

export const AS_OF = '2026-11-22T16:00:00+08:00';

let schema: GraphQLSchema | undefined;
export const librarySchema = () => (schema ??= readContract(LIBRARY, LIBRARY_SDL).schema);

/** What one library answers without any layer. */
export function askLibrary(
  homes: readonly string[],
  rows: Rows,
  request: { query: string; variables?: Record<string, unknown> },
) {
  return graphql({
    schema: librarySchema(),
    source: request.query,
    rootValue: createLibrary(homes, rows, AS_OF),
    variableValues: request.variables,
  });
}

export async function startReferenceShard(
  name: string,
  homes: string[],
  rows: Rows,
  port = 0,
): Promise<ReferenceShard> {
  librarySchema(); // built now, so that the first answer is as quick as the others
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => void answer(shard, request, response));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const shard: ReferenceShard = {
    name,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    homes,
    rows,
    requests: [],
    lie: null,
    stop: () => stop(server, sockets),
  };
  return shard;
}

function stop(server: Server, sockets: Set<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function answer(
  shard: ReferenceShard,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let body = '';
  for await (const chunk of incoming) body += chunk;
  const request = JSON.parse(body) as ShardRequest;
  shard.requests.push(request);
  const honest = JSON.parse(JSON.stringify(await askLibrary(shard.homes, shard.rows, request)));
  const said = shard.lie ? await shard.lie(honest, request) : honest;
  if (said === HANG) return;
  if (said === FAIL) {
    response
      .writeHead(500, { 'content-type': 'text/plain' })
      .end('SELECT * FROM secrets at http://10.0.0.1/');
  } else if (said === CUT) {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"data":');
    setImmediate(() => response.socket?.destroy());
  } else {
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(typeof said === 'string' ? said : JSON.stringify(said));
  }
}
