// An organization's plan of co-building for a year.
import { createChoice } from '../../kit/noun/choice';
import { Choice, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Record, sharing } from '../contract';

export const PlanState = createChoice('PlanState', '计划的状态。 State of a plan.', {
  DRAFT: '草稿。 Draft.',
  ADOPTED: '已定。 Adopted.',
  COMPLETED: '完成。 Completed.',
});

@Noun({
  contract: sharing,
  kind: 'plan',
  singular: 'annualPlan',
  plural: 'annualPlans',
  description: '年度工作计划。 A plan of co-building for a year.',
  order: 'year',
  drafts: { states: ['DRAFT'], readers: 'owner' },
  owned: { field: 'annualPlans', description: '本单位的年度计划。 Annual plans of this organization.' },
})
export class AnnualPlan extends Record {
  @Text('标题。 Title.', { required: true, max: 200 })
  title!: string;

  @Whole('年度；来源未写明为空。 The year; null when not stated.', { filter: true, order: true })
  year!: number | null;

  @Choice(() => PlanState, '状态。 State.', { filter: true, dimension: true })
  state!: keyof typeof PlanState | null;
}
