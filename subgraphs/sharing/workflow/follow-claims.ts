// Brings a need to the state that its claims put it in, as a step of the need's own.
import type { EntityManager } from 'typeorm';
import type { Step } from '../../kit/workflow/machine';
import { WorkflowStep } from '../../kit/workflow/workflow-step';
import { Need, type NeedState } from '../need/need';
import { NeedClaim, type ClaimState } from '../need/need-claim';

type State = keyof typeof NeedState;

/** The states in which a need follows its claims. */
export const FOLLOWING: readonly State[] = [
  'PUBLISHED',
  'ESCALATED',
  'CLAIMED',
  'IN_PROGRESS',
  'DELIVERED',
  'CONFIRMED',
];

export async function followClaims({ manager, row, move }: Step<NeedClaim>): Promise<void> {
  const need = await manager.findOneByOrFail(Need, { id: row.needId });
  const claims = await manager.findBy(NeedClaim, { needId: need.id });
  const to = stateAfter(
    await wasEscalated(manager, need),
    claims.map((claim) => claim.state),
  );
  if (need.state !== null && FOLLOWING.includes(need.state) && to !== need.state)
    await move({ noun: Need, row: need, to, action: 'followClaims' });
}

/** Of the claims that were accepted and not withdrawn, the one that is least far decides. */
export function stateAfter(escalated: boolean, claims: readonly (keyof typeof ClaimState)[]): State {
  const has = (...states: (keyof typeof ClaimState)[]) => claims.some((claim) => states.includes(claim));
  if (has('IN_PROGRESS', 'RETURNED')) return 'IN_PROGRESS';
  if (has('ACCEPTED')) return has('DELIVERED', 'CONFIRMED') ? 'IN_PROGRESS' : 'CLAIMED';
  if (has('DELIVERED')) return 'DELIVERED';
  if (has('CONFIRMED')) return 'CONFIRMED';
  return escalated ? 'ESCALATED' : 'PUBLISHED';
}

/** The agenda item is told later, perhaps after the claims have moved; a need that was loaded may have no history. */
export function wasEscalated(
  manager: EntityManager,
  { id, state, agendaItemId }: Need,
): boolean | Promise<boolean> {
  if (state === 'ESCALATED' || agendaItemId !== null) return true;
  return manager.existsBy(WorkflowStep, { rowId: id, toState: 'ESCALATED' });
}
