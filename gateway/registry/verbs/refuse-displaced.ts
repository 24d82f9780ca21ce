// A home on its way to another shard stays in the list where its rows will be: a list that is set elsewhere would lose them by the move's next step.
import { type GraphState, shardOf } from '../domain/graph-state';
import type { HomeMove } from '../domain/home-move';
import { listMustWait } from './refusals';

/** Throws a refusal. Asked within the change that appends, with the moves that are open then, so that no move comes in between. */
export function refuseDisplaced(
  open: readonly HomeMove[],
  { before, after }: { before: GraphState; after: GraphState },
): void {
  const displaced = open.find((move) => {
    const place = shardOf(after, move.home);
    return place !== shardOf(before, move.home) && losesRows(move, place);
  });
  if (displaced) throw listMustWait(displaced);
}

/**
 * Before the switch the rows are whole at the source, after it at the target. Of a move that is being given up only the
 * target forgets, and a source that is gone for good can be retired.
 */
function losesRows({ state, source, target }: HomeMove, place: string | undefined): boolean {
  if (state === 'ABORTING') return place === target;
  return place !== (state === 'COPYING' ? source : target);
}
