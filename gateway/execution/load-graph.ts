// Reads a supergraph into all that execution needs of it: the API schema, which types stand for which, and a planner.
import { Supergraph, operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { createBoundedCache } from '../sharding/plan/bounded-cache';
import { type KeyTable, readKeyTable } from './run/key-table';
import { type TypeTable, readTypeTable } from './run/type-table';
import type { Planner } from './planner';
import type { SubgraphSource } from './source/subgraph-source';

export interface Graph {
  supergraphSdl: string;
  apiSchema: GraphQLSchema;
  types: TypeTable;
  keys: KeyTable;
  planner: Planner;
  /** What it expects of each subgraph, a line each; told by the planning thread. */
  expected?: ReadonlyMap<string, string>;
  /** Whom its fetches ask, when that differs from graph to graph; otherwise the engine's own sources. */
  sourceOf?(subgraph: string): SubgraphSource;
}

const MAX_PLANS = 1_000;

/** Plans on this thread: a document that is hard to plan holds everybody up. */
export function loadGraph(supergraphSdl: string): Graph {
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
  const api = supergraph.apiSchema();
  const queryPlanner = new QueryPlanner(supergraph);
  const plans = createBoundedCache<ReturnType<QueryPlanner['buildQueryPlan']>>(MAX_PLANS);
  return {
    supergraphSdl,
    apiSchema: api.toGraphQLJSSchema(),
    types: readTypeTable(supergraph.schema.toGraphQLJSSchema()),
    keys: readKeyTable(supergraph.schema),
    planner: {
      planOf: ({ document, operationName, id }) =>
        plans.get(id, () =>
          queryPlanner.buildQueryPlan(operationFromDocument(api, document, { operationName })),
        ),
    },
  };
}
