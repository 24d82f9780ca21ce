// ApolloGateway over the composed supergraph, with a data source of ours for each contract.
import type { GraphQLDataSource } from '@apollo/gateway';
import type { Logger } from 'pino';
import { toApolloLogger } from './apollo-logger';
import type { Engine } from './create-graph-server';

export interface ApolloEngineOptions {
  supergraphSdl: string;
  /** By the contract's name. */
  sources: ReadonlyMap<string, GraphQLDataSource>;
  log: Logger;
}

/** The package is imported only when it is chosen: it is large, and slow to load. */
export async function createApolloEngine({
  supergraphSdl,
  sources,
  log,
}: ApolloEngineOptions): Promise<Engine> {
  const { ApolloGateway } = await import('@apollo/gateway');
  return new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => sourceOf(name),
    __exposeQueryPlanExperimental: false,
    debug: false,
    logger: toApolloLogger(log),
  });

  function sourceOf(name: string): GraphQLDataSource {
    const source = sources.get(name);
    if (!source) throw new Error(`The supergraph has a subgraph "${name}" that no contract is for.`);
    return source;
  }
}
