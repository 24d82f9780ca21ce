// An organization's offer to answer a need. It lives with the need's owner, who accepts it.
import { createChoice } from '../../kit/noun/choice';
import { Choice, DayOf, Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { Organization, Record, sharing } from '../contract';
import { SharedResource } from '../shared-resource/shared-resource';
import { Need } from './need';

export const ClaimState = createChoice('ClaimState', '认领的状态。 State of a claim.', {
  PROPOSED: '提出认领。 Proposed.',
  ACCEPTED: '同意认领。 Accepted.',
  NOT_ACCEPTED: '未同意。 Not accepted.',
  IN_PROGRESS: '办理中。 In progress.',
  DELIVERED: '已办，待确认。 Delivered, waits to be confirmed.',
  CONFIRMED: '已确认。 Confirmed.',
  RETURNED: '退回重办。 Returned.',
  WITHDRAWN: '撤回。 Withdrawn.',
});

@Noun({
  contract: sharing,
  kind: 'claim',
  singular: 'needClaim',
  plural: 'needClaims',
  description: '认领：一个单位响应一项需求。 A claim: an organization offers to answer a need.',
  order: 'claimedOn',
  owned: { field: 'receivedClaims', summary: 'receivedClaimSummary', description: '对本单位需求的认领。 Claims of this organization’s needs.' },
})
export class NeedClaim extends Record {
  @Local(() => Need, '所认领的需求。 The need.', {
    required: true,
    inverse: { field: 'claims', summary: 'claimSummary', description: '对此需求的认领。 Claims of this need.' },
  })
  needId!: string;

  @Foreign(() => Organization, '认领单位。 The organization that claims it.', {
    required: true,
    dimension: true,
    inverse: { field: 'needClaims', summary: 'needClaimSummary', description: '本单位的认领，在各家。 Claims of this organization, anywhere.' },
  })
  claimantId!: string;

  @Choice(() => ClaimState, '状态。 State.', { required: true, filter: true, dimension: true })
  state!: keyof typeof ClaimState;

  @Foreign(() => SharedResource, '用来响应的资源。 The resource that answers it.')
  resourceId!: string | null;

  @DayOf('认领日期。 Claimed on.', { required: true, filter: true, order: true })
  claimedOn!: string;

  @DayOf('确认日期。 Confirmed on.', { filter: true, order: true })
  confirmedOn!: string | null;

  @Text('办法。 How it is answered.')
  proposal!: string | null;

  @Text('作出变化的岗位。 The office that changed it.', { max: 100 })
  changedByOffice!: string | null;

  @Text('原因。 Reason.')
  reason!: string | null;
}
