// THE LAYER: shows all shards of a contract as one logical subgraph.
import type { GraphQLFormattedError } from 'graphql';
import type { Bounds } from './bounds';
import type { HomesRecord } from './homes-record';
import type { ShardList } from './shard-list';
import type { ShardTransport } from './transport';

export interface ShardingLayerOptions {
  contract: string;
  /** The contract's SDL, with the directives of schema/sharding.graphql. */
  sdl: string;
  transport: ShardTransport;
  bounds?: Partial<Bounds>;
  now?: () => Date;
}

export interface LayerRequest {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

export interface ShardingContext {
  /** One version for the whole request (law 11). */
  list: ShardList;
  /** Collects `extensions.homes` over the whole operation. */
  homes: HomesRecord;
  signal?: AbortSignal;
  /** Milliseconds since the epoch. */
  deadline?: number;
}

export interface LayerResult {
  data: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[];
}

export interface ShardingLayer {
  execute(request: LayerRequest, context: ShardingContext): Promise<LayerResult>;
}

/** Throws when the contract breaks a rule: every fault at once, each a sentence with its place. */
export function createShardingLayer(_options: ShardingLayerOptions): ShardingLayer {
  throw new Error('not yet');
}
