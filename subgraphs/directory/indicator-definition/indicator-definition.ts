// What an indicator measures and how: the definition that every value of it refers to.
import { Flag, Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { directory } from '../contract';
import { Record } from '../source-document/source-document';

@Noun({
  contract: directory,
  kind: 'indicator-definition',
  singular: 'indicatorDefinition',
  plural: 'indicatorDefinitions',
  description:
    '指标定义：指标衡量什么、用什么单位、怎样得出。 What an indicator measures, in which unit and how.',
  order: 'name',
})
export class IndicatorDefinition extends Record {
  @Text('名称。 Name.', { required: true, max: 200, filter: true, order: true })
  name!: string;

  @Text('英文名称。 Name in English.', { max: 200 })
  nameEn!: string | null;

  @Text('计量单位，例如 人、人次、%、m2。 Unit of measure, e.g. people, participations, % or m2.', {
    required: true,
    max: 40,
    filter: true,
  })
  unitOfMeasure!: string;

  @Text(
    '定义：计入什么、分母是什么；来源未说明时为空。 What counts and what the denominator is; null where the source does not say.',
    { max: 1000 },
  )
  definition!: string | null;

  @Text(
    '怎样得出：登记、调查、推算；来源未说明时为空。 How it is obtained: registered, surveyed, estimated; null where the source does not say.',
    { max: 1000 },
  )
  howMeasured!: string | null;

  @Flag(
    '衡量共建机制本身；否则是背景数字。 Measures a mechanism of co-building itself; else it is background.',
    { required: true, filter: true },
  )
  core!: boolean;
}
