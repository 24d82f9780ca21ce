// Under which response names the key of an object comes, so that one can tell whether anything else came.
import type { JsonObject } from '../run/run';
import type { CollectedFields } from './collect-fields';

/** `keys`: the names of the type's key fields. The planner asks for these by their own names, the client by its aliases too. */
export function readKeyNames(
  collected: CollectedFields,
  keys: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const names = new Set([...keys, '__typename']);
  for (const [responseName, [node]] of collected) {
    const { value } = node!.name;
    if (value === '__typename' || keys.has(value)) names.add(responseName);
    else names.delete(responseName);
  }
  return names;
}

export function holdsOnlyKey(object: JsonObject, keyNames: ReadonlySet<string>): boolean {
  return Object.keys(object).every((name) => keyNames.has(name) || object[name] === undefined);
}
