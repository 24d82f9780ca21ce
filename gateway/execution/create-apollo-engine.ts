// ApolloGateway over a supergraph that may be replaced, with a data source of ours for each subgraph.
import type { GraphQLDataSource, SupergraphSdlUpdateFunction } from '@apollo/gateway';
import type { Logger } from 'pino';
import { toApolloLogger } from './apollo-logger';
import type { Engine } from './create-graph-server';

export interface ApolloEngineOptions {
  sourceOf(subgraph: string): GraphQLDataSource;
  log: Logger;
}

/** The package is imported only when it is chosen: it is large, and slow to load. */
export async function createApolloEngine(
  supergraphSdl: string,
  { sourceOf, log }: ApolloEngineOptions,
): Promise<{ engine: Engine; update: (supergraphSdl: string) => void }> {
  const { ApolloGateway } = await import('@apollo/gateway');
  let update: SupergraphSdlUpdateFunction | undefined;
  const engine = new ApolloGateway({
    supergraphSdl: async (given: { update: SupergraphSdlUpdateFunction }) => {
      update = given.update;
      return { supergraphSdl };
    },
    buildService: ({ name }) => sourceOf(name),
    __exposeQueryPlanExperimental: false,
    debug: false,
    logger: toApolloLogger(log),
  });
  return { engine, update: (next) => update!(next) };
}
