// Whether an entity needs no asking to be there: every organization, and every object that is another contract's.
import type { EntityPlan } from '../plan/operation-plan';

/** The one type whose ids are homes. */
const ORGANIZATION = 'Organization';

/** An organization's id is its home; a row of another type with such an id is one that does not exist. */
export function isKnownByKey(entity: EntityPlan, { id, home }: { id: string; home: string }): boolean {
  return entity.isStub || (entity.object.typeName === ORGANIZATION && id === home);
}
