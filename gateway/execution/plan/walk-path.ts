// Finds the objects that a fetch is about: along a plan's path, through lists, by type where the path says so.
import { EACH, type PathKey, type PathPattern } from '../run/error-list';
import { readOwn, readerOf } from '../run/read-own';
import { type JsonObject, isObject } from '../run/run';

export interface WalkPath {
  /** The same for the same path. */
  readonly id: string;
  /** Whether it asks for types, which later answers may tell more exactly. */
  readonly asksTypes: boolean;
  /** With `@` of the plan as EACH. */
  readonly pattern: PathPattern;
  /** The part of it before any list: the last place that can be named for all objects together. */
  readonly prefix: readonly PathKey[];
  /** Each object once, however often it stands in the data. */
  find(data: JsonObject, isShared: boolean): JsonObject[];
  /** Every place where an object stands, as a path of the answer. */
  eachPlace(data: JsonObject, visit: VisitPlace): void;
}

type VisitPlace = (object: JsonObject, place: PathKey[]) => void;

interface Step {
  /** A response name, each element of a list, or nothing but a narrowing of the root. */
  key: string | typeof EACH | undefined;
  /** Only objects of these types are followed; any when undefined. */
  types: ReadonlySet<string> | undefined;
}

export function compilePath(path: ReadonlyArray<string | number>): WalkPath {
  const steps = path.map((part) => readStep(String(part)));
  const pattern = steps.flatMap<PathKey | typeof EACH>(({ key }) => (key === undefined ? [] : [key]));
  const end = pattern.indexOf(EACH);
  const follow = steps.reduceRight<Follow>((next, step) => compileStep(step, next), arrive);
  return {
    id: path.join('.'),
    asksTypes: steps.some(({ types }) => types !== undefined),
    pattern,
    prefix: (end < 0 ? pattern : pattern.slice(0, end)) as PathKey[],
    find(data, isShared) {
      const search: Search = { found: [], seen: isShared ? new Set() : undefined };
      follow(data, search);
      return search.found;
    },
    eachPlace: (data, visit) => visitPlaces(data, steps, [], visit),
  };
}

/** `name`, `@`, and with the types that it is narrowed to: `name|[A,B]`, `@|[A]`. A bare `|[A]` narrows the root. */
function readStep(part: string): Step {
  const bar = part.indexOf('|[');
  const name = bar < 0 ? part : part.slice(0, bar);
  const types = bar < 0 ? undefined : new Set(part.slice(bar + 2, -1).split(','));
  return { key: name === '@' ? EACH : name || undefined, types };
}

function hasType(value: unknown, types: Step['types']): boolean {
  if (!types || !isObject(value)) return true;
  return typeof value.__typename !== 'string' || types.has(value.__typename);
}

interface Search {
  found: JsonObject[];
  /** What was passed already; undefined while nothing stands in two places. */
  seen: Set<object> | undefined;
}

type Follow = (value: unknown, search: Search) => void;

function compileStep({ key, types }: Step, next: Follow): Follow {
  const enter: Follow = types ? (value, search) => hasType(value, types) && next(value, search) : next;
  if (key === undefined) return enter;
  if (key === EACH) return followList(enter);
  const read = readerOf(key);
  return (value, search) => {
    if (isObject(value)) enter(read(value), search);
  };
}

function followList(next: Follow): Follow {
  return (list, search) => {
    if (!Array.isArray(list) || !isFirstSight(list, search)) return;
    for (const element of list) {
      if (element !== null) next(element, search);
    }
  };
}

function arrive(value: unknown, search: Search): void {
  if (isObject(value) && isFirstSight(value, search)) search.found.push(value);
}

function isFirstSight(value: object, { seen }: Search): boolean {
  if (!seen) return true;
  if (seen.has(value)) return false;
  seen.add(value);
  return true;
}

function visitPlaces(value: unknown, steps: Step[], place: PathKey[], visit: VisitPlace): void {
  const [step, ...rest] = steps;
  if (!step) {
    if (isObject(value)) visit(value, place);
    return;
  }
  const enter = (next: unknown, at: PathKey[]) => {
    if (hasType(next, step.types)) visitPlaces(next, rest, at, visit);
  };
  if (step.key === undefined) enter(value, place);
  else if (step.key !== EACH) {
    if (isObject(value)) enter(readOwn(value, step.key), [...place, step.key]);
  } else if (Array.isArray(value)) value.forEach((element, i) => enter(element, [...place, i]));
}
