// Everything that the gateway answers, by path.
import { type GraphQLSchema, printSchema } from 'graphql';
import { dashboardRoutes } from './dashboard/dashboard-routes';
import { explorerRoutes } from './explorer/explorer-routes';
import type { ReadyOperation } from './explorer/read-operations';
import { createSandboxPage } from './explorer/sandbox-page';
import { type Exchange, replyJson, replyText } from './http/reply';
import { createReadiness, reportLive } from './http/report-health';
import { createShardProbe } from './sharding/shard-probe';
import { type GraphQLRoute, serveGraphQL } from './http/serve-graphql';
import { listsRoutes } from './lists/http/lists-routes';
import type { ReadToken } from './identity/read-token';
import type { Planning } from './planning/create-planning';
import type { Route } from './server';
import type { ShardTransport } from './sharding/transport';
import type { ShardListSource } from './sharding/watch-shard-list';
import type { ContractFile } from './supergraph/contract-file';
import type { GraphStatus } from './supergraph/graph-record';

export interface RoutesOptions {
  graph: GraphQLRoute;
  /** The sharding layer of each sharded contract, by its name. */
  shards: ReadonlyMap<string, GraphQLRoute>;
  schema(): GraphQLSchema;
  planning: Planning;
  contracts: ContractFile[];
  operations: ReadyOperation[];
  shardList: ShardListSource;
  transport: ShardTransport;
  readToken: ReadToken;
  /** By which shards know this gateway: a JWK set. */
  keys: object;
  /** Absent where no registry is followed. */
  graphStatus?(): GraphStatus;
  dashboard: boolean;
  lists: boolean;
  explorer: boolean;
  sandbox: boolean;
}

export function createRoutes(options: RoutesOptions): Map<string, Route> {
  const { graph, shards, schema, planning, operations, shardList, transport } = options;
  const showFrontPage = createSandboxPage(options);
  const probe = createShardProbe(shardList, transport);
  return new Map<string, Route>([
    [
      '/',
      {
        methods: ['GET', 'HEAD', 'POST'],
        handle: (it) => (wantsPage(it) ? showFrontPage(it) : serveGraphQL(it, graph)),
      },
    ],
    ['/graphql', graphRoute(graph)],
    ['/schema.graphql', textRoute(printOnce(schema))],
    ['/.well-known/lianxi-keys', readRoute((exchange) => replyJson(exchange, 200, options.keys))],
    ['/health/live', readRoute(reportLive)],
    [
      '/health/ready',
      readRoute(
        createReadiness(shardList, probe, { planning: planning.metrics, graph: options.graphStatus }),
      ),
    ],
    ...operations.map(({ file, text }): [string, Route] => [`/operations/${file}`, textRoute(() => text)]),
    ...(options.lists ? listsRoutes(options) : []),
    ...(options.dashboard ? dashboardRoutes() : []),
    ...(options.explorer ? explorerRoutes({ ...options, probe }) : []),
    ...[...shards].map(([name, route]): [string, Route] => [`/shards/${name}`, graphRoute(route)]),
  ]);
}

function wantsPage({ request, method, search }: Exchange): boolean {
  const asksGraph = new URLSearchParams(search).has('query');
  return method !== 'POST' && !asksGraph && /\btext\/html\b/.test(request.headers.accept ?? '');
}

function graphRoute(route: GraphQLRoute): Route {
  return { methods: ['GET', 'POST'], handle: (exchange) => serveGraphQL(exchange, route) };
}

function readRoute(handle: Route['handle']): Route {
  return { methods: ['GET', 'HEAD'], handle };
}

function textRoute(read: () => string): Route {
  return readRoute((exchange) => replyText(exchange, 200, 'text/plain', read()));
}

/** Printing holds the thread for some milliseconds, so it is done once per schema. */
function printOnce(schema: () => GraphQLSchema): () => string {
  let printed: { of: GraphQLSchema; text: string } | undefined;
  return () => {
    const of = schema();
    if (printed?.of !== of) printed = { of, text: printSchema(of) };
    return printed.text;
  };
}
