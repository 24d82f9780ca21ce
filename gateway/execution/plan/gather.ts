// What a fetch is about: its objects, and their representations without duplicates.
import type { FetchNode } from '@apollo/query-planner';
import type { Batch, Found, JsonObject, Run } from '../run/run';
import type { TypeTable } from '../run/type-table';
import { type Representer, compileRepresent } from './represent';
import type { WalkPath } from './walk-path';

/**
 * Fetches for the same objects share what was found of them: the objects until an answer brings new ones, and the
 * representations until an answer brings anything at all.
 */
export function compileGather(node: FetchNode, walk: WalkPath, types: TypeTable): (run: Run) => Batch {
  const gather = node.requires ? gatherEntities(node, types) : gatherObjects;
  const id = JSON.stringify([node.requires, node.inputRewrites]);
  return (run) => {
    const found = find(run, walk);
    let batch = found.batches.get(id);
    if (!batch) found.batches.set(id, (batch = gather(found.objects)));
    return batch;
  };
}

function find(run: Run, walk: WalkPath): Found {
  const { growths, merges } = run;
  const known = run.found.get(walk.id);
  if (known?.growths === growths && known.merges === merges) return known;
  const isCurrent = known?.growths === growths && !walk.asksTypes;
  const objects = isCurrent ? known.objects : walk.find(run.data, run.shared !== undefined);
  const found: Found = { growths, merges, objects, batches: new Map() };
  run.found.set(walk.id, found);
  return found;
}

function gatherObjects(objects: JsonObject[]): Batch {
  return { texts: undefined, targets: objects.length === 0 ? [] : [objects] };
}

/** Law: each text once, in the order of the first object that has it; `targets[i]` are the objects of `texts[i]`. */
function gatherEntities(
  { requires, inputRewrites }: FetchNode,
  types: TypeTable,
): (objects: JsonObject[]) => Batch {
  const representerOf = compileRepresent({ requires: requires!, inputRewrites, types });
  return (objects) => {
    const texts: string[] = [];
    const targets: JsonObject[][] = [];
    const byText = new Map<string, JsonObject[]>();
    const byKey = new Map<Representer, Map<unknown, JsonObject[]>>();
    for (const object of objects) {
      const representer = representerOf(object.__typename);
      const value = representer.key?.(object);
      const known = byKey.get(representer)?.get(value);
      if (known) {
        known.push(object);
        continue;
      }
      const text = representer.write(object);
      if (text === null) continue;
      let same = byText.get(text);
      if (!same) {
        texts.push(text);
        targets.push((same = []));
        byText.set(text, same);
      }
      same.push(object);
      if (representer.key) keep(byKey, representer, value, same);
    }
    return { texts, targets };
  };
}

function keep<Key, Value>(maps: Map<Key, Map<unknown, Value>>, key: Key, inner: unknown, value: Value): void {
  const map = maps.get(key);
  if (map) map.set(inner, value);
  else maps.set(key, new Map([[inner, value]]));
}
