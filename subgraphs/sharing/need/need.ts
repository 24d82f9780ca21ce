// A need that an organization raises for others to answer. It holds the words of an office, never of a resident.
import { Ctx, Field, Int } from 'type-graphql';
import { daysBetween } from '../../kit/clock';
import { createChoice } from '../../kit/noun/choice';
import { Choice, DayOf, Flag, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import type { RequestContext } from '../../kit/request-context';
import { AgendaItem, JointProject, Record, ResourceCategory, sharing, WorkArea } from '../contract';

export const NeedState = createChoice('NeedState', '需求的状态。 State of a need.', {
  DRAFT: '草稿。 Draft.',
  SUBMITTED: '已提交。 Submitted.',
  PUBLISHED: '已发布，待认领。 Published, waits to be claimed.',
  MERGED: '并入另一需求。 Merged into another need.',
  RETURNED: '退回。 Returned.',
  REFERRED: '转其他渠道（12345 等）。 Referred to another channel, such as the 12345 hotline.',
  CLAIMED: '已认领。 Claimed.',
  IN_PROGRESS: '办理中。 In progress.',
  DELIVERED: '已办，待确认。 Delivered, waits to be confirmed.',
  CONFIRMED: '已确认。 Confirmed.',
  CLOSED: '办结。 Closed.',
  ESCALATED: '逾期无人认领，列入议题。 Unclaimed past its day: put on the agenda.',
});

export const NeedOutcome = createChoice('NeedOutcome', '来源所述结果。 Outcome as the source states it.', {
  RESOLVED: '已解决。 Resolved.',
  PARTLY_RESOLVED: '部分解决。 Partly resolved.',
});

@Noun({
  contract: sharing,
  kind: 'need',
  singular: 'need',
  plural: 'needs',
  description: '需求：一个单位提出、请别家响应的事。 A need that an organization raises for others to answer.',
  order: 'publishedOn',
  drafts: { states: ['DRAFT'], readers: 'owner' },
  owned: { field: 'needs', summary: 'needSummary', description: '本单位提出的需求。 Needs that this organization raised.' },
})
export class Need extends Record {
  @Text('内容。 What is needed.', { required: true })
  text!: string;

  @Text('英文内容。 In English.')
  textEn!: string | null;

  @Foreign(() => ResourceCategory, '类别（与资源共用）。 Category, shared with resources.', {
    filter: true,
    dimension: true,
    inverse: { field: 'needs', summary: 'needSummary', description: '此类别的需求。 Needs of this category.' },
  })
  categoryId!: string | null;

  @Foreign(() => WorkArea, '工作领域。 Work area.', { filter: true, dimension: true })
  workAreaId!: string | null;

  @Choice(() => NeedState, '状态；来源未说明为空。 State; null when the source does not say.', { filter: true, dimension: true })
  state!: keyof typeof NeedState | null;

  @Choice(() => NeedOutcome, '来源所述结果。 Outcome as stated.', { filter: true })
  outcome!: keyof typeof NeedOutcome | null;

  @Flag('来源写明了提出单位；否则显示“原文未写明”。 The source states who raised it; else shown as not stated.', { required: true, filter: true })
  ownerStated!: boolean;

  @DayOf('发布日期。 Published on.', { filter: true, order: true })
  publishedOn!: string | null;

  @DayOf('希望在此日前认领。 To be claimed by.', { filter: true, order: true })
  claimBy!: string | null;

  @Whole('涉及人数；不显示时为空，不作零。 People concerned; null when suppressed, never zero for that.')
  headcount!: number | null;

  @Flag('涉及困难群体且不足 10 的人数，不存不显示；来源所述的行为空。 A figure about a vulnerable group that is below 10 is neither stored nor shown; null in rows that a source states.')
  suppressed!: boolean | null;

  @Text('来源所述历时。 How long it took, as stated.', { max: 100 })
  elapsedText!: string | null;

  @Foreign(() => JointProject, '据此立的项目。 The project that answers it.')
  projectId!: string | null;

  @Foreign(() => AgendaItem, '据此列的议题。 The agenda item it became.')
  agendaItemId!: string | null;

  @Local(() => Need, '并入的需求。 The need it was merged into.')
  mergedIntoId!: string | null;

  @Text('转往的渠道。 The channel it was referred to.', { max: 100 })
  referredTo!: string | null;

  @DayOf('最近一次状态变化的日期。 Day of the last change of state.')
  changedOn!: string | null;

  @Text('作出变化的岗位。 The office that changed it.', { max: 100 })
  changedByOffice!: string | null;

  @Text('原因。 Reason.')
  reason!: string | null;

  @Field(() => Int, { nullable: true, description: '发布至今的天数；未发布为空。 Days since it was published; null before.' })
  daysSincePublished(@Ctx() { today }: RequestContext): number | null {
    return this.publishedOn === null ? null : daysBetween(this.publishedOn, today);
  }
}
