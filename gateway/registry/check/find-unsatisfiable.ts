// Finds the queries that the API lets a client ask and no plan can answer.
import { validateGraphComposition } from '@apollo/composition';
import type { Supergraph } from '@apollo/federation-internals';
import { buildFederatedQueryGraph, buildSupergraphAPIQueryGraph } from '@apollo/query-graphs';
import type { GraphQLError } from 'graphql';

/** Satisfiability of a hostile schema can take for ever; the largest known graph needs 1,400 paths. */
const MAX_PATHS = 200_000;

export function findUnsatisfiable(supergraph: Supergraph): readonly GraphQLError[] {
  const { errors } = validateGraphComposition(
    supergraph.schema,
    supergraph.subgraphNameToGraphEnumValue(),
    buildSupergraphAPIQueryGraph(supergraph),
    buildFederatedQueryGraph(supergraph, false),
    { maxValidationSubgraphPaths: MAX_PATHS },
  );
  return errors ?? [];
}
