// The sharding layer of one contract as an engine, so that other routers can ask it as an ordinary subgraph.
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
  executeSync,
  parse,
} from 'graphql';
import { createBoundedCache } from '../sharding/plan/bounded-cache';
import { composableSdl } from '../sharding/read-contract';
import type { ShardingContext, ShardingLayer } from '../sharding/sharding-layer';
import type { ContractFile } from '../supergraph/contract-file';
import type { Engine } from './create-graph-server';

type LoadResult = Awaited<ReturnType<Engine['load']>>;
type Executor = NonNullable<LoadResult['executor']>;

/** Answers to introspection that are kept; each is bounded when its document is read (refuse-introspection.ts). */
const MAX_ANSWERS = 4;

export function createLayerEngine(contract: ContractFile, layer: ShardingLayer): Engine {
  const sdl = composableSdl(contract.sdl);
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl) }]);
  const answers = createBoundedCache<ExecutionResult>(MAX_ANSWERS);
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
      const key = JSON.stringify([source, operationName, variables]);
      const ask = () => executeSync({ schema, document, variableValues: variables, operationName });
      return { ...answers.get(key, ask) };
    }
    const result = await layer.execute(
      // The planning thread has validated it, against the same contract.
      { query: source, document, variables, operationName },
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
