// The planner's rewrites of what is sent (interface objects) and of what came (aliases against conflicts).
import type { FetchDataRewrite } from '@apollo/query-planner';
import { type JsonObject, isObject } from '../run/run';
import { readOwn } from '../run/read-own';
import { type TypeTable, mayBeInstance } from '../run/type-table';

type Rewrite = (value: unknown) => void;

const CONDITION = '... on ';

export function compileRewrites(
  rewrites: FetchDataRewrite[] | undefined,
  types: TypeTable,
): Rewrite | undefined {
  if (!rewrites?.length) return undefined;
  const all = rewrites.map((rewrite) => compileRewrite(rewrite, types));
  return (value) => {
    for (const rewrite of all) rewrite(value);
  };
}

function compileRewrite(rewrite: FetchDataRewrite, types: TypeTable): Rewrite {
  const parents = rewrite.path.slice(0, -1);
  const key = rewrite.path.at(-1)!;
  return parents.reduceRight<Rewrite>(
    (inner, part) => compileStep(part, inner, types),
    eachObject(changeOf(rewrite, key)),
  );
}

function compileStep(part: string, inner: Rewrite, types: TypeTable): Rewrite {
  if (!part.startsWith(CONDITION)) return eachObject((object) => inner(readOwn(object, part)));
  const condition = part.slice(CONDITION.length);
  return eachObject((object) => {
    if (mayBeInstance(types, object, condition)) inner(object);
  });
}

/** Law: lists are passed through, however deep; what is no object is left alone. */
function eachObject(change: (object: JsonObject) => void): Rewrite {
  return function apply(value) {
    if (Array.isArray(value)) value.forEach(apply);
    else if (isObject(value)) change(value);
  };
}

function changeOf(rewrite: FetchDataRewrite, key: string): (object: JsonObject) => void {
  if (rewrite.kind === 'ValueSetter') return (object) => define(object, key, rewrite.setValueTo);
  return (object) => {
    const value = readOwn(object, key);
    if (value === undefined) return;
    object[key] = undefined;
    define(object, rewrite.renameKeyTo, value);
  };
}

function define(object: JsonObject, key: string, value: unknown): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
}
