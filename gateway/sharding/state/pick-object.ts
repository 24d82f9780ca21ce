// Which object type of a selection a value is.
import { TYPE } from '../plan/hidden';
import type { ObjectPlan, Selection } from '../plan/operation-plan';
import type { Raw } from './run';

/** Undefined when a shard names a type that cannot stand here. */
export function pickObject({ only, objects }: Selection, raw: Raw): ObjectPlan | undefined {
  return only ?? objects.get(raw[TYPE] as string);
}
