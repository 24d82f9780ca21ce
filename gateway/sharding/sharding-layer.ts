// THE LAYER: shows all shards of a contract as one logical subgraph.
import { getVariableValues, type GraphQLFormattedError } from 'graphql';
import { DEFAULT_BOUNDS, type Bounds } from './bounds';
import { homesOfContract } from './contract-homes';
import { toShanghaiText } from '../../schema/shanghai-time';
import { VARIABLE_ERRORS } from '../guard/variable-bounds';
import type { Contract } from './contract/contract';
import type { OperationPlan } from './plan/operation-plan';
import { DocumentRefused, type OperationText } from './plan/parse-operation';
import { createPlanCache, type PlanCache } from './plan/plan-cache';
import { readContract } from './read-contract';
import { completeRoot } from './run/complete';
import { createErrorList } from './state/error-list';
import type { Run } from './state/run';
import { runMutation } from './run/run-mutation';
import { runQuery } from './run/run-query';
import type { ShardingContext } from './sharding-context';
import type { ShardTransport } from './transport';

export type { ShardingContext };

export interface ShardingLayerOptions {
  contract: string;
  /** The contract's SDL, with the directives of schema/sharding.graphql. */
  sdl: string;
  transport: ShardTransport;
  bounds?: Partial<Bounds>;
  now?: () => Date;
}

export interface LayerRequest extends OperationText {
  variables?: Record<string, unknown>;
}

export interface LayerResult {
  data: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[];
}

export interface ShardingLayer {
  execute(request: LayerRequest, context: ShardingContext): Promise<LayerResult>;
}

/** Throws when the contract breaks a rule: every fault at once, each a sentence with its place. */
export function createShardingLayer(options: ShardingLayerOptions): ShardingLayer {
  const contract = readContract(options.contract, options.sdl);
  const plans = createPlanCache(contract);
  const bounds: Bounds = { ...DEFAULT_BOUNDS, ...options.bounds };
  return {
    async execute(request, context) {
      const prepared = prepare(contract, plans, request);
      if ('errors' in prepared) return { data: null, errors: prepared.errors };
      const run: Run = {
        contract: options.contract,
        ...prepared,
        variables: request.variables ?? {},
        texts: new Map(),
        view: homesOfContract(context.list, options.contract),
        context,
        transport: options.transport,
        bounds,
        asOf: toShanghaiText(options.now?.() ?? new Date()),
        errors: createErrorList(bounds.errors),
        pending: new Map(),
      };
      return answer(run);
    },
  };
}

async function answer(run: Run): Promise<LayerResult> {
  const gathered = await (run.plan.kind === 'mutation' ? runMutation(run) : runQuery(run));
  const data = completeRoot(
    run.plan.roots.map(({ field }) => field),
    gathered,
    run.errors,
  );
  const errors = run.errors.list();
  return errors.length > 0 ? { data, errors } : { data };
}

type Prepared =
  { plan: OperationPlan; coerced: Record<string, unknown> } | { errors: GraphQLFormattedError[] };

/** Everything that can be wrong with a request before any shard is asked. */
function prepare(contract: Contract, plans: PlanCache, request: LayerRequest): Prepared {
  try {
    const parsed = plans.parse(request);
    const values = getVariableValues(
      contract.schema,
      parsed.operation.variableDefinitions ?? [],
      request.variables ?? {},
      VARIABLE_ERRORS,
    );
    if (values.errors) return { errors: values.errors.map((error) => badInput(error.toJSON())) };
    return { plan: plans.plan(parsed, values.coerced), coerced: values.coerced };
  } catch (error) {
    if (error instanceof DocumentRefused) return { errors: error.errors.map((one) => one.toJSON()) };
    throw error;
  }
}

function badInput(error: GraphQLFormattedError): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, code: 'BAD_USER_INPUT' } };
}
