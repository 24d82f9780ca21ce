// Merges what a fetch brought into the data of a run, in place and without copies.
import { type JsonObject, isObject } from './run';
import { type TypeTable, isInstance } from './type-table';

/**
 * Objects grow together, lists of one length element by element, however deep; anything else is replaced. A null never
 * wipes out an object or a list that another fetch brought, so that the answer does not depend on who is faster; nor does
 * the name of an interface object the type that is known already.
 */
export function mergeInto(target: JsonObject, source: JsonObject, types: TypeTable): void {
  for (const key in source) {
    const value = source[key];
    if (value === undefined) continue;
    if (key === '__proto__') {
      mergeOddKey(target, key, value, types);
      continue;
    }
    const known = target[key];
    if (known === undefined || known === null) target[key] = value;
    else if (known !== value && !(key === '__typename' && isInstance(types, known, value as string)))
      target[key] = merged(known, value, types);
  }
}

/** The value that stands when `value` comes to `known`. */
function merged(known: unknown, value: unknown, types: TypeTable): unknown {
  if (typeof known !== 'object' || known === null || known === value) return value;
  if (value === null) return known;
  if (Array.isArray(known)) {
    if (!Array.isArray(value) || known.length !== value.length) return value;
    for (let i = 0; i < value.length; i++) known[i] = merged(known[i], value[i], types);
    return known;
  }
  if (!isObject(value)) return value;
  mergeInto(known as JsonObject, value, types);
  return known;
}

/** `__proto__` may be a response name; assigning it would change the object's prototype. */
function mergeOddKey(target: JsonObject, key: string, value: unknown, types: TypeTable): void {
  const known = Object.hasOwn(target, key) ? target[key] : undefined;
  const stands = merged(known, value, types);
  Object.defineProperty(target, key, { value: stands, configurable: true, enumerable: true, writable: true });
}
