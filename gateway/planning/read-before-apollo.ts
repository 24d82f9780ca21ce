// Puts the planning thread before Apollo Server's own parsing: what Apollo finds is a document that was parsed and validated.
import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, parse } from 'graphql';
import type { Engine } from '../execution/create-graph-server';
import { tooComplex } from '../guard/refusal';
import { type VariableBounds, refuseVariables } from '../guard/variable-bounds';
import type { ShardingContext } from '../sharding/sharding-context';
import type { Planning } from './create-planning';
import type { GraphText } from './planning-messages';

export interface GuardedEngine {
  engine: Engine;
  plugin: ApolloServerPlugin<ShardingContext>;
}

export interface GuardOptions {
  planning: Planning;
  /** What the engine's SDL is. */
  kind: GraphText['kind'];
  variables: VariableBounds;
}

type LoadResult = Awaited<ReturnType<Engine['load']>>;
type Executor = NonNullable<LoadResult['executor']>;

/**
 * Apollo Server 5 parses and validates only while `requestContext.document` is empty after `didResolveSource`, given that
 * it has no document store (one would be asked in between). A refused document is replaced by one that asks nothing, and
 * its errors come from the executor: so they pass Apollo's own formatting, statuses and hooks, however many there are.
 */
export function guardEngine(engine: Engine, { planning, kind, variables }: GuardOptions): GuardedEngine {
  const refusals = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  return {
    plugin: {
      async requestDidStart() {
        return {
          async didResolveSource(context) {
            const { request, source, queryHash, schema, contextValue } = context;
            const settle = (document: DocumentNode) =>
              void ((context as { document?: DocumentNode }).document = document);
            const refuse = (errors: readonly GraphQLError[]) => {
              const document = askNothing(request.operationName);
              refusals.set(document, errors);
              context.metrics.persistedQueryRegister = false;
              settle(document);
            };
            const tooMuch = refuseVariables(request.variables, variables);
            if (tooMuch) return refuse([tooComplex(tooMuch)]);
            const asked = { text: source, hash: queryHash, operationName: request.operationName };
            const answer = await planning.read(schema, asked, contextValue.signal);
            if (answer.kind === 'refused') refuse(answer.errors);
            else settle(answer.document);
          },
        };
      },
    },
    engine: {
      onSchemaLoadOrUpdate: (listener) =>
        engine.onSchemaLoadOrUpdate((loaded) => {
          planning.follow(loaded.apiSchema, { kind, sdl: loaded.coreSupergraphSdl });
          listener(loaded);
        }),
      async load(options) {
        const { executor } = await engine.load(options);
        return { executor: executor && guardExecutor(executor, refusals) };
      },
      stop: () => engine.stop(),
    },
  };
}

function guardExecutor(
  executor: Executor,
  refusals: WeakMap<DocumentNode, readonly GraphQLError[]>,
): Executor {
  return async function guarded(context) {
    const refused = refusals.get(context.document);
    if (refused) return { errors: refused };
    if (!context.operation) return { errors: [noOperation(context.document, context.request.operationName)] };
    return executor(context);
  };
}

/** Each refusal has a document of its own, which is its key; its operation has the name that is asked for. */
function askNothing(operationName: string | undefined): DocumentNode {
  const [operation] = ASKS_NOTHING.definitions as [OperationDefinitionNode];
  const name = operationName ? { kind: Kind.NAME as const, value: operationName } : undefined;
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, name }] };
}

const ASKS_NOTHING = parse('{ __typename }', { noLocation: true });

/** In the words of graphql-js; Apollo Server puts the code OPERATION_RESOLUTION_FAILURE to it. */
function noOperation({ definitions }: DocumentNode, operationName: string | undefined): GraphQLError {
  if (operationName) return new GraphQLError(`Unknown operation named "${operationName}".`);
  const hasSome = definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return new GraphQLError(
    hasSome
      ? 'Must provide operation name if query contains multiple operations.'
      : 'Must provide an operation.',
  );
}
