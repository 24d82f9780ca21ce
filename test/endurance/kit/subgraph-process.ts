// The two subgraphs of the little graph in a process of their own, each on its port; told to hang, one answers nothing for a minute.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLFieldResolver, type GraphQLSchema, execute, parse } from 'graphql';
import { DIRECTORY_CODE, ROOMS_CODE } from '../../gateway/kit/little-graph';

type Resolvers = Record<string, Record<string, GraphQLFieldResolver<unknown, unknown>>>;

export interface SubgraphOrder {
  hang: string | undefined;
}

const HANG_MS = 60_000;
let hung: string | undefined;

process.on('message', ({ hang }: SubgraphOrder) => (hung = hang));
process.on('disconnect', () => process.exit(0));

void Promise.all([DIRECTORY_CODE, ROOMS_CODE].map(serve)).then((urls) =>
  process.send!(Object.fromEntries(urls)),
);

async function serve({ name, sdl, resolvers }: typeof DIRECTORY_CODE | typeof ROOMS_CODE) {
  const schema = buildSubgraphSchema([
    { typeDefs: parse(sdl), resolvers: resolvers as unknown as Resolvers },
  ]);
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (text += chunk));
    request.on('end', async () => {
      const answer = JSON.stringify(await run(schema, text));
      if (hung === name) await new Promise((resolve) => setTimeout(resolve, HANG_MS).unref());
      response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return [name, `http://127.0.0.1:${(server.address() as AddressInfo).port}`] as const;
}

async function run(schema: GraphQLSchema, text: string) {
  const { query, variables } = JSON.parse(text) as { query: string; variables?: Record<string, unknown> };
  return execute({ schema, document: parse(query), variableValues: variables });
}
