// The sharding layer of one contract as an engine, so that other routers can ask it as an ordinary subgraph.
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  GraphQLError,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
  execute,
  parse,
} from 'graphql';
import { composableSdl } from '../sharding/read-contract';
import type { ShardingContext, ShardingLayer } from '../sharding/sharding-layer';
import type { ContractFile } from '../supergraph/contract-file';
import type { Engine } from './create-graph-server';

type LoadResult = Awaited<ReturnType<Engine['load']>>;
type Executor = NonNullable<LoadResult['executor']>;

export function createLayerEngine(contract: ContractFile, layer: ShardingLayer): Engine {
  const sdl = composableSdl(contract.sdl);
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl) }]);
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: sdl });
      return () => undefined;
    },
    load: async () => ({ executor }),
    stop: async () => undefined,
  };

  async function executor({ document, operation, source, context, request }: Parameters<Executor>[0]) {
    const { variables, operationName } = request;
    if (isIntrospection(operation)) {
      return execute({ schema, document, variableValues: variables, operationName });
    }
    const result = await layer.execute(
      { query: source, variables, operationName },
      context as ShardingContext,
    );
    return { data: result.data, errors: result.errors?.map((error) => toGraphQLError(error, contract.name)) };
  }
}

/** Answered from the contract's schema; everything else, `_service` included, by the layer. */
function isIntrospection(operation: OperationDefinitionNode | undefined): boolean {
  const selections = operation?.selectionSet.selections ?? [];
  return selections.every((it) => it.kind === 'Field' && it.name.value.startsWith('__'));
}

/** Named after its contract like an error that Apollo's executor hands on, so that it is masked alike. */
function toGraphQLError(
  { message, path, extensions }: GraphQLFormattedError,
  serviceName: string,
): GraphQLError {
  return new GraphQLError(message, { path, extensions: { ...extensions, serviceName } });
}
