// Entities that the next round will ask for, each once, wherever they stand.
import { ID, TYPE } from '../plan/hidden';
import type { EntityPlan } from '../plan/operation-plan';
import type { Pending, Place, Raw, Visit } from './run';

/** The entity's own home is asked for it, and for what else is selected of it. */
export function addVisit(pending: Pending, entity: EntityPlan, id: string, home: string, place: Place): void {
  visitOf(pending, entity, id, home).places.push(place);
}

/** The entity is here; only its scattered fields are to be asked. */
export function addScatters(pending: Pending, entity: EntityPlan, id: string, home: string, raw: Raw): void {
  if (entity.scatters.length > 0) visitOf(pending, entity, id, home).raws.push(raw);
}

/** The entity is known by its key, so it is here already; only its scattered fields are to be asked. */
export function addStub(pending: Pending, entity: EntityPlan, id: string, home: string): Raw {
  const stub: Raw = { [ID]: id, [TYPE]: entity.object.typeName };
  addScatters(pending, entity, id, home, stub);
  return stub;
}

function visitOf(pending: Pending, entity: EntityPlan, id: string, home: string): Visit {
  let visits = pending.get(entity);
  if (!visits) pending.set(entity, (visits = new Map()));
  let visit = visits.get(id);
  if (!visit) visits.set(id, (visit = { id, home, places: [], raws: [] }));
  return visit;
}
