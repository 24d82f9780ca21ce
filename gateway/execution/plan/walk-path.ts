// Finds the objects that a fetch is about: along a plan's path, through lists, by type where the path says so.
import { isInherited, readOwn } from '../run/read-own';
import { type JsonObject, isObject } from '../run/run';
import { EACH, type PathKey, type PathPattern } from '../run/error-list';

interface Step {
  /** A response name, or each element of a list. */
  key: string | typeof EACH;
  isInherited: boolean;
  /** Only objects of these types are followed; any when undefined. */
  types: ReadonlySet<string> | undefined;
}

export interface WalkPath {
  /** With `@` of the plan as EACH. */
  readonly pattern: PathPattern;
  /** The part of it that holds no list: the last place that can be named for all of them. */
  readonly prefix: readonly PathKey[];
  /** Each object once, however often it stands in the data. */
  find(data: JsonObject, isShared: boolean): JsonObject[];
  /** Every place where an object stands, as a path of the answer. */
  places(data: JsonObject, visit: (object: JsonObject, place: PathKey[]) => void): void;
}

export function compilePath(path: ReadonlyArray<string | number>): WalkPath {
  const steps = path.flatMap((part) => readStep(String(part)));
  const rootTypes = readTypes(String(path[0] ?? ''));
  const isRootOnly = rootTypes !== undefined && String(path[0]).startsWith('|');
  const pattern = steps.map(({ key }) => key);
  const end = pattern.indexOf(EACH);
  const start = (data: JsonObject) => !isRootOnly || hasType(data, rootTypes);
  return {
    pattern,
    prefix: (end < 0 ? pattern : pattern.slice(0, end)) as PathKey[],
    find(data, isShared) {
      const found: JsonObject[] = [];
      if (start(data)) find(data, { steps, at: 0, found, seen: isShared ? new Set() : undefined });
      return found;
    },
    places(data, visit) {
      if (start(data)) visitPlaces(data, steps, [], visit);
    },
  };
}

/** `name`, `@`, and with the types that it is narrowed to: `name|[A,B]`, `@|[A]`. A bare `|[A]` narrows the root. */
function readStep(part: string): Step[] {
  const bar = part.indexOf('|[');
  const name = bar < 0 ? part : part.slice(0, bar);
  if (name === '') return [];
  const key = name === '@' ? EACH : name;
  return [{ key, isInherited: isInherited(name), types: readTypes(part) }];
}

function readTypes(part: string): ReadonlySet<string> | undefined {
  const bar = part.indexOf('|[');
  return bar < 0 ? undefined : new Set(part.slice(bar + 2, -1).split(','));
}

function hasType(value: unknown, types: ReadonlySet<string> | undefined): boolean {
  if (!types || !isObject(value)) return true;
  return typeof value.__typename !== 'string' || types.has(value.__typename);
}

interface Search {
  steps: Step[];
  at: number;
  found: JsonObject[];
  /** What was passed already; undefined while nothing stands in two places. */
  seen: Set<object> | undefined;
}

function find(value: unknown, search: Search): void {
  const { steps, found, seen } = search;
  for (let at = search.at; at < steps.length; at++) {
    if (typeof value !== 'object' || value === null) return;
    const { key, isInherited: odd, types } = steps[at]!;
    if (key === EACH) {
      if (Array.isArray(value) && isFirstSight(value, seen)) findInList(value, types, { ...search, at: at + 1 });
      return;
    }
    if (Array.isArray(value)) return;
    value = odd ? readOwn(value as JsonObject, key) : (value as JsonObject)[key];
    if (types && !hasType(value, types)) return;
  }
  if (isObject(value) && isFirstSight(value, seen)) found.push(value);
}

function findInList(list: unknown[], types: Step['types'], search: Search): void {
  for (const element of list) {
    if (element !== null && (!types || hasType(element, types))) find(element, search);
  }
}

function isFirstSight(value: object, seen: Set<object> | undefined): boolean {
  if (!seen) return true;
  if (seen.has(value)) return false;
  seen.add(value);
  return true;
}

function visitPlaces(value: unknown, steps: Step[], place: PathKey[], visit: (object: JsonObject, place: PathKey[]) => void): void {
  const [step, ...rest] = steps;
  if (!step) {
    if (isObject(value)) visit(value, place);
    return;
  }
  if (step.key === EACH) {
    if (!Array.isArray(value)) return;
    value.forEach((element, i) => {
      if (hasType(element, step.types)) visitPlaces(element, rest, [...place, i], visit);
    });
  } else if (isObject(value)) {
    const next = readOwn(value, step.key);
    if (hasType(next, step.types)) visitPlaces(next, rest, [...place, step.key], visit);
  }
}
