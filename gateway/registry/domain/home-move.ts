// The move of a home from one shard to another: where it stands, so that it goes on after a crash at any step.

/**
 * COPYING: the home is changed nowhere, and its rows come to the target. SWITCHED: the list names the target, which is to be
 * opened. SETTLING: it is served and changed there; the source keeps its rows for requests under an older list. ABORTING: the
 * source is to go on, the target to forget.
 */
export const MOVE_STATES = ['COPYING', 'SWITCHED', 'SETTLING', 'DONE', 'ABORTING', 'ABORTED'] as const;
export type MoveState = (typeof MOVE_STATES)[number];

export interface HomeMove {
  id: string;
  home: string;
  /** Names and addresses of the shards. */
  source: string;
  sourceUrl: string;
  target: string;
  targetUrl: string;
  /** Home, token and address of whoever moves it. */
  by: string;
  token: string;
  from: string;
  state: MoveState;
  startedAt: string;
  changedAt: string;
  /** Rows that were carried over; null before the switch. */
  rows: number | null;
  /** The version that names the target; null before the switch. */
  version: number | null;
  /** Why it was given up, or what is in its way. */
  reason: string | null;
}

export function isOver({ state }: Pick<HomeMove, 'state'>): boolean {
  return state === 'DONE' || state === 'ABORTED';
}
