// Puts the gateway together: contracts into a graph, sources below it, and a route for everything that it answers.
import type { Logger } from 'pino';
import { type GraphRules, createGraphRules } from './access/graph-rules';
import { createRulesReader } from './access/rules-reader';
import { type GatewayConfig, disableApolloTelemetry } from './config';
import { createGraphRoute } from './create-graph-route';
import { createRoutes } from './create-routes';
import { type EngineChoice, type GraphTexts, chooseEngine } from './execution/choose-engine';
import type { Engine } from './execution/create-graph-server';
import { createLayerEngine } from './execution/create-layer-engine';
import type { ReadyOperation } from './explorer/read-operations';
import type { GraphQLRoute } from './http/serve-graphql';
import type { GatewayIdentity } from './identity/open-identity';
import { type Planning, createPlanning } from './planning/create-planning';
import type { GraphText } from './planning/planning-messages';
import { warmListed } from './planning/warm-listed';
import { createGraphSwapper } from './planning/swap-graph';
import { toPlannable } from './access/to-plannable';
import { type RequestHandler, createFrontDoor } from './server';
import { type ShardingLayer, createShardingLayer } from './sharding/sharding-layer';
import type { ShardTransport } from './sharding/transport';
import type { ShardListSource } from './sharding/watch-shard-list';
import { chooseGraph } from './supergraph/choose-graph';
import { composeSupergraph } from './supergraph/compose-supergraph';
import type { ContractFile } from './supergraph/contract-file';
import type { RegistryFollower } from './supergraph/follow-registry';
import { StartFault } from './supergraph/start-fault';
import { reportUsage } from './usage/report-usage';
import { createUsageCounter } from './usage/usage-counter';
import { noSink, type UsageSink } from './usage/usage-sink';

export interface GatewayParts {
  contracts: ContractFile[];
  operations: ReadyOperation[];
  shardList: ShardListSource;
  transport: ShardTransport;
  identity: GatewayIdentity;
  /** Absent where no registry is followed. */
  registry?: RegistryFollower;
  /** Where counts of use go; without it they go nowhere. */
  usageSink?: UsageSink;
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
  const rules = createGraphRules();
  const { engine, follow } = await startGraph(planning, rules, ground);
  const schema = followSchema(engine);
  const listed = parts.operations.map(({ text }) => text);
  const counter = createUsageCounter();
  const usage = reportUsage({ counter, sink: parts.usageSink ?? noSink, log: parts.log });
  const serve = (each: Engine, kind: GraphText['kind']) =>
    createGraphRoute(each, {
      kind,
      config,
      planning,
      readToken: parts.identity.readToken,
      rules,
      ...parts,
      ...(kind === 'supergraph' && { listed, lastHooks: [counter.hook] }),
    });
  const graph = await serve(engine, 'supergraph');
  const shards = new Map<string, GraphQLRoute>();
  for (const contract of parts.contracts) {
    const layer = layers.get(contract.name);
    if (layer) shards.set(contract.name, await serve(createLayerEngine(contract, layer), 'subgraph'));
  }
  await planning.ready();
  follow();
  void warmListed(planning, schema, listed).catch(onWarmFault(parts.log));
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
    keys: parts.identity.keys,
    readToken: parts.identity.readToken,
    dashboard: config.dashboard,
    lists: config.lists,
    explorer: config.explorer,
    sandbox: config.sandbox,
  });
  return {
    handle: createFrontDoor({ routes, corsOrigins: config.corsOrigins, log }),
    close: async () => {
      await Promise.all([graph, ...shards.values()].map(({ server }) => server.stop()));
      await Promise.all([usage.stop(), planning.stop()]);
    },
  };
}

/** The graph that the registry has, or else that of the contracts. */
function startGraph(planning: Planning, rules: GraphRules, { config, parts, layers }: Ground) {
  const createSwapper: EngineChoice['createSwapper'] = (engine, first) =>
    createGraphSwapper({ planning, engine, first });
  return chooseGraph({
    ...parts,
    composeContracts: () => composeGraph(parts),
    start: withRules({ rules, planning }, (graph, admit) =>
      chooseEngine({
        config,
        graph,
        layers,
        planning,
        admit,
        createSwapper,
        ...parts.identity,
        ...parts,
      }),
    ),
  });
}

function onWarmFault(log: Logger) {
  return ({ name }: Error) =>
    log.warn({ fault: name }, 'the listed operations were not all planned ahead of their first request');
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

function composeGraph({ contracts }: GatewayParts) {
  const composition = composeSupergraph(contracts);
  if (!composition.ok) throw new StartFault(composition.faults);
  const { supergraphSdl: publishedSdl } = composition;
  return { publishedSdl, supergraphSdl: toPlannable(publishedSdl) };
}

type StartGraph = Parameters<typeof chooseGraph>[0]['start'];

/** The rules of a version are known before it serves. */
function withRules(
  { rules, planning }: { rules: GraphRules; planning: Planning },
  start: StartGraph,
): StartGraph {
  const reader = createRulesReader(planning);
  return async (graph, admit) => {
    await publish(graph);
    const chosen = await start(graph, admit);
    return {
      ...chosen,
      async swap(next) {
        await publish(next);
        await chosen.swap(next);
      },
      /** The graph first: it takes longer, and a version that comes meanwhile asks for its rules itself. */
      prepare: (next) => reader.prepare(next.publishedSdl, chosen.prepare(next)),
      drop() {
        reader.drop();
        chosen.drop();
      },
    };
  };

  async function publish({ supergraphSdl, publishedSdl }: GraphTexts): Promise<void> {
    rules.publish({ supergraphSdl, rules: await reader.read(publishedSdl) });
  }
}

/** The API schema as the engine has it now, for whoever asks for its text. */
function followSchema(engine: Engine) {
  let current: Parameters<Parameters<Engine['onSchemaLoadOrUpdate']>[0]>[0] | undefined;
  engine.onSchemaLoadOrUpdate((loaded) => (current = loaded));
  return () => current!.apiSchema;
}
