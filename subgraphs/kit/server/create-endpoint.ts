// One contract served over GraphQL: an Apollo Server that any number of shards of a process share.
import { ApolloServer } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from '../request-context';
import { maskError } from './mask-error';

export type Endpoint = ApolloServer<RequestContext>;

export async function createEndpoint(schema: GraphQLSchema, log: (fault: unknown) => void): Promise<Endpoint> {
  const server = new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    formatError: (formatted, error) => maskError(formatted, error, log),
  });
  await server.start();
  return server;
}
