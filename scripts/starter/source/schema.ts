// The subgraph's schema: type-graphql makes it from the classes, federation adds the rest.
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, parse } from 'graphql';
import { buildSchemaSync, createResolversMap } from 'type-graphql';
import type { RequestContext } from './request-context';
import { OrganizationResolver, StallResolver } from './stall-resolver';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

export function buildSubgraph(): GraphQLSchema {
  const schema = buildClasses();
  const resolvers = createResolversMap(schema) as Record<string, Record<string, unknown>>;
  withReference('SampleMarketStall', ({ id }, { stallById }) => stallById.load(id));
  withReference('Organization', ({ id }) => ({ id }));
  return buildSubgraphSchema([{ typeDefs: parse(printSdl(schema)), resolvers: resolvers as never }]);

  /** The gateway has only the key of an object, and asks for the rest. */
  function withReference(
    type: string,
    resolve: (key: { id: string }, context: RequestContext) => unknown,
  ): void {
    resolvers[type] = { ...resolvers[type], __resolveReference: resolve };
  }
}

/** What is published: sample-market.graphql has this text, and a test sees to it. */
export function printSdl(schema = buildClasses()): string {
  return `${LINK}\n\n${printSchemaWithDirectives(schema)}\n`;
}

function buildClasses(): GraphQLSchema {
  return buildSchemaSync({ resolvers: [StallResolver, OrganizationResolver], validate: false });
}
