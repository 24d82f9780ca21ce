// One contract served over GraphQL: an Apollo Server that any number of shards of a process share.
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { ProvenAsker } from '../identity/actor-proof';
import type { RequestContext } from '../request-context';
import { faultsIn, maskError } from './mask-error';

/** What a request carries, and the log of the shard that answers it: an endpoint serves many shards. */
export interface EndpointContext extends RequestContext {
  log: (fault: unknown) => void;
  /** Throws a refusal when the request's proof may not carry the operation (again). */
  beforeOperation: ProvenAsker['beforeOperation'];
}

export type Endpoint = ApolloServer<EndpointContext>;

export async function createEndpoint(schema: GraphQLSchema): Promise<Endpoint> {
  const server = new ApolloServer<EndpointContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    formatError: maskError,
    // A shard shows no page that loads scripts from elsewhere, and reports to nobody. The gateway alone says what may be cached: a plugin
    // that looks at every field of every row would cost a good part of the time of a list.
    plugins: [
      logFaults,
      holdToProof,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();
  return server;
}

const logFaults: ApolloServerPlugin<EndpointContext> = {
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue }) => faultsIn(errors).forEach(contextValue.log),
  }),
  unexpectedErrorProcessingRequest: async ({ requestContext, error }) =>
    requestContext.contextValue.log(error),
};

const holdToProof: ApolloServerPlugin<EndpointContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, contextValue }) =>
      contextValue.beforeOperation(document, operation!),
  }),
};
