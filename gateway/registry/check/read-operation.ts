// A known operation with its document; one that cannot be parsed says nothing about the graph.
import { type DocumentNode, parse } from 'graphql';
import { createBoundedCache } from '../../sharding/plan/bounded-cache';
import type { KnownOperation } from './check-input';

export interface ReadOperation extends KnownOperation {
  parsed: DocumentNode;
}

const MAX_DOCUMENTS = 5_000;
const documents = createBoundedCache<DocumentNode>(MAX_DOCUMENTS);

export function readOperations(operations: KnownOperation[]): ReadOperation[] {
  return operations.flatMap((operation) => {
    try {
      return [{ ...operation, parsed: documents.get(operation.document, () => parse(operation.document)) }];
    } catch {
      return [];
    }
  });
}
