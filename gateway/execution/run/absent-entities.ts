// Which objects of a run are entities that are not there: gone, hidden from the reader, or never were, and nothing failed.
import { type JsonObject, isObject } from './run';

/** By position: what a subgraph answered, and the objects whose entity it is. */
export interface SettledEntities {
  readonly targets: ReadonlyArray<readonly JsonObject[]>;
  readonly entities: readonly unknown[];
}

/** Objects whose entity a subgraph answered by null, and none brought: what one has is there, whatever others say of it. */
export function findAbsent(settled: readonly SettledEntities[]): ReadonlySet<object> {
  const absent = new Set<object>();
  eachTarget(settled, (target, entity) => entity === null && absent.add(target));
  if (absent.size > 0) eachTarget(settled, (target, entity) => isObject(entity) && absent.delete(target));
  return absent;
}

function eachTarget(
  settled: readonly SettledEntities[],
  visit: (target: JsonObject, entity: unknown) => void,
): void {
  for (const { targets, entities } of settled)
    targets.forEach((same, i) => same.forEach((target) => visit(target, entities[i])));
}
