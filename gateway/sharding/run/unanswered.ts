// What stands where a home did not answer: null, or, for what is known by its key, empty lists that say so.
import { coverageOf, type Missing } from '../state/coverage';
import { foldInto } from '../merge/fold';
import { mergePage } from '../merge/merge-scattered';
import { readPage } from '../state/page-arguments';
import { isKnownByKey } from '../state/is-known-by-key';
import type { MissingReason } from '../homes-record';
import { COVERED, ID, TYPE, UNANSWERED } from '../plan/hidden';
import type { EntityPlan, Step } from '../plan/operation-plan';
import { NOT_ASKED } from '../state/fault';
import type { Raw, Run, Visit } from '../state/run';

export interface Unanswered {
  home: string;
  reason: Absence;
  root: string;
}

/**
 * HOLDS_NONE: its shard does not speak this contract, so it has no rows of it and is missing nowhere.
 * NOT_ASKED: the gateway was too busy; to the caller, who cannot tell, the home is unreachable.
 */
export type Absence = MissingReason | 'HOLDS_NONE' | 'NOT_ASKED';

/** Why there is no answer where a silence or a shard's fault came. */
export function absenceAfter(value: unknown): Absence {
  return value === NOT_ASKED ? 'NOT_ASKED' : 'UNREACHABLE';
}

function reasonOf(absence: Exclude<Absence, 'HOLDS_NONE'>): MissingReason {
  return absence === 'NOT_ASKED' ? 'UNREACHABLE' : absence;
}

/** Why no shard is asked for a home. */
export function absenceOf(run: Run, home: string): Absence {
  return run.context.list.shards.some((shard) => shard.homes.includes(home)) ? 'HOLDS_NONE' : 'NOT_JOINED';
}

/** Writes it down once: in the operation's record of homes, and as an error unless the home has simply not joined. */
export function reportUnanswered(run: Run, { home, reason, root }: Unanswered): void {
  if (reason === 'HOLDS_NONE') return;
  if (reason !== 'NOT_JOINED' || isListed(run, home)) run.context.homes.missing(home, reasonOf(reason));
  if (reason === 'UNREACHABLE') run.errors.unavailable(home, root);
  if (reason === 'NOT_ASKED') run.errors.notAsked(root);
  if (reason === 'INVALID_ANSWER') run.errors.protocol([home], root);
}

/** A home that a caller made up is no organization that is missing. */
function isListed(run: Run, home: string): boolean {
  return run.context.list.notJoined.some((entry) => entry.home === home);
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
  const missing: Missing = reason === 'HOLDS_NONE' ? new Map() : new Map([[home, reasonOf(reason)]]);
  const asked = missing.size;
  for (const step of steps) {
    if (step.kind === 'connection') {
      const parts = { answers: [], missing: new Map(missing), refusal: null };
      raw[step.raw] = mergePage(run, root, step.connection, readPage({}, ''), parts, asked).value;
    } else if (step.kind === 'object' && step.summary) {
      const summary: Raw = { [UNANSWERED]: true, [COVERED]: coverageOf(run.asOf, asked, missing) };
      raw[step.raw] = asked === 0 ? foldInto(summary, step.summary.folds(), [], true) : summary;
    }
  }
}
