// Writes the caller's answer from what was gathered: types checked, errors at their paths, nulls propagated.
import { UNANSWERED } from '../plan/hidden';
import type { FieldPlan, Shape } from '../plan/operation-plan';
import type { ErrorList } from '../state/error-list';
import { Fault, WRONG_SHAPE } from '../state/fault';
import { pickObject } from '../state/pick-object';
import type { ResponsePath } from '../state/response-path';
import { isRaw, type Raw } from '../state/run';

/** A non-null value is missing: the nearest nullable value above becomes null. https://spec.graphql.org/October2021/#sec-Handling-Field-Errors */
const BUBBLE = Symbol('bubble');

/** The data of the whole operation; null when a non-null root field is missing. */
export function completeRoot(
  fields: readonly FieldPlan[],
  gathered: Raw,
  errors: ErrorList,
): Record<string, unknown> | null {
  const data = completeFields(fields, gathered, undefined, errors);
  return data === BUBBLE ? null : (data as Record<string, unknown>);
}

function completeFields(
  fields: readonly FieldPlan[],
  raw: Raw,
  path: ResponsePath | undefined,
  errors: ErrorList,
): unknown {
  const answer: Record<string, unknown> = {};
  for (const { response, raw: key, shape } of fields) {
    const saidElsewhere = raw[key] === undefined && raw[UNANSWERED] === true;
    if (saidElsewhere && shape.kind === 'non-null') return BUBBLE;
    const value = complete(shape, raw[key], path, response, errors);
    if (value === BUBBLE) return BUBBLE;
    answer[response] = value;
  }
  return answer;
}

function complete(
  shape: Shape,
  value: unknown,
  path: ResponsePath | undefined,
  key: string | number,
  errors: ErrorList,
): unknown {
  switch (shape.kind) {
    case 'constant':
      return shape.value;
    case 'non-null':
      return complete(shape.of, value ?? WRONG_SHAPE, path, key, errors) ?? BUBBLE;
    case 'leaf':
      if (value === null || value === undefined) return null;
      return shape.accepts(value) && !(value instanceof Fault) ? value : refuse(value, path, key, errors);
    case 'list':
      return value === null || value === undefined ? null : completeList(shape.of, value, path, key, errors);
    case 'object':
      return value === null || value === undefined ? null : completeObject(shape, value, path, key, errors);
  }
}

function completeList(
  of: Shape,
  value: unknown,
  prev: ResponsePath | undefined,
  key: string | number,
  errors: ErrorList,
): unknown {
  if (!Array.isArray(value)) return refuse(value, prev, key, errors);
  const path: ResponsePath = { prev, key };
  const list: unknown[] = [];
  for (let i = 0; i < value.length; i++) {
    const item = complete(of, value[i], path, i, errors);
    if (item === BUBBLE) return null;
    list.push(item);
  }
  return list;
}

function completeObject(
  shape: Shape & { kind: 'object' },
  value: unknown,
  prev: ResponsePath | undefined,
  key: string | number,
  errors: ErrorList,
): unknown {
  const object = isRaw(value) && !(value instanceof Fault) ? pickObject(shape.selection, value) : undefined;
  if (!object) return refuse(value, prev, key, errors);
  const answer = completeFields(object.fields, value as Raw, { prev, key }, errors);
  return answer === BUBBLE ? null : answer;
}

/** A fault, or a value of the wrong type: null, and an error where it stands. */
function refuse(
  value: unknown,
  prev: ResponsePath | undefined,
  key: string | number,
  errors: ErrorList,
): null {
  errors.add(value instanceof Fault ? value : WRONG_SHAPE, { prev, key });
  return null;
}
