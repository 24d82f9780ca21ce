// Where plans come from; the engine asks nothing else of it, so that planning may be done elsewhere.
import type { QueryPlan } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';

/** One operation of a valid document. */
export interface PlannableOperation {
  document: DocumentNode;
  operationName: string | undefined;
  /** Tells operations apart: equal ids, equal documents and names. */
  id: string;
}

export interface Planner {
  /**
   * Law: while a plan is remembered the same object is given, for what is compiled from a plan is kept with it. Rejects
   * with a GraphQLError that has a code when the operation is refused.
   */
  planOf(operation: PlannableOperation): QueryPlan | Promise<QueryPlan>;
}
