// Serves the shop's subgraphs, each on a port of its own; what is not kept yet is computed by graphql-js.
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, graphql, parse } from 'graphql';
import type { AnswerServer, Compute } from './answer-server';
import type { Ground, Subgraph } from './ground';
import { SHOP_RESOLVERS } from './shop-resolvers';
import { SHOP, type ShopSubgraph } from './shop-schema';

export async function serveShop(server: AnswerServer, names: string[]): Promise<Ground> {
  const subgraphs: Subgraph[] = [];
  for (const subgraph of SHOP.filter(({ name }) => names.includes(name)))
    subgraphs.push(await serve(server, subgraph));
  return {
    subgraphs,
    contracts: subgraphs.map(({ name, sdl }) => ({ name, sdl, answeredBy: 'ordinary' })),
    shards: subgraphs.map(({ name, url }) => ({
      name,
      url: new URL(url).origin,
      contracts: [name],
      homes: [name],
    })),
  };
}

/** At `/<name>` with Federation 2, at `/plain/<name>` with Federation 1. */
async function serve(server: AnswerServer, { name, sdl, plainSdl }: ShopSubgraph): Promise<Subgraph> {
  const schema = subgraphSchema(name, sdl);
  const plain = subgraphSchema(name, plainSdl);
  const compute: Compute = ({ url, body }) => execute(url.includes('/plain/') ? plain : schema, body);
  const origin = await server.open(compute);
  return { name, sdl, url: `${origin}/${name}`, plainUrl: `${origin}/plain/${name}` };
}

function subgraphSchema(name: string, sdl: string): GraphQLSchema {
  return buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: SHOP_RESOLVERS[name] as never }]);
}

async function execute(schema: GraphQLSchema, body: string): Promise<string> {
  const { query, variables, operationName } = JSON.parse(body) as Record<string, never>;
  const result = await graphql({ schema, source: query, variableValues: variables, operationName });
  return JSON.stringify(result);
}
