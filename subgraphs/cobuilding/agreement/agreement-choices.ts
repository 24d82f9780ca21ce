// The kinds and states of an agreement, and the roles of those who sign it.
import { createChoice } from '../../kit/noun/choice';

export const AgreementKind = createChoice('AgreementKind', '协议的种类。 Kind of an agreement.', {
  CO_BUILDING_AGREEMENT: '共驻共建协议。 A co-building agreement.',
  CONTRACT_CO_BUILDING: '契约化共建（双向服务）。 Contract-based co-building: each side serves the other.',
  SERVICE_COOPERATION: '服务合作。 A co-operation on a service.',
});

export const AgreementState = createChoice('AgreementState', '协议的状态。 State of an agreement.', {
  DRAFT: '草稿；任一方退回也回到草稿。 Draft; one return leads back here.',
  UNDER_CONFIRMATION: '各方确认中。 Its signatories are confirming it.',
  SIGNED: '已签署，尚未到生效日。 Signed by all, not in force yet.',
  ACTIVE: '生效中。 In force.',
  SUSPENDED: '中止。 Suspended.',
  EXPIRED: '到期。 Expired.',
  TERMINATED: '提前终止（各方确认）。 Ended early, all sides confirming.',
  ARCHIVED: '已评价归档。 Evaluated and archived.',
});

export const SignatoryRole = createChoice('SignatoryRole', '签约方的角色。 Role of a signatory.', {
  LEAD: '牵头方。 It leads.',
  PARTICIPANT: '参加方。 It takes part.',
  WITNESS: '见证方。 It witnesses.',
});
