// A little subgraph over real HTTP, that can also be told to answer with anything at all.
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLFieldResolver, graphql, parse } from 'graphql';

type Resolvers = Record<string, Record<string, unknown>>;

export interface Subgraph {
  url: string;
  /** The queries that came, oldest first. */
  queries: string[];
  /** Takes the place of the resolvers until it is unset: a status and a body, or `hang` for no answer at all. */
  misbehave?:
    { status?: number; body: string; contentType?: string; headers?: Record<string, string> } | 'hang';
  stop(): Promise<void>;
}

export interface SubgraphOptions {
  /** The paths below which the same schema answers, e.g. `directory`. */
  contracts: Array<{ name: string; sdl: string; resolvers: Resolvers }>;
  port?: number;
}

/** What a failed test leaves running would keep Jest from ending. */
const running = new Set<Server>();
afterAll(() => Promise.all([...running].map(stopServer)));

export async function startSubgraph({ contracts, port = 0 }: SubgraphOptions): Promise<Subgraph> {
  const schemas = new Map(
    contracts.map(({ name, sdl, resolvers }) => [
      `/${name}`,
      buildSubgraphSchema([
        {
          typeDefs: parse(sdl),
          resolvers: resolvers as Record<string, Record<string, GraphQLFieldResolver<unknown, unknown>>>,
        },
      ]),
    ]),
  );
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') return void response.writeHead(404).end();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
      query: string;
      variables?: Record<string, unknown>;
    };
    subgraph.queries.push(query);
    const { misbehave } = subgraph;
    if (misbehave === 'hang') return;
    if (misbehave) {
      response.writeHead(misbehave.status ?? 200, {
        'content-type': misbehave.contentType ?? 'application/json',
        ...misbehave.headers,
      });
      return void response.end(misbehave.body);
    }
    const schema = schemas.get(request.url ?? '');
    const answer = schema
      ? await graphql({ schema, source: query, variableValues: variables })
      : { errors: [{ message: 'no such contract' }] };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  server.unref();
  running.add(server);
  const subgraph: Subgraph = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    queries: [],
    stop: () => stopServer(server),
  };
  return subgraph;
}

function stopServer(server: Server): Promise<void> {
  running.delete(server);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return closed;
}
