// Walks what a shard answered: foreign objects are cut out to be asked elsewhere, local ones verified, connections checked.
import { parseId } from '../../../schema/id';
import { coverageOf } from '../state/coverage';
import { mergePage, type Inner } from '../merge/merge-scattered';
import { readPage } from '../state/page-arguments';
import { partOf, sortParts } from '../merge/parts';
import { COVERED, ID } from '../plan/hidden';
import type { EntityPlan, Step } from '../plan/operation-plan';
import { Fault, WRONG_SHAPE } from '../state/fault';
import { readArguments } from '../state/read-safely';
import { addScatters, addStub, addVisit } from '../state/pending';
import { isKnownByKey } from '../state/is-known-by-key';
import { pickObject } from '../state/pick-object';
import { isRaw, type Place, type Raw, type Run, type Source } from '../state/run';

export function gatherSteps(run: Run, raw: Raw, steps: readonly Step[], source: Source): void {
  for (const step of steps) takeStep(run, raw, step, source);
}

function takeStep(run: Run, raw: Raw, step: Step, source: Source): void {
  switch (step.kind) {
    case 'coverage':
      raw[COVERED] = coverageOf(run.asOf, source.home === null ? 0 : 1, new Map());
      return;
    case 'object':
      return eachObject(raw, step.raw, (value, holder, key) => {
        const object = pickObject(step.selection, value);
        if (object) gatherSteps(run, value, object.steps, source);
        else holder[key] = WRONG_SHAPE;
      });
    case 'entity':
      return eachObject(raw, step.raw, (value, holder, key) =>
        gatherEntity(run, value, holder, key, step, source),
      );
    case 'connection':
      return gatherConnection(run, raw, step, source);
  }
}

/** Laws 4 and 6: a local entity must be of a home of this shard; anything else is asked of its own home. */
function gatherEntity(
  run: Run,
  raw: Raw,
  holder: Raw,
  key: string,
  step: Step & { kind: 'entity' },
  source: Source,
): void {
  const object = pickObject(step.selection, raw);
  const id = parseId(raw[ID]);
  if (!object?.entity || !id) {
    holder[key] = WRONG_SHAPE;
    return;
  }
  if (step.reference === 'local' && source.homes.has(id.home))
    gatherOwn(run, raw, object.entity, { ...source, home: id.home });
  else gatherForeign(run, raw, { holder, key }, object.entity, id.home);
}

/** The entity with its own fields is here. */
export function gatherOwn(run: Run, raw: Raw, entity: EntityPlan, source: Source): void {
  addScatters(run.pending, entity, raw[ID] as string, source.home!, raw);
  gatherSteps(run, raw, entity.object.steps, source);
}

/** A reference of which no more than the key is selected is not checked for existence. */
function gatherForeign(run: Run, raw: Raw, place: Place, entity: EntityPlan, home: string): void {
  const id = raw[ID] as string;
  const isChecked = entity.scatters.length > 0 && !isKnownByKey(entity, { id, home });
  if (entity.hasOwn || isChecked) return addVisit(run.pending, entity, id, home, place);
  place.holder[place.key] = addStub(run.pending, entity, id, home);
}

/** A connection of one home is a merge of one part: the same checks, the same coverage. */
function gatherConnection(
  run: Run,
  holder: Raw,
  { raw: key, connection, read }: Step & { kind: 'connection' },
  source: Source,
): void {
  const value = holder[key];
  if (value === null || value === undefined || value instanceof Fault) return;
  const { shard, home, root } = source;
  if (!isRaw(value) || !shard || home === null) {
    holder[key] = WRONG_SHAPE;
    return;
  }
  const asked = { shard, homes: [home], set: new Set([home]), text: '' };
  const parts = sortParts(run, root, { shards: [asked], notJoined: [], homes: [home] }, [
    partOf(asked, value),
  ]);
  const args = readArguments(run, read);
  if (args instanceof Fault) {
    holder[key] = args;
    return;
  }
  const merged = mergePage(run, root, connection, readPage(args, connection.orderEnum), parts, 1);
  holder[key] = merged.value;
  gatherInner(run, merged.inner, source);
}

/** What a merged value holds of its parts' objects. */
export function gatherInner(run: Run, inner: readonly Inner[], source: Source): void {
  for (const { raw, object, answer } of inner) {
    const from = answer
      ? { ...source, shard: answer.shard, homes: run.view.homesOf.get(answer.shard)! }
      : { ...source, shard: null, homes: NO_HOMES };
    const id = object.entity ? parseId(raw[ID]) : null;
    if (object.entity && id) gatherOwn(run, raw, object.entity, { ...from, home: id.home });
    else gatherSteps(run, raw, object.steps, from);
  }
}

const NO_HOMES: ReadonlySet<string> = new Set();

/** Objects at a key, through lists of any depth; what is no object is left to the one who writes the answer. */
function eachObject(holder: Raw, key: string, visit: (value: Raw, holder: Raw, key: string) => void): void {
  const value = holder[key];
  if (Array.isArray(value)) value.forEach((_, i) => eachObject(value as unknown as Raw, String(i), visit));
  else if (isRaw(value) && !(value instanceof Fault)) visit(value, holder, key);
}
