// Reads a response name of an object, never what the object inherits.
import type { JsonObject } from './run';

/** Response names that every object seems to have, such as `constructor`. */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}

export function readOwn(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A plain read where that is safe, which it is for all but a dozen names. */
export function readerOf(name: string): (object: JsonObject) => unknown {
  return isInherited(name) ? (object) => readOwn(object, name) : (object) => object[name];
}
