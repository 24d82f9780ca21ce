// The parts of a scattered field: who answered, who did not, and whether the caller is refused.
import { Fault, isCallersFault, NOT_ASKED, Silent } from '../state/fault';
import { isRaw, type Raw, type Run } from '../state/run';
import type { AskedHomes, AskedShard } from '../state/asked-homes';
import type { Missing } from '../state/coverage';

/** What came from one shard for one scattered field. */
export interface Part extends Pick<AskedShard, 'shard' | 'homes' | 'set'> {
  value: unknown;
}

export interface Answer extends Pick<AskedShard, 'shard' | 'homes' | 'set'> {
  raw: Raw;
}

export interface SortedParts {
  answers: Answer[];
  missing: Missing;
  /** What every shard that answered said was wrong with the request. */
  refusal: Fault | null;
}

export function partOf({ shard, homes, set }: AskedShard, value: unknown): Part {
  return { shard, homes, set, value };
}

export function sortParts(run: Run, root: string, asked: AskedHomes, parts: readonly Part[]): SortedParts {
  const sorted: SortedParts = { answers: [], missing: new Map(), refusal: null };
  const refused: Part[] = [];
  for (const home of asked.notJoined) markMissing(run, sorted.missing, [home], 'NOT_JOINED');
  for (const part of parts) {
    const { value } = part;
    if (isRaw(value) && !(value instanceof Fault) && !(value instanceof Silent))
      sorted.answers.push({ shard: part.shard, homes: part.homes, set: part.set, raw: value });
    else if (value instanceof Fault && isCallersFault(value)) refused.push(part);
    else if (value instanceof Silent || value instanceof Fault) reportSilent(run, root, sorted.missing, part);
    else reportInvalid(run, root, sorted.missing, part.homes);
  }
  if (refused.length > 0 && sorted.answers.length === 0) sorted.refusal = refused[0]!.value as Fault;
  else for (const part of refused) reportInvalid(run, root, sorted.missing, part.homes);
  return sorted;
}

export function reportSilent(run: Run, root: string, missing: Missing, { homes, value }: Part): void {
  markMissing(run, missing, homes, 'UNREACHABLE');
  if (value === NOT_ASKED) run.errors.notAsked(root);
  else for (const home of homes) run.errors.unavailable(home, root);
}

/** The shard broke the protocol: its faulty rows are gone and its counts do not count. */
export function reportInvalid(run: Run, root: string, missing: Missing, homes: readonly string[]): void {
  markMissing(run, missing, homes, 'INVALID_ANSWER');
  run.errors.protocol(homes, root);
}

function markMissing(
  run: Run,
  missing: Missing,
  homes: readonly string[],
  reason: 'UNREACHABLE' | 'NOT_JOINED' | 'INVALID_ANSWER',
): void {
  for (const home of homes) {
    missing.set(home, reason);
    run.context.homes.missing(home, reason);
  }
}
