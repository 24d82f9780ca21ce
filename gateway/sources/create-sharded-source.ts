// The data source of a sharded contract: the sharding layer, in this process.
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { ShardingContext, ShardingLayer } from '../sharding/sharding-layer';
import { placeErrors } from './place-errors';

export function createShardedSource(layer: ShardingLayer): GraphQLDataSource {
  return { process };

  async function process({ request, context }: GraphQLDataSourceProcessOptions) {
    const { query = '', variables, operationName } = request;
    const result = await layer.execute({ query, variables, operationName }, context as ShardingContext);
    return { data: result.data, errors: result.errors && placeErrors(result.errors, query) };
  }
}
