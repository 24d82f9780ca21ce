// Whether an entity needs no asking to be there: every organization, and every object that is another contract's.
import type { EntityPlan } from '../plan/operation-plan';

/** An organization's id is its home. */
export function isKnownByKey(entity: EntityPlan, { id, home }: { id: string; home: string }): boolean {
  return entity.isStub || id === home;
}
