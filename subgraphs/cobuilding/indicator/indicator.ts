// A figure as a source or an office states it, with all that its meaning depends on.
import { createChoice } from '../../kit/noun/choice';
import { Choice, DayOf, Decimal, Flag, Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { Comparator } from '../comparator';
import { cobuilding, IndicatorDefinition, Organization, Record } from '../contract';
import { JointProject } from '../joint-project/joint-project';

export const IndicatorClass = createChoice('IndicatorClass', '指标与共建的关系。 How near an indicator is to co-building.', {
  CORE: '核心：共建本身。 Core: co-building itself.',
  SECONDARY: '相关：背景与成效。 Secondary: background and effect.',
});

@Noun({
  contract: cobuilding,
  kind: 'indicator',
  singular: 'indicator',
  plural: 'indicators',
  description: '指标：一个数字及其单位、口径、期间与出处；同名指标口径不同，不相加。 An indicator: a figure with its unit, definition, period and source; figures of one name may differ in meaning and are never added.',
  order: 'name',
})
export class Indicator extends Record {
  @Text('名称。 Name.', { required: true, max: 200, filter: true, order: true })
  name!: string;

  @Text('英文名称。 Name in English.', { max: 200 })
  nameEn!: string | null;

  @Foreign(() => IndicatorDefinition, '定义与口径。 Its definition.', {
    dimension: true,
    inverse: { field: 'indicators', description: '按此定义的数字，在各家。 Figures under this definition, anywhere.' },
  })
  definitionId!: string | null;

  @Foreign(() => Organization, '所说的单位；来源未列名为空。 The organization it is about; null when the source names none.', {
    dimension: true,
    inverse: { field: 'indicators', description: '关于本单位的指标，在各家。 Indicators about this organization, anywhere.' },
  })
  organizationId!: string | null;

  @Flag('来源写明了归属；否则显示“原文未写明”。 The source states the owner; else shown as not stated.', { required: true, filter: true })
  ownerStated!: boolean;

  @Local(() => JointProject, '所说的项目。 The project it is about.', {
    inverse: { field: 'indicators', description: '关于此项目的指标。 Indicators about it.' },
  })
  projectId!: string | null;

  @Choice(() => IndicatorClass, '核心或相关。 Core or secondary.', { required: true, filter: true, dimension: true })
  indicatorClass!: keyof typeof IndicatorClass;

  @Decimal('数值；被遮盖或不显示时为空，不作零。 The value; null when masked or suppressed, never zero for that.')
  value!: number | null;

  @Flag('数字在来源中被遮盖。 The figure is masked in the source.', { required: true, filter: true })
  masked!: boolean;

  @Flag('涉及困难群体且不足 10,不显示。 On a vulnerable group and below 10, so it is not shown.', { required: true, filter: true })
  suppressed!: boolean;

  @Text('单位，例如“人”“人次”“%”。 Unit of measure, e.g. people, participations, %.', { required: true, max: 40, filter: true })
  unitOfMeasure!: string;

  @Choice(() => Comparator, '限定，例如“不少于”。 How it is qualified, e.g. at least.')
  comparator!: keyof typeof Comparator | null;

  @Flag('估计数。 An estimate.', { required: true })
  isEstimate!: boolean;

  @Text('来源所述期间。 Period as stated.', { max: 100 })
  periodText!: string | null;

  @DayOf('期间首日。 First day of the period.', { filter: true, order: true })
  periodStart!: string | null;

  @DayOf('期间末日。 Last day of the period.', { filter: true, order: true })
  periodEnd!: string | null;

  @Text('起止日期的依据。 What the days are inferred from.', { max: 100 })
  periodBasis!: string | null;

  @DayOf('截至日期。 As of.', { filter: true, order: true })
  asOf!: string | null;
}
