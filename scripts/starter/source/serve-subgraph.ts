// Opens the database and serves the subgraph over HTTP.
import { timingSafeEqual, createHash } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { GraphQLError } from 'graphql';
import type { DataSource } from 'typeorm';
import type { Config } from './config';
import { openDatabase } from './open-database';
import { type RequestContext, createRequestContext } from './request-context';
import { buildSubgraph } from './schema';

export interface ServedSubgraph {
  url: string;
  database: DataSource;
  stop(): Promise<void>;
}

export async function serveSubgraph(config: Config): Promise<ServedSubgraph> {
  const database = await openDatabase(config.databaseUrl);
  const server = new ApolloServer<RequestContext>({
    schema: buildSubgraph(),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: maskFault,
    // It shows no page that loads from elsewhere, and reports to nobody.
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  try {
    const { url } = await startStandaloneServer(server, {
      listen: { host: config.host, port: config.port },
      context: async ({ req }) => {
        requireGateway(req.headers.authorization, config.gatewaySecret);
        return createRequestContext(database);
      },
    });
    const stop = async () => {
      await server.stop();
      await database.destroy();
    };
    return { url, database, stop };
  } catch (fault) {
    await database.destroy();
    throw fault;
  }
}

/** Compared by hash, so that the time it takes says nothing. */
function requireGateway(shown = '', secret?: string): void {
  if (secret === undefined) return;
  const hash = (text: string) => createHash('sha256').update(text).digest();
  if (timingSafeEqual(hash(shown), hash(`Bearer ${secret}`))) return;
  throw new GraphQLError('这里只回答网关。 Only the gateway is answered here.', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  });
}

/** A caller's mistake is told; a fault of ours is logged, and its words stay here. */
function maskFault<Formatted extends { message: string; extensions?: { code?: unknown } }>(
  formatted: Formatted,
  fault: unknown,
): Formatted {
  if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') return formatted;
  console.error(fault);
  return { ...formatted, message: '子图出了错。 The subgraph failed.' };
}
