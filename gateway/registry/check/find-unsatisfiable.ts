// Finds the queries that the API lets a client ask and no plan can answer.
import { validateGraphComposition } from '@apollo/composition';
import type { Supergraph } from '@apollo/federation-internals';
import {
  type Edge,
  type QueryGraph,
  type Vertex,
  buildFederatedQueryGraph,
  buildSupergraphAPIQueryGraph,
} from '@apollo/query-graphs';
import type { GraphQLError } from 'graphql';
import type { IsSettled } from './settled-root-fields';

/** Satisfiability of a hostile schema can take for ever; the largest known graph needs 1,400 paths. */
const MAX_PATHS = 200_000;

/** What is asked through a settled root field is not looked at. */
export function findUnsatisfiable(
  supergraph: Supergraph,
  isSettled: IsSettled = () => false,
): readonly GraphQLError[] {
  const { errors } = validateGraphComposition(
    supergraph.schema,
    supergraph.subgraphNameToGraphEnumValue(),
    withoutSettled(buildSupergraphAPIQueryGraph(supergraph), isSettled),
    buildFederatedQueryGraph(supergraph, false),
    { maxValidationSubgraphPaths: MAX_PATHS },
  );
  return errors ?? [];
}

/** The same graph, but for the edges that leave its roots. */
function withoutSettled(graph: QueryGraph, isSettled: IsSettled): QueryGraph {
  const roots = new Set<Vertex>(graph.roots());
  const isOpen = ({ head, transition }: Edge) =>
    transition.kind !== 'FieldCollection' || !isSettled(`${head.type.name}.${transition.definition.name}`);
  const view = Object.create(graph) as QueryGraph;
  view.outEdges = (vertex, ...rest) => {
    const edges = graph.outEdges(vertex, ...rest);
    return roots.has(vertex) ? edges.filter(isOpen) : edges;
  };
  return view;
}
