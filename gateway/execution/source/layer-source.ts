// A sharded contract as a source: the sharding layer, in this process.
import type { ShardingContext, ShardingLayer } from '../../sharding/sharding-layer';
import type { SubgraphSource } from './subgraph-source';

export function createLayerSource(layer: ShardingLayer): SubgraphSource<ShardingContext> {
  return {
    async fetch({ operation, variables }, context) {
      const given = variables === '{}' ? {} : (JSON.parse(variables) as Record<string, unknown>);
      return layer.execute({ query: operation.text, variables: given }, context);
    },
  };
}
