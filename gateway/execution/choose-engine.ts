// The engine that the settings name: what it needs, what it gives, and how it goes over to another version of the graph.
import type { Logger } from 'pino';
import type { GatewayConfig } from '../config';
import type { Planning } from '../planning/create-planning';
import type { GraphSwapper } from '../planning/swap-graph';
import type { ShardingLayer } from '../sharding/sharding-layer';
import type { ShardTransport, SignRequest } from '../sharding/transport';
import type { PublishedSubgraph } from '../supergraph/graph-artifact';
import type { Engine } from './create-graph-server';
import type { LianxiEngine } from './create-lianxi-engine';
import type { Graph } from './load-graph';
import { startApolloEngine } from './start-apollo-engine';
import { startLianxiEngine } from './start-lianxi-engine';

export interface GraphTexts {
  /** Without the rules of access, as planners want it. */
  supergraphSdl: string;
  /** With them. */
  publishedSdl: string;
}

/** One version of the graph as an engine runs it. */
export interface EngineGraph extends GraphTexts {
  /** Those that have an address are asked there; contracts are asked as ever. */
  subgraphs: readonly PublishedSubgraph[];
}

export interface ChosenEngine<Chosen extends Engine = Engine> {
  engine: Chosen;
  /** Rejects, and keeps the version that serves, when the new one cannot be run. */
  swap(next: EngineGraph): Promise<void>;
  /** Builds ahead what may be swapped in soon; it is not served, and takes the place of any that was prepared before. */
  prepare(next: GraphTexts): Promise<void>;
  /** Forgets what was prepared. */
  drop(): void;
}

export interface EngineChoice {
  config: Pick<
    GatewayConfig,
    'executor' | 'endpointBounds' | 'fetchDeadlineMs' | 'requestDeadlineMs' | 'subgraphCredentialsPath'
  >;
  graph: EngineGraph;
  contracts: ReadonlyArray<{ name: string }>;
  /** Of the sharded contracts; the others are asked over HTTP. */
  layers: ReadonlyMap<string, ShardingLayer>;
  transport: ShardTransport;
  /** Tells the project's own shards who asks; the transport does so by itself. */
  sign?: SignRequest;
  onUnrecognized?: (shard: string) => void;
  planning: Planning;
  /** Throws a sentence when a graph expects what the contracts' code has not. Absent where the graph is made of that code. */
  admit?(graph: Graph): void;
  createSwapper(engine: LianxiEngine, first: Graph): GraphSwapper;
  log: Logger;
}

/** Rejects when the graph cannot be run. */
export function chooseEngine(choice: EngineChoice): Promise<ChosenEngine> {
  return choice.config.executor === 'apollo' ? startApolloEngine(choice) : startLianxiEngine(choice);
}
