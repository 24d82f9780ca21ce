// Remembers what was read: documents and their plans by use, refusals for a moment only; both bounded in number and in characters.
import type { QueryPlan } from '@apollo/query-planner';
import type { DocumentNode, GraphQLError, OperationTypeNode } from 'graphql';
import type { OperationReach } from './carry/operation-reach';
import { createWeighedMap } from './weighed-map';

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
  /** Characters of all documents and of all refusals. */
  held(): { documents: number; refusals: number };
}

export interface DocumentCacheOptions {
  documents?: number;
  /** Of the documents' keys together: what is kept of a document takes some fifty times as much memory as its key. */
  characters?: number;
  /** How long a refusal is remembered, in milliseconds, and how many are. */
  refusalMs?: number;
  refusals?: number;
  /** Of all that the refusals hold. */
  refusalCharacters?: number;
  now?: () => number;
}

interface KeptRefusal {
  refusal: RefusedDocument;
  until: number;
}

/**
 * Holds at most 2,000,000 characters of keys, and 4,000,000 of refusals, whatever clients send. Law: a key has the whole
 * text, and the name of the operation that was asked for.
 */
export function createDocumentCache(options: DocumentCacheOptions = {}): DocumentCache {
  const { documents = 1_000, characters = 2_000_000, refusalMs = 30_000, now = Date.now } = options;
  const { refusals = 500, refusalCharacters = 4_000_000 } = options;
  const known = createWeighedMap<KnownDocument>({
    entries: documents,
    characters,
    weigh: (key) => key.length,
  });
  const refused = createWeighedMap<KeptRefusal>({
    entries: refusals,
    characters: refusalCharacters,
    weigh: (key, { refusal }) => weighRefusal(key, refusal),
  });
  return {
    has: (key) => known.has(key),
    find(key) {
      const document = known.get(key);
      if (!document) return findRefusal(key);
      document.uses += 1;
      known.keep(key, document);
      return document;
    },
    keep: (key, document) => known.keep(key, document),
    keepRefusal: (key, refusal) => refused.keep(key, { refusal, until: now() + refusalMs }),
    mostUsed: (count) =>
      Array.from(known.entries(), ([, document]) => document)
        .sort((a, b) => b.uses - a.uses)
        .slice(0, count),
    held: () => ({ documents: known.held(), refusals: refused.held() }),
  };

  function findRefusal(key: string): RefusedDocument | undefined {
    forgetOutdated();
    return refused.get(key)?.refusal;
  }

  /** Whatever is refused is looked for first, so that old refusals go as new ones come. */
  function forgetOutdated(): void {
    for (const [key, { until }] of refused.entries()) {
      if (until > now()) return;
      refused.forget(key);
    }
  }
}

/** What an error holds beside its sentence, told in characters: its stack and its place. */
const ERROR_CHARACTERS = 2_000;

/** The text is there twice: in the key, and as the source of the errors. Validation finds up to a hundred of them. */
function weighRefusal(key: string, { errors }: RefusedDocument): number {
  return errors.reduce((sum, { message }) => sum + message.length + ERROR_CHARACTERS, 2 * key.length);
}
