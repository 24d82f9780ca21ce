// An engine as Apollo Server is given it: its graphs are made known to the planning thread, and refused documents never reach it.
import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, Kind, getOperationAST } from 'graphql';
import type { CutOperation } from '../access/access-guard';
import type { GraphRules } from '../access/graph-rules';
import type { Engine } from '../execution/create-graph-server';
import type { Planning } from '../planning/create-planning';
import type { GraphText } from '../planning/planning-messages';
import type { ShardingContext } from '../sharding/sharding-context';
import { type OperationSteps, tellStep } from './operation-steps';
import { type Cuts, type Refusals, createStepsPlugin } from './steps-plugin';

export interface GuardedEngine {
  engine: Engine;
  plugin: ApolloServerPlugin<ShardingContext>;
}

export interface GuardOptions {
  planning: Planning;
  /** What the engine's SDL is. */
  kind: GraphText['kind'];
  steps: OperationSteps;
  rules: Pick<GraphRules, 'follow'>;
}

type LoadResult = Awaited<ReturnType<Engine['load']>>;
type Executor = NonNullable<LoadResult['executor']>;

export function guardEngine(engine: Engine, { planning, kind, steps, rules }: GuardOptions): GuardedEngine {
  const refusals: Refusals = new WeakMap();
  const cuts: Cuts = new WeakMap();
  return {
    plugin: createStepsPlugin(steps, { refusals, cuts }),
    engine: {
      onSchemaLoadOrUpdate: (listener) =>
        engine.onSchemaLoadOrUpdate((loaded) => {
          const text = { kind, sdl: loaded.coreSupergraphSdl };
          rules.follow(loaded.apiSchema, text);
          planning.follow(loaded.apiSchema, text);
          listener(loaded);
        }),
      async load(options) {
        const { executor } = await engine.load(options);
        return { executor: executor && guardExecutor(executor, refusals, cuts) };
      },
      stop: () => engine.stop(),
    },
  };
}

function guardExecutor(executor: Executor, refusals: Refusals, cuts: Cuts): Executor {
  return async function guarded(context) {
    const refused = refusals.get(context.document);
    if (refused) return { errors: refused };
    if (!context.operation) return { errors: [noOperation(context.document, context.request.operationName)] };
    tellStep('apollo', 'run');
    const cut = cuts.get(context.context as ShardingContext);
    return cut ? runCut(executor, context, cut) : executor(context);
  };
}

/** Engines know operations by the hash of their text, so what is cut goes under its own. */
async function runCut(
  executor: Executor,
  context: Parameters<Executor>[0],
  { known, restore }: CutOperation,
) {
  const { document, text, hash, operationName } = known;
  const operation = getOperationAST(document, operationName)!;
  const answer = await executor({ ...context, document, operation, source: text, queryHash: hash });
  return restore(answer, context.request.variables);
}

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
