// Apollo Server as the registry's API is served: the same bounds and the same masking as the graph itself.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { type DocumentNode, GraphQLError } from 'graphql';
import { makeSchema } from './make-schema';
import { toApolloLogger } from '../../execution/apollo-logger';
import { DOCUMENT_BOUNDS } from '../../guard/document-bounds';
import { createErrorMask } from '../../guard/mask-error';
import { readDocument } from '../../planning/read-document';
import type { RegistryGround } from '../verbs/registry-ground';
import { createResolvers, type RegistryContext } from './resolvers';
import { findSchemaFolder } from '../../supergraph/find-schema-folder';

export function readApiSdl(): string {
  // Beside this file in the sources; the build leaves it there.
  return readFileSync(
    path.join(findSchemaFolder(), '..', 'gateway', 'registry', 'api', 'registry.graphql'),
    'utf8',
  );
}

export async function createApiServer(ground: RegistryGround): Promise<ApolloServer<RegistryContext>> {
  const { log } = ground;
  const server = new ApolloServer<RegistryContext>({
    schema: makeSchema(readApiSdl(), createResolvers(ground)),
    introspection: true,
    logger: toApolloLogger(log),
    formatError: createErrorMask(log),
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    persistedQueries: false,
    documentStore: null,
    plugins: [
      readWithinBounds,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();
  return server;
}

/** Large values come as variables, so a document is small: it is read here, within the bounds of the graph's own. */
const readWithinBounds: ApolloServerPlugin<RegistryContext> = {
  async requestDidStart() {
    return {
      async didResolveSource(context) {
        const reading = readDocument(context.source, {
          schema: context.schema,
          bounds: DOCUMENT_BOUNDS,
          introspection: true,
        });
        if ('document' in reading)
          return void ((context as { document?: DocumentNode }).document = reading.document);
        const refused = reading.errors[0]!;
        throw new GraphQLError(refused.message, {
          extensions: { code: refused.code, http: { status: 400 } },
        });
      },
    };
  },
};
