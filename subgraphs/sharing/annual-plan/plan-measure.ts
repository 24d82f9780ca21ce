// One measure of an annual plan.
import { createChoice } from '../../kit/noun/choice';
import { Choice, DayOf, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { Record, sharing, WorkArea } from '../contract';
import { AnnualPlan } from './annual-plan';

export const MeasureState = createChoice('MeasureState', '措施的状态。 State of a measure.', {
  PLANNED: '计划。 Planned.',
  IN_PROGRESS: '进行中。 In progress.',
  DONE: '完成。 Done.',
  DROPPED: '取消。 Dropped.',
});

@Noun({
  contract: sharing,
  kind: 'measure',
  singular: 'planMeasure',
  plural: 'planMeasures',
  description: '推进措施：年度计划中的一项。 One measure of an annual plan.',
  order: 'number',
  partOf: 'planId',
})
export class PlanMeasure extends Record {
  @Local(() => AnnualPlan, '所属计划。 The plan.', { required: true, inverse: { field: 'measures', description: '推进措施。 Measures of the plan.' } })
  planId!: string;

  @Whole('序号。 Number in the plan.', { required: true, order: true })
  number!: number;

  @Text('内容。 What is to be done.', { required: true })
  text!: string;

  @Foreign(() => WorkArea, '工作领域。 Work area.')
  workAreaId!: string | null;

  @Choice(() => MeasureState, '状态。 State.', { filter: true, dimension: true })
  state!: keyof typeof MeasureState | null;

  @DayOf('期限。 Due on.', { filter: true, order: true })
  dueOn!: string | null;
}
