// Apollo Server as each graph of the gateway is served: the same guards and the same masking on all of them.
import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from 'pino';
import { createErrorMask } from '../guard/mask-error';
import type { ShardingContext } from '../sharding/sharding-layer';
import { toApolloLogger } from './apollo-logger';

/** What knows a schema and runs operations: ApolloGateway, or the sharding layer of one contract. */
export type Engine = ApolloServerOptionsWithGateway<ShardingContext>['gateway'];

export interface GraphServerOptions {
  introspection: boolean;
  /** Where Apollo Server finds documents by their hash; a cache of its own when it is absent. */
  persisted?: KeyValueCache;
  /** Before those of the server itself, in this order. */
  plugins: ApolloServerPlugin<ShardingContext>[];
  log: Logger;
}

type KeyValueCache = NonNullable<ConstructorParameters<typeof ApolloServer>[0]['cache']> & object;

export async function createGraphServer(
  engine: Engine,
  { introspection, persisted, plugins, log }: GraphServerOptions,
) {
  const server = new ApolloServer<ShardingContext>({
    gateway: engine,
    introspection,
    ...(persisted && { persistedQueries: { cache: persisted } }),
    logger: toApolloLogger(log),
    formatError: createErrorMask(log),
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    // Documents come read from the planning thread; Apollo's own store would be asked instead.
    documentStore: null,
    plugins: [
      ...plugins,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();
  return server;
}
