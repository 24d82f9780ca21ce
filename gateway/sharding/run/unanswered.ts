// What stands where a home did not answer: null, or, for what is known by its key, empty lists that say so.
import { coverageOf } from '../state/coverage';
import { mergePage } from '../merge/merge-scattered';
import { readPage } from '../state/page-arguments';
import { isKnownByKey } from '../state/is-known-by-key';
import type { MissingReason } from '../homes-record';
import { COVERED, ID, TYPE, UNANSWERED } from '../plan/hidden';
import type { EntityPlan, Step } from '../plan/operation-plan';
import type { Raw, Run, Visit } from '../state/run';

export interface Unanswered {
  home: string;
  reason: MissingReason;
  root: string;
}

/** Writes it down once: in the operation's record of homes, and as an error unless the home has simply not joined. */
export function reportUnanswered(run: Run, { home, reason, root }: Unanswered): void {
  run.context.homes.missing(home, reason);
  if (reason === 'UNREACHABLE') run.errors.unavailable(home, root);
  if (reason === 'INVALID_ANSWER') run.errors.protocol([home], root);
}

/** What is known by its key is there all the same; of anything else nobody can say whether it exists. */
export function unansweredEntity(
  run: Run,
  entity: EntityPlan,
  visit: Visit,
  unanswered: Unanswered,
): Raw | null {
  if (!isKnownByKey(entity, visit)) return null;
  const stub: Raw = { [ID]: visit.id, [TYPE]: entity.object.typeName, [UNANSWERED]: true };
  fillUnanswered(run, stub, entity.object.steps, unanswered);
  return stub;
}

/** Connections and summaries of one home are filled with a coverage that names it (law 7). */
export function fillUnanswered(
  run: Run,
  raw: Raw,
  steps: readonly Step[],
  { home, reason, root }: Unanswered,
): void {
  for (const step of steps) {
    if (step.kind === 'connection') {
      const parts = { answers: [], missing: new Map([[home, reason]]), refusal: null };
      raw[step.raw] = mergePage(run, root, step.connection, readPage({}, ''), parts, 1).value;
    } else if (step.kind === 'object' && step.summary) {
      raw[step.raw] = { [UNANSWERED]: true, [COVERED]: coverageOf(run.asOf, 1, new Map([[home, reason]])) };
    }
  }
}
