// Puts the errors of a fetch where they belong in the client's answer.
import { GraphQLError } from 'graphql';
import type { PathKey } from '../run/error-list';
import { type Batch, type JsonObject, type Run, isObject } from '../run/run';
import type { SubgraphError } from '../source/subgraph-source';
import type { KnownFetch } from './fetch-operation';
import type { WalkPath } from './walk-path';

export interface PlacedFetch extends KnownFetch {
  walk: WalkPath;
  /** Aliases of the planner, and what the client calls them. */
  renamed: ReadonlyMap<string, string>;
  isOfEntities: boolean;
}

export interface Failure {
  batch: Batch;
  data: unknown;
  errors: readonly SubgraphError[];
}

/** A fetch of an executor without a code of its own; the same as Apollo's. */
const NO_CODE = 'DOWNSTREAM_SERVICE_ERROR';

export function placeErrors(run: Run, fetch: PlacedFetch, failure: Failure): void {
  const placesOf = lazyPlaces(run, fetch, failure.batch);
  for (const error of failure.errors) {
    const at = fetch.isOfEntities ? entityAt(error) : 0;
    const below = belowPath(fetch, error);
    if (at === undefined) addAtPrefix(run, fetch, error);
    else if (fetch.isOfEntities)
      addAtEntity(run, fetch, { error, below, places: placesOf(at), isLost: isLost(failure.data, at) });
    else if (below.length === 0)
      fetch.operation.rootKeys.forEach((key) =>
        addAtAll(run, fetch, { error, below: [key], places: placesOf(0) }),
      );
    else addAtAll(run, fetch, { error, below, places: placesOf(0) });
  }
}

interface PlacedError {
  error: SubgraphError;
  /** From the object on. */
  below: PathKey[];
  places: PathKey[][];
}

/** The position of the representation that an error is about; undefined when it is about the whole fetch. */
function entityAt({ path }: SubgraphError): number | undefined {
  return path?.[0] === '_entities' && typeof path[1] === 'number' ? path[1] : undefined;
}

function belowPath({ isOfEntities, renamed }: PlacedFetch, { path = [] }: SubgraphError): PathKey[] {
  const below = isOfEntities ? path.slice(2) : path;
  return below.map((key) => (typeof key === 'string' ? (renamed.get(key) ?? key) : key));
}

/** Whether no part of the entity came, so that all its fields miss because of this error. */
function isLost(data: unknown, at: number): boolean {
  return !isObject(data) || !Array.isArray(data._entities) || !isObject(data._entities[at]);
}

function addAtEntity(
  run: Run,
  fetch: PlacedFetch,
  { isLost: all, ...placed }: PlacedError & { isLost: boolean },
): void {
  if (placed.places.length === 0) return addAtPrefix(run, fetch, placed.error);
  if (all) placed.places.forEach((place) => run.errors.excuse(place, fetch.keys));
  addAtAll(run, fetch, placed);
}

function addAtAll(run: Run, { operation }: PlacedFetch, { error, below, places }: PlacedError): void {
  for (const place of places) run.errors.add(toError(error, operation.subgraph, [...place, ...below]));
}

/** The fetch failed as a whole: one error, at the last place that all its objects have in common. */
function addAtPrefix(run: Run, { walk, keys, operation }: PlacedFetch, error: SubgraphError): void {
  run.errors.excuse(walk.pattern, keys);
  run.errors.addNear(toError(error, operation.subgraph, walk.prefix));
}

function toError(
  { message, extensions }: SubgraphError,
  serviceName: string,
  path: readonly PathKey[],
): GraphQLError {
  return new GraphQLError(message, {
    path,
    extensions: { ...extensions, code: extensions?.code ?? NO_CODE, serviceName },
  });
}

/** Where the objects of a representation stand now; looked up only when an error asks for it. */
function lazyPlaces(run: Run, { walk }: PlacedFetch, { targets }: Batch): (at: number) => PathKey[][] {
  let places: Map<JsonObject, PathKey[][]> | undefined;
  return (at) => {
    places ??= findPlaces(run, walk);
    return (targets[at] ?? []).flatMap((object) => places!.get(object) ?? []);
  };
}

function findPlaces(run: Run, walk: WalkPath): Map<JsonObject, PathKey[][]> {
  const places = new Map<JsonObject, PathKey[][]>();
  walk.eachPlace(run.data, (object, place) => {
    const known = places.get(object);
    if (known) known.push(place);
    else places.set(object, [place]);
  });
  return places;
}
