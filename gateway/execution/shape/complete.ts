// Completes the data of a run into the answer's object: nulls, errors and their places as the specification has them.
// https://spec.graphql.org/October2021/#sec-Handling-Field-Errors
import { BrokenAnswer } from '../run/fault';
import type { PathKey } from '../run/error-list';
import { readOwn } from '../run/read-own';
import { findAbsent } from '../run/absent-entities';
import { type JsonObject, type Run, isObject } from '../run/run';
import type { FieldShape, ObjectShape, ValueShape } from './answer-shape';
import { holdsOnlyKey } from './key-names';

export interface Completion {
  run: Run;
  /** The answer to an introspection field, as JSON text. */
  introspect(field: Extract<ValueShape, { kind: 'introspection' }>, key: string): string;
  /** The place that is completed now; what is beyond the depth of the call is left from before. */
  path: PathKey[];
  /** Undefined until it is asked for. */
  absent?: ReadonlySet<object>;
}

/** Null when a null went up to the root. */
export function completeAnswer(
  root: ObjectShape,
  run: Run,
  introspect: Completion['introspect'],
): JsonObject | null {
  return completeFields(root, run.data, { run, introspect, path: [] }, 0) ?? null;
}

/**
 * Undefined stands for a null that has its error, and goes up where it may not stand. An object that is null is an entity
 * that is not there: no error where it may be null, and one where it may not.
 */
type Completed<Value> = Value | undefined;

function completeFields(
  shape: ObjectShape,
  object: JsonObject,
  at: Completion,
  depth: number,
): Completed<JsonObject | null> {
  const completed: JsonObject = {};
  for (const field of shape.fields) {
    const { key, value } = field;
    at.path[depth] = key;
    const raw = field.isInherited ? readOwn(object, key) : object[key];
    if (neverCame(value, raw) && isAbsent(shape, object, at)) return null;
    const done = completeField(field, shape, raw, at, depth + 1);
    if (done === undefined && value.isNonNull) return undefined;
    if (key === '__proto__') Object.defineProperty(completed, key, { value: done ?? null, enumerable: true });
    else completed[key] = done ?? null;
  }
  return completed;
}

/** Whether it is missing what the object cannot be without. An interface's name in place of the type is none. */
function neverCame(value: ValueShape, raw: unknown): boolean {
  return value.kind === 'typename' ? value.nameOf(raw) === undefined : value.isNonNull && raw === undefined;
}

/** Law: nothing but its key is lost with it. */
function isAbsent({ keyNames }: ObjectShape, object: JsonObject, at: Completion): boolean {
  at.absent ??= findAbsent(at.run.settled);
  return at.absent.has(object) && holdsOnlyKey(object, keyNames);
}

function completeField(
  { key, value }: FieldShape,
  { typeName }: ObjectShape,
  raw: unknown,
  at: Completion,
  depth: number,
): unknown {
  if (value.kind === 'typename') {
    return (
      value.nameOf(raw) ??
      fault(at, depth, `The type of an object of the abstract type "${typeName}" never came.`)
    );
  }
  if (value.kind === 'introspection') return JSON.parse(at.introspect(value, key)) as unknown;
  return completeValue(value, raw, at, depth);
}

function completeValue(shape: ValueShape, raw: unknown, at: Completion, depth: number): unknown {
  if (raw === null || raw === undefined) return completeNull(shape, at, depth);
  switch (shape.kind) {
    case 'leaf':
      if (!shape.isAllowed || shape.isAllowed(raw)) return raw;
      return fault(at, depth, `A value came that is no ${shape.typeName}.`);
    case 'list':
      return completeList(shape, raw, at, depth);
    case 'object': {
      const object = completeObject(shape, raw, at, depth);
      return object === null ? completeNull(shape, at, depth) : object;
    }
    default:
      return undefined;
  }
}

function completeNull({ isNonNull, typeName }: ValueShape, at: Completion, depth: number): Completed<null> {
  return isNonNull ? fault(at, depth, `Cannot return null for non-nullable type ${typeName}!.`) : null;
}

function completeList(
  { item, typeName }: Extract<ValueShape, { kind: 'list' }>,
  raw: unknown,
  at: Completion,
  depth: number,
): unknown {
  if (!Array.isArray(raw)) return fault(at, depth, `A value came that is no list, for ${typeName}.`);
  const completed: unknown[] = new Array(raw.length);
  for (let i = 0; i < raw.length; i++) {
    at.path[depth] = i;
    const done = completeValue(item, raw[i], at, depth + 1);
    if (done === undefined && item.isNonNull) return undefined;
    completed[i] = done ?? null;
  }
  return completed;
}

function completeObject(
  { objects, typeName }: Extract<ValueShape, { kind: 'object' }>,
  raw: unknown,
  at: Completion,
  depth: number,
): Completed<JsonObject | null> {
  if (!isObject(raw)) return fault(at, depth, `A value came that is no object, for ${typeName}.`);
  const typename = raw.__typename;
  const shape =
    typename === undefined || typename === null ? objects.declared : objects.of(typename as string);
  return shape
    ? completeFields(shape, raw, at, depth)
    : fault(at, depth, `An object came whose type may not stand for ${typeName}.`);
}

/** Law: one error per null. A null that an error accounts for already gets no second one. */
function fault({ run, path }: Completion, depth: number, message: string): undefined {
  const place = path.slice(0, depth);
  if (!run.errors.accountsFor(place)) run.errors.add(new BrokenAnswer(message, place));
  return undefined;
}
