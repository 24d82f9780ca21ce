// What may be done with a claim: offered and delivered by the claimant, accepted and confirmed by the need's owner.
import { In } from 'typeorm';
import { createMachine, type Step } from '../../kit/workflow/machine';
import { Incomplete, refusalOf, type Refusal } from '../../kit/workflow/refusal';
import { anyOrganization, named, owner } from '../../kit/workflow/role';
import { notAllowedInState } from '../../kit/workflow/sentences';
import { Need } from '../need/need';
import { ClaimState, NeedClaim } from '../need/need-claim';
import { FOLLOWING, followClaims } from './follow-claims';

const claimant = named<NeedClaim>('claimantId', { zh: '认领单位', en: 'the claimant' });
const CLAIMABLE = ['PUBLISHED', 'ESCALATED', 'CLAIMED', 'IN_PROGRESS'];
const OPEN = ['PROPOSED', 'ACCEPTED', 'IN_PROGRESS', 'DELIVERED', 'RETURNED'] as const;

export const needClaimMachine = createMachine<NeedClaim>(NeedClaim, {
  states: ClaimState,
  creations: {
    proposeNeedClaim: {
      description:
        '认领一项需求；认领单位即办理的单位。 Offers to answer a need, for the organization that asks.',
      under: 'needId',
      to: 'PROPOSED',
      who: [anyOrganization],
      takes: ['proposal', 'resourceId'],
      check: faultInProposal,
      change: ({ actor, today }) => ({ claimantId: actor.organization, claimedOn: today }),
    },
  },
  transitions: {
    acceptNeedClaim: {
      description: '同意认领。 Accepts a claim.',
      from: ['PROPOSED'],
      to: 'ACCEPTED',
      who: [owner],
      check: needIsSettled,
      effects: followClaims,
    },
    declineNeedClaim: {
      description: '不同意认领，须写原因。 Declines a claim, with a reason.',
      from: ['PROPOSED'],
      to: 'NOT_ACCEPTED',
      who: [owner],
      reasonRequired: true,
    },
    startNeedClaim: {
      description: '开始办理；退回的重新办理。 Starts the work, or starts again what was returned.',
      from: ['ACCEPTED', 'RETURNED'],
      to: 'IN_PROGRESS',
      who: [claimant],
      effects: followClaims,
    },
    deliverNeedClaim: {
      description: '提交办理结果，待对方确认。 Delivers; the other side confirms.',
      from: ['IN_PROGRESS'],
      to: 'DELIVERED',
      who: [claimant],
      effects: followClaims,
    },
    confirmNeedClaim: {
      description: '确认已办。 Confirms what was delivered.',
      from: ['DELIVERED'],
      to: 'CONFIRMED',
      who: [owner],
      change: ({ today }) => ({ confirmedOn: today }),
      effects: followClaims,
    },
    returnNeedClaim: {
      description: '退回重办，须写原因。 Returns what was delivered, with a reason.',
      from: ['DELIVERED'],
      to: 'RETURNED',
      who: [owner],
      reasonRequired: true,
      effects: followClaims,
    },
    withdrawNeedClaim: {
      description: '交付前撤回认领，须写原因。 Withdraws a claim before it is delivered, with a reason.',
      from: ['PROPOSED', 'ACCEPTED', 'IN_PROGRESS'],
      to: 'WITHDRAWN',
      who: [claimant],
      reasonRequired: true,
      effects: followClaims,
    },
  },
});

/** A claim that was left over does not open again what is closed. */
async function needIsSettled({ manager, row }: Step<NeedClaim>): Promise<Refusal | null> {
  const { id, state } = await manager.findOneByOrFail(Need, { id: row.needId });
  const isOpen = state !== null && FOLLOWING.includes(state);
  return isOpen ? null : notAllowedInState(id, state, FOLLOWING);
}

async function faultInProposal({ manager, parent, actor }: Step<NeedClaim>): Promise<Refusal | null> {
  const need = parent as Need;
  if (need.state === null || !CLAIMABLE.includes(need.state))
    return notAllowedInState(need.id, need.state, CLAIMABLE);
  const open = { needId: need.id, claimantId: actor.organization, state: In(OPEN) };
  if (!(await manager.existsBy(NeedClaim, open))) return null;
  return refusalOf(Incomplete, 'INCOMPLETE', {
    zh: '本单位对此需求已有未完的认领。',
    en: 'Your organization has a claim of this need that is not finished.',
  });
}
