// Merges what a fetch brought into the data of a run, in place and without copies.
import { type JsonObject, isObject } from './run';

/**
 * Objects grow together, lists of one length element by element, however deep; anything else is replaced. A null never
 * wipes out an object or a list that another fetch brought, so that the answer does not depend on who is faster.
 */
export function mergeInto(target: JsonObject, source: JsonObject): void {
  for (const key in source) {
    const value = source[key];
    if (value === undefined) continue;
    if (key === '__proto__') {
      mergeOddKey(target, key, value);
      continue;
    }
    const known = target[key];
    if (known === undefined || known === null || typeof known !== 'object') target[key] = value;
    else if (known !== value) target[key] = merged(known, value);
  }
}

/** The value that stands when `value` comes to `known`. */
function merged(known: object, value: unknown): unknown {
  if (value === null) return known;
  if (Array.isArray(known)) {
    if (!Array.isArray(value) || known.length !== value.length) return value;
    mergeLists(known, value);
    return known;
  }
  if (!isObject(value)) return value;
  mergeInto(known as JsonObject, value);
  return known;
}

function mergeLists(target: unknown[], source: unknown[]): void {
  for (let i = 0; i < source.length; i++) {
    const known = target[i];
    const isOpen = known === null || typeof known !== 'object';
    if (isOpen) target[i] = source[i];
    else if (known !== source[i]) target[i] = merged(known, source[i]);
  }
}

/** `__proto__` may be a response name; assigning it would change the object's prototype. */
function mergeOddKey(target: JsonObject, key: string, value: unknown): void {
  const known = Object.hasOwn(target, key) ? target[key] : undefined;
  const stands =
    typeof known === 'object' && known !== null && known !== value ? merged(known, value) : value;
  Object.defineProperty(target, key, { value: stands, configurable: true, enumerable: true, writable: true });
}
