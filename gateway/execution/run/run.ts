// What one run of an operation carries from fetch to fetch.
import type { SubgraphAnswer } from '../source/subgraph-source';
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
  /** Fetches that another fetch of the plan may equal, by what is sent. */
  joined: Map<string, Joined> | undefined;
}

/** An answer that several fetches share: `spare` is a copy that nobody merges into. */
export interface Joined {
  answer: Promise<SubgraphAnswer> | undefined;
  spare: SubgraphAnswer | undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
