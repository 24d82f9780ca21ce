// The engine that the settings name, with a source for each contract: our executor, or ApolloGateway.
import type { Logger } from 'pino';
import type { GatewayConfig } from '../config';
import type { ShardingLayer } from '../sharding/sharding-layer';
import type { ShardTransport } from '../sharding/transport';
import { createOrdinarySource } from '../sources/create-ordinary-source';
import { createShardedSource } from '../sources/create-sharded-source';
import { createApolloEngine } from './create-apollo-engine';
import type { Engine } from './create-graph-server';
import { createLianxiEngine } from './create-lianxi-engine';
import type { Graph } from './load-graph';
import { createHttpSource } from './source/http-source';
import { createLayerSource } from './source/layer-source';
import { type JsonPoster, createJsonPoster } from './source/post-json';
import type { SubgraphSource } from './source/subgraph-source';

export interface EngineChoice {
  config: Pick<GatewayConfig, 'executor' | 'fetchDeadlineMs'>;
  supergraphSdl: string;
  contracts: ReadonlyArray<{ name: string }>;
  /** Of the sharded contracts; the others are asked over HTTP. */
  layers: ReadonlyMap<string, ShardingLayer>;
  transport: ShardTransport;
  /** Reads a supergraph for our executor, away from the serving thread. */
  loadGraph(supergraphSdl: string): Promise<Graph>;
  log: Logger;
}

export function chooseEngine(choice: EngineChoice): Promise<Engine> {
  return choice.config.executor === 'apollo' ? apolloEngine(choice) : lianxiEngine(choice);
}

async function apolloEngine({
  supergraphSdl,
  contracts,
  layers,
  transport,
  log,
}: EngineChoice): Promise<Engine> {
  const sources = contracts.map(({ name }) => {
    const layer = layers.get(name);
    const source = layer
      ? createShardedSource(layer)
      : createOrdinarySource({ contract: name, transport, log });
    return [name, source] as const;
  });
  return createApolloEngine({ supergraphSdl, sources: new Map(sources), log });
}

async function lianxiEngine({
  config,
  supergraphSdl,
  contracts,
  layers,
  loadGraph,
  log,
}: EngineChoice): Promise<Engine> {
  const posters: JsonPoster[] = [];
  const sources = new Map(contracts.map(({ name }) => [name, sourceFor(name)]));
  const engine = createLianxiEngine({
    graph: await loadGraph(supergraphSdl),
    sourceOf(name) {
      const source = sources.get(name);
      if (!source) throw new Error(`The supergraph has a subgraph "${name}" that no contract is for.`);
      return source;
    },
    onFault: (fault, subgraph) => log.error({ ...describe(fault), subgraph }, 'a source failed'),
    onBroken: (errors) =>
      log.error({ places: errors.length, path: errors[0]!.path?.join('.') }, 'an answer breaks the schema'),
  });
  return {
    ...engine,
    async stop() {
      await engine.stop();
      await Promise.all(posters.map((poster) => poster.close()));
    },
  };

  function sourceFor(contract: string): SubgraphSource {
    const layer = layers.get(contract);
    if (layer) return createLayerSource(layer) as SubgraphSource;
    const poster = createJsonPoster({ fetchTimeout: config.fetchDeadlineMs });
    posters.push(poster);
    return createHttpSource({ contract, poster, log }) as SubgraphSource;
  }
}

/** Where it happened; no words, for they may quote people's data. */
function describe(fault: unknown): { fault: string; at: string[] } {
  if (!(fault instanceof Error)) return { fault: typeof fault, at: [] };
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { fault: fault.name, at: frames.slice(0, 6).map((line) => line.trim()) };
}
