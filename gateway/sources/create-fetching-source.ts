// The data source of ApolloGateway for a published subgraph: the source that our own executor asks.
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GraphQLFormattedError } from 'graphql';
import type { ShardingContext } from '../sharding/sharding-context';
import type { SubgraphSource } from '../execution/source/subgraph-source';
import { placeErrors } from './place-errors';

export function createFetchingSource(
  subgraph: string,
  source: SubgraphSource<ShardingContext>,
): GraphQLDataSource {
  return { process };

  async function process({ request, context }: GraphQLDataSourceProcessOptions) {
    const { query = '', variables = {} } = request;
    const kind = /^\s*mutation\b/.test(query) ? 'mutation' : 'query';
    const operation = { subgraph, text: query, kind, rootKeys: [] } as const;
    const asked = { operation, variables: JSON.stringify(variables) };
    const { data, errors = [] } = await source.fetch(asked, context as ShardingContext);
    return { data, errors: placeErrors([...errors] as GraphQLFormattedError[], query) };
  }
}
