// What one run of an operation carries from fetch to fetch.
import type { FetchOperation, SubgraphAnswer } from '../source/subgraph-source';
import type { SettledEntities } from './absent-entities';
import type { ErrorList } from './error-list';

export type JsonObject = Record<string, unknown>;

export interface Run {
  /** What the fetches brought, merged in place; the answer is shaped from it at the end. */
  readonly data: JsonObject;
  /** As the client sent them: subgraphs coerce what they are given. */
  readonly variables: Readonly<JsonObject>;
  /** Coerced by the API schema, defaults included. */
  readonly coerced: Readonly<JsonObject>;
  /** Handed to the sources as it is. */
  readonly context: unknown;
  readonly errors: ErrorList;
  /** Objects and lists of `data` that stand in several places, because an entity does; undefined while there are none. */
  shared: Set<object> | undefined;
  /** The entities that came, by fetch: whose nobody had is found out when an object misses what it cannot be without. */
  readonly settled: SettledEntities[];
  /** Whether no string of `data` needs an escape in JSON: none of those that came did. */
  isPlain: boolean;
  /** Counts the answers that were merged, and those among them that brought objects: what was found before may be stale. */
  merges: number;
  growths: number;
  /** What fetches found before, by path, and what they sent of it. */
  readonly found: Map<string, Found>;
  /** Fetches that another fetch of the plan may equal, by what is sent: the operation and its variables. */
  joined: Map<FetchOperation, Map<string, Joined>> | undefined;
}

/** An answer that several fetches share: `spare` is a copy that nobody merges into. */
export interface Joined {
  answer: Promise<SubgraphAnswer> | undefined;
  spare: SubgraphAnswer | undefined;
}

/** By the count at which it was made. */
export interface Found {
  growths: number;
  objects: JsonObject[];
  merges: number;
  batches: Map<string, Batch>;
}

/** What one fetch is about. */
export interface Batch {
  /** The representations as they are sent; undefined when it is no fetch of entities. */
  texts: string[] | undefined;
  /** By position of the representation: the objects that it stands for. Without representations, all at 0. */
  targets: JsonObject[][];
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
