// A co-building agreement: what its signatories promise each other, from when to when.
import { Ctx, Field } from 'type-graphql';
import { Choice, DayOf, Flag, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { condition, type Condition } from '../../kit/sql/condition';
import type { RequestContext } from '../../kit/request-context';
import { cobuilding, JointConference } from '../contract';
import { StatefulRecord } from '../stateful-record';
import { AgreementKind, AgreementState } from './agreement-choices';
import { isRenewed, renewedIs } from './renewal';

@Noun({
  contract: cobuilding,
  kind: 'agreement',
  singular: 'coBuildingAgreement',
  plural: 'coBuildingAgreements',
  description: '共建协议：签约各方、期限与任务。 A co-building agreement: its signatories, its term and its tasks.',
  order: 'title',
  drafts: { states: ['DRAFT'], readers: 'parties', concerns: signedBy },
  owned: { field: 'coBuildingAgreements', summary: 'coBuildingAgreementSummary', description: '本单位登记的共建协议；本单位签署的见 agreementSignatures。 Agreements that this organization keeps; for those it signed see agreementSignatures.' },
  terms: {
    renewed: {
      type: () => Boolean,
      description: '是否已续签：另有已签署的协议注明续签本协议，草稿不算。 Whether a later agreement renews it; one still being drafted or confirmed does not count.',
      where: (renewed: boolean, alias) => renewedIs(renewed, alias),
    },
  },
})
export class CoBuildingAgreement extends StatefulRecord {
  @Text('标题。 Title.', { required: true, max: 200, order: true })
  title!: string;

  @Text('英文标题。 Title in English.', { max: 200 })
  titleEn!: string | null;

  @Choice(() => AgreementKind, '种类。 Kind.', { required: true, filter: true, dimension: true })
  kind!: keyof typeof AgreementKind;

  @Choice(() => AgreementState, '状态；来源没有写明日期和签约方时为空。 State; null when the source states neither dates nor signatories.', { filter: true, dimension: true })
  state!: keyof typeof AgreementState | null;

  @Flag('来源写明了归属；否则显示“原文未写明”。 The source states the owner; else shown as not stated.', { required: true, filter: true })
  ownerStated!: boolean;

  @DayOf('签署日期。 Signed on.', { filter: true, order: true })
  signedOn!: string | null;

  @DayOf('生效日期。 In force from.', { filter: true, order: true })
  effectiveFrom!: string | null;

  @DayOf('到期日期（含当日）。 In force to, that day included.', { filter: true, order: true })
  effectiveTo!: string | null;

  @Text('宗旨。 Purpose.')
  purpose!: string | null;

  @Text('来源所述的对方（未列名时）。 The other side as the source words it, when it is not named.')
  counterpartiesText!: string | null;

  @Whole('来源所述份数。 Number of agreements as stated.')
  statedCount!: number | null;

  @Flag('来源是否提到书面协议；未说明为空。 Whether the source mentions a written agreement; null when it does not say.', { filter: true })
  writtenAgreementStated!: boolean | null;

  @Foreign(() => JointConference, '在其下签订的联席会议。 The joint conference under which it was made.', { filter: true })
  conferenceId!: string | null;

  @Local(() => CoBuildingAgreement, '所续签的协议。 The agreement that this one renews.', {
    inverse: { field: 'renewals', description: '续签本协议的协议，草稿也在内。 Agreements that renew this one, drafts among them.' },
  })
  renewsAgreementId!: string | null;

  @Field(() => Boolean, { nullable: true, description: '是否已续签，草稿不算（推算）。 Whether a later agreement renews it, drafts not counted; derived.' })
  renewed(@Ctx() context: RequestContext): Promise<boolean> {
    return isRenewed(context, CoBuildingAgreement, this.id);
  }
}

/** The agreements to which an organization is a signatory. */
function signedBy(organization: string, alias: string): Condition {
  return condition(`EXISTS (SELECT 1 FROM cobuilding_agreement_signatory s WHERE s.agreementId = ${alias}.id AND s.organizationId = ?)`, organization);
}
