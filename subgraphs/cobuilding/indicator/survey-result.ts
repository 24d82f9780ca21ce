// The result of a survey as an aggregate: a share, how it was counted, and whom it asked.
import { createChoice } from '../../kit/noun/choice';
import { Choice, DayOf, Decimal, Flag, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign } from '../../kit/noun/references';
import { Comparator } from '../comparator';
import { cobuilding, IndicatorDefinition, Organization, Record } from '../contract';

export const SurveyKind = createChoice('SurveyKind', '调查的种类。 Kind of a survey.', {
  SATISFACTION: '满意度。 Satisfaction.',
  AWARENESS: '知晓率。 Awareness.',
  BEHAVIOUR: '行为形成率。 Behaviour.',
});

@Noun({
  contract: cobuilding,
  kind: 'survey-result',
  singular: 'surveyResult',
  plural: 'surveyResults',
  description: '调查结果（汇总）：数值、口径、样本；不记受访者。 A survey result as an aggregate: value, basis and sample; nothing on those asked.',
  order: 'surveyedOn DESC',
})
export class SurveyResult extends Record {
  @Text('名称。 Name.', { required: true, max: 200, order: true })
  name!: string;

  @Text('英文名称。 Name in English.', { max: 200 })
  nameEn!: string | null;

  @Choice(() => SurveyKind, '种类。 Kind.', { required: true, filter: true, dimension: true })
  kind!: keyof typeof SurveyKind;

  @Foreign(() => IndicatorDefinition, '定义与口径。 Its definition.', {
    inverse: { field: 'surveyResults', description: '按此定义的调查结果，在各家。 Survey results under this definition, anywhere.' },
  })
  definitionId!: string | null;

  @Foreign(() => Organization, '所评的单位。 The organization it is about.', {
    dimension: true,
    inverse: { field: 'surveyResults', description: '关于本单位的调查结果，在各家。 Survey results about this organization, anywhere.' },
  })
  organizationId!: string | null;

  @Decimal('数值；被遮盖或不显示时为空。 The value; null when masked or suppressed.')
  value!: number | null;

  @Flag('数字在来源中被遮盖。 The figure is masked in the source.', { required: true, filter: true })
  masked!: boolean;

  @Flag('涉及困难群体且不足 10 的人数，不存不显示；来源所述的行为空。 A figure about a vulnerable group that is below 10 is neither stored nor shown; null in rows that a source states.')
  suppressed!: boolean | null;

  @Text('单位。 Unit of measure.', { required: true, max: 40 })
  unitOfMeasure!: string;

  @Choice(() => Comparator, '限定，例如“不少于”。 How it is qualified, e.g. at least.')
  comparator!: keyof typeof Comparator | null;

  @Text('口径：什么算满意；来源未说明为空。 Basis: what counts as satisfied; null when the source does not say.', { max: 200 })
  basis!: string | null;

  @Whole('样本数；来源未说明为空。 Sample size; null when the source does not say.')
  sampleSize!: number | null;

  @Text('来源所述样本，例如“部分社区”。 The sample as stated, e.g. some communities only.', { max: 200 })
  sampleText!: string | null;

  @Text('来源所述期间。 Period as stated.', { max: 100 })
  periodText!: string | null;

  @DayOf('期间首日。 First day of the period.', { filter: true, order: true })
  periodStart!: string | null;

  @DayOf('期间末日。 Last day of the period.', { filter: true, order: true })
  periodEnd!: string | null;

  @DayOf('调查日期。 Surveyed on.', { filter: true, order: true })
  surveyedOn!: string | null;

  @Foreign(() => Organization, '组织调查的单位。 The organization that held the survey.', { filter: true })
  surveyedById!: string | null;
}
