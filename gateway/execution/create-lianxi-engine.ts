// Our engine behind Apollo Server's GatewayInterface: plans are compiled once and run by our executor.
import type { QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, type OperationDefinitionNode, getOperationAST } from 'graphql';
import type { Engine } from './create-graph-server';
import type { Graph } from './load-graph';
import {
  type OperationInput,
  type PreparedOperation,
  type Sources,
  prepareOperation,
} from './prepared-operation';

type LoadResult = Awaited<ReturnType<Engine['load']>>;
type Executor = NonNullable<LoadResult['executor']>;
type SchemaListener = Parameters<Engine['onSchemaLoadOrUpdate']>[0];

export interface LianxiEngineOptions extends Sources {
  graph: Graph;
}

export interface KnownOperation {
  document: DocumentNode;
  operationName: string | undefined;
  /** Tells operations apart, like a hash of the document and the name. */
  id: string;
}

export interface LianxiEngine extends Engine {
  /**
   * The operation ready to run, on the graph that serves unless another is given; for a front that sends an answer's text
   * itself, and for a graph that is about to serve.
   */
  prepare(operation: KnownOperation, graph?: Graph): PreparedOperation | Promise<PreparedOperation>;
  /** Later operations run on the new graph; those under way end on the old one. */
  replaceGraph(graph: Graph): void;
}

export function createLianxiEngine({ graph: first, ...sources }: LianxiEngineOptions): LianxiEngine {
  let graph = first;
  /** An operation runs on the graph that it was validated against. */
  const graphs = new WeakMap([[first.apiSchema, first]]);
  const listeners = new Set<SchemaListener>();
  /** What is compiled lives as long as its plan is remembered. */
  const prepared = new WeakMap<QueryPlan, PreparedOperation>();
  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      tell(listener);
      return () => void listeners.delete(listener);
    },
    load: async () => ({ executor }),
    stop: async () => listeners.clear(),
    prepare,
    replaceGraph(next) {
      graph = next;
      graphs.set(next.apiSchema, next);
      listeners.forEach(tell);
    },
  };

  function tell(listener: SchemaListener): void {
    listener({ apiSchema: graph.apiSchema, coreSupergraphSdl: graph.supergraphSdl });
  }

  function prepare(
    known: KnownOperation,
    asked: Graph = graph,
  ): PreparedOperation | Promise<PreparedOperation> {
    const plan = asked.planner.planOf(known);
    return plan instanceof Promise
      ? plan.then((it) => withPlan(asked, known, it))
      : withPlan(asked, known, plan);
  }

  function withPlan(
    asked: Graph,
    { document, operationName }: KnownOperation,
    plan: QueryPlan,
  ): PreparedOperation {
    const known = prepared.get(plan);
    if (known) return known;
    const operation = getOperationAST(document, operationName) as OperationDefinitionNode;
    const made = prepareOperation(asked, sources, { document, operation, plan });
    prepared.set(plan, made);
    return made;
  }

  async function executor({ document, queryHash, request, context, schema }: Parameters<Executor>[0]) {
    const { operationName, variables } = request;
    const known = prepare(
      { document, operationName, id: `${queryHash} ${operationName ?? ''}` },
      graphs.get(schema),
    );
    const operation = known instanceof Promise ? await known : known;
    const input: OperationInput = { variables, context };
    const { data, errors } = await operation.run(input);
    return errors.length > 0 ? { data, errors } : { data };
  }
}
