// Remembers what was read: documents and their plans by use, bounded in number and in text; refusals for a moment only.
import type { QueryPlan } from '@apollo/query-planner';
import type { DocumentNode, GraphQLError, OperationTypeNode } from 'graphql';
import type { OperationReach } from './carry/operation-reach';

/** A valid document as the serving thread keeps it. */
export interface KnownDocument {
  kind: 'known';
  document: DocumentNode;
  /** Absent when the document has no operation of the name that was asked for, or is of a subgraph. */
  plan: QueryPlan | undefined;
  /** What the operation of that name is. */
  operation: OperationTypeNode | undefined;
  /** What of the schema the operation uses, as schema coordinates. */
  coordinates: readonly string[];
  /** What of the graph its plan rests on; absent where that is not known. */
  reach: OperationReach | undefined;
  text: string;
  /** SHA-256 of the text, in hexadecimal. */
  hash: string;
  operationName: string | undefined;
  /** How often it was asked for since it was read. */
  uses: number;
}

export interface RefusedDocument {
  kind: 'refused';
  errors: readonly GraphQLError[];
}

export interface DocumentCache {
  /** Without counting it as used. */
  has(key: string): boolean;
  /** Undefined when it is not known (any more). */
  find(key: string): KnownDocument | RefusedDocument | undefined;
  keep(key: string, document: KnownDocument): void;
  keepRefusal(key: string, refusal: RefusedDocument): void;
  /** Those that were asked for most often, first the first. */
  mostUsed(count: number): KnownDocument[];
  size(): number;
}

export interface DocumentCacheOptions {
  documents?: number;
  /** Characters of all texts together: a parsed document takes some fifty times as much memory. */
  characters?: number;
  /** How long a refusal is remembered, in milliseconds, and how many are. */
  refusalMs?: number;
  refusals?: number;
  now?: () => number;
}

export function createDocumentCache(options: DocumentCacheOptions = {}): DocumentCache {
  const { documents = 1_000, characters = 2_000_000, refusalMs = 30_000, refusals = 500 } = options;
  const now = options.now ?? Date.now;
  const known = new Map<string, KnownDocument>();
  const refused = new Map<string, { refusal: RefusedDocument; until: number }>();
  let held = 0;
  return {
    has: (key) => known.has(key),
    find(key) {
      const document = known.get(key);
      if (!document) return findRefusal(key);
      document.uses += 1;
      known.delete(key);
      known.set(key, document);
      return document;
    },
    keep(key, document) {
      forget(key);
      known.set(key, document);
      held += document.text.length;
      while (known.size > documents || (held > characters && known.size > 1)) forget(oldest(known));
    },
    keepRefusal(key, refusal) {
      refused.delete(key);
      refused.set(key, { refusal, until: now() + refusalMs });
      if (refused.size > refusals) refused.delete(oldest(refused));
    },
    mostUsed: (count) => [...known.values()].sort((a, b) => b.uses - a.uses).slice(0, count),
    size: () => known.size,
  };

  function findRefusal(key: string): RefusedDocument | undefined {
    const found = refused.get(key);
    if (found && found.until > now()) return found.refusal;
    if (found) refused.delete(key);
    return undefined;
  }

  function forget(key: string): void {
    held -= known.get(key)?.text.length ?? 0;
    known.delete(key);
  }
}

function oldest(entries: Map<string, unknown>): string {
  return entries.keys().next().value!;
}
