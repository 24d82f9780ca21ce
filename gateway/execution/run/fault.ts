// An error that the executor itself finds in an answer.
import { GraphQLError } from 'graphql';
import type { PathKey } from './error-list';

/** The words name types and fields of the API schema only; clients read what INTERNAL says to them. */
export function brokenAnswer(message: string, path: readonly PathKey[], subgraph?: string): GraphQLError {
  const extensions = { code: 'INTERNAL', ...(subgraph !== undefined && { serviceName: subgraph }) };
  return new GraphQLError(message, { path, extensions });
}
