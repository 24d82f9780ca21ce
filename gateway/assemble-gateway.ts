// Puts the gateway together: contracts into a graph, sources below it, and a route for everything that it answers.
import type { Logger } from 'pino';
import { refuse } from '../schema/codes';
import { type GatewayConfig, disableApolloTelemetry } from './config';
import { createRoutes } from './create-routes';
import { type EngineChoice, chooseEngine } from './execution/choose-engine';
import { type Engine, createGraphServer } from './execution/create-graph-server';
import { createLayerEngine } from './execution/create-layer-engine';
import type { ReadyOperation } from './explorer/read-operations';
import type { GraphQLRoute } from './http/serve-graphql';
import { statusForJson } from './http/status-for-json';
import { type Planning, createPlanning } from './planning/create-planning';
import type { GraphText } from './planning/planning-messages';
import { createGraphSwapper } from './planning/swap-graph';
import { guardEngine } from './planning/read-before-apollo';
import { type RequestHandler, createFrontDoor } from './server';
import { createHomesRecord } from './sharding/homes-record';
import { type ShardingLayer, createShardingLayer } from './sharding/sharding-layer';
import type { ShardTransport } from './sharding/transport';
import type { ShardListSource } from './sharding/watch-shard-list';
import { chooseGraph } from './supergraph/choose-graph';
import { composeSupergraph } from './supergraph/compose-supergraph';
import type { ContractFile } from './supergraph/contract-file';
import type { RegistryFollower } from './supergraph/follow-registry';
import { StartFault } from './supergraph/start-fault';

export interface GatewayParts {
  contracts: ContractFile[];
  operations: ReadyOperation[];
  shardList: ShardListSource;
  transport: ShardTransport;
  /** Absent where no registry is followed. */
  registry?: RegistryFollower;
  log: Logger;
}

export interface AssembledGateway {
  handle: RequestHandler;
  close(): Promise<void>;
}

/** Rejects with a StartFault when the contracts are at fault. No subgraph is asked. */
export async function assembleGateway(config: GatewayConfig, parts: GatewayParts): Promise<AssembledGateway> {
  disableApolloTelemetry();
  const layers = createLayers(parts);
  const planning = createGatewayPlanning(config, parts);
  try {
    return await assembleOn(planning, { config, parts, layers });
  } catch (error) {
    await planning.stop();
    throw error;
  }
}

interface Ground {
  config: GatewayConfig;
  parts: GatewayParts;
  layers: Map<string, ShardingLayer>;
}

async function assembleOn(planning: Planning, ground: Ground): Promise<AssembledGateway> {
  const { config, parts, layers } = ground;
  const createSwapper: EngineChoice['createSwapper'] = (swapped, first) =>
    createGraphSwapper({ planning, engine: swapped, first });
  const { engine, follow } = await chooseGraph({
    ...parts,
    composeContracts: () => composeGraph(parts),
    start: (version, admit) =>
      chooseEngine({ config, graph: version, layers, planning, admit, createSwapper, ...parts }),
  });
  const schema = followSchema(engine);
  const serve = (each: Engine, kind: GraphText['kind']) =>
    serveEngine(each, kind, { config, parts, planning });
  const graph = await serve(engine, 'supergraph');
  const shards = new Map<string, GraphQLRoute>();
  for (const contract of parts.contracts) {
    const layer = layers.get(contract.name);
    if (layer) shards.set(contract.name, await serve(createLayerEngine(contract, layer), 'subgraph'));
  }
  await planning.ready();
  follow();
  const { contracts, operations, shardList, transport, registry, log } = parts;
  const routes = createRoutes({
    graph,
    shards,
    schema,
    planning,
    contracts,
    operations,
    shardList,
    transport,
    graphStatus: registry?.status,
    explorer: config.explorer,
    sandbox: config.sandbox,
  });
  return {
    handle: createFrontDoor({ routes, corsOrigins: config.corsOrigins, log }),
    close: async () => {
      await Promise.all([graph, ...shards.values()].map(({ server }) => server.stop()));
      await planning.stop();
    },
  };
}

function createGatewayPlanning(config: GatewayConfig, { log }: GatewayParts): Planning {
  const { documentBounds: bounds, introspection, planningBudgetMs, planningMemoryMb } = config;
  return createPlanning({
    bounds,
    introspection,
    budgetMs: planningBudgetMs,
    memoryMb: planningMemoryMb,
    log,
  });
}

function createLayers({ contracts, transport }: GatewayParts): Map<string, ShardingLayer> {
  const layers = new Map<string, ShardingLayer>();
  const faults: string[] = [];
  for (const { name, sdl, answeredBy } of contracts) {
    if (answeredBy !== 'sharded') continue;
    try {
      layers.set(name, createShardingLayer({ contract: name, sdl, transport }));
    } catch (error) {
      faults.push((error as Error).message);
    }
  }
  if (faults.length > 0) throw new StartFault(faults);
  return layers;
}

function composeGraph({ contracts }: GatewayParts): string {
  const composition = composeSupergraph(contracts);
  if (!composition.ok) throw new StartFault(composition.faults);
  return composition.supergraphSdl;
}

/** The API schema as the engine has it now, for whoever asks for its text. */
function followSchema(engine: Engine) {
  let current: Parameters<Parameters<Engine['onSchemaLoadOrUpdate']>[0]>[0] | undefined;
  engine.onSchemaLoadOrUpdate((loaded) => (current = loaded));
  return () => current!.apiSchema;
}

/** Each request sees one version of the list, and keeps one record of homes over all its fetches. */
async function serveEngine(
  bare: Engine,
  kind: GraphText['kind'],
  { config, parts, planning }: { config: GatewayConfig; parts: GatewayParts; planning: Planning },
): Promise<GraphQLRoute> {
  const { shardList, log } = parts;
  const { introspection, variableBounds: variables } = config;
  const { engine, plugin } = guardEngine(bare, { planning, kind, variables });
  return {
    server: await createGraphServer(engine, { introspection, plugins: [plugin, statusForJson], log }),
    createContext: ({ signal, at }) => {
      if (!shardList.isLoaded()) throw waitingForList();
      return { list: shardList.current(), homes: createHomesRecord(), signal, deadline: at };
    },
    bodyLimit: config.bodyLimit,
    variableBounds: config.variableBounds,
    deadlineMs: config.requestDeadlineMs,
  };
}

/** Without a list nobody would be asked, and an empty answer would look complete. */
function waitingForList() {
  const sentence = {
    zh: '网关还没有读到分片清单，不知道向谁询问；请稍后再试。',
    en: 'The gateway has not read the list of shards yet, so it does not know whom to ask; try again later.',
  };
  return refuse('SUBGRAPH_UNAVAILABLE', sentence, { http: { status: 503 } });
}
