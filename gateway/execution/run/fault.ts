// An error that the executor itself finds in what subgraphs sent.
import { GraphQLError } from 'graphql';
import type { PathKey } from './error-list';

/** The words name types and fields of the API schema only; clients read what INTERNAL says to them. */
export class BrokenAnswer extends GraphQLError {
  /** `subgraph`: whose answer it is, where that is known. */
  constructor(message: string, path: readonly PathKey[], subgraph?: string) {
    const extensions = { code: 'INTERNAL', ...(subgraph !== undefined && { serviceName: subgraph }) };
    super(message, { path, extensions });
  }
}
