// What an organization gives to a project. It lives with the project; what is not money is counted and never priced.
import { Choice, DayOf, Flag, Money, Text, Whole } from '../../kit/noun/columns';
import type { MoneyAmount } from '../../kit/noun/money-amount';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { cobuilding, Organization, Record, SharedResource, UnitGroup } from '../contract';
import { JointProject } from './joint-project';
import { ContributionKind } from './project-choices';

@Noun({
  contract: cobuilding,
  kind: 'contribution',
  singular: 'contribution',
  plural: 'contributions',
  description: '对项目的出钱出地出力。预计、认缴、到位是三个数，不相混；非资金只计数量，不作价。 What is given to a project. Expected, pledged and delivered are separate figures; what is not money is counted, never priced.',
  order: 'contributedOn',
})
export class Contribution extends Record {
  @Local(() => JointProject, '项目。 The project.', {
    required: true,
    dimension: true,
    inverse: { field: 'contributions', summary: 'contributionSummary', description: '出钱出地出力。 What was given to it.' },
  })
  projectId!: string;

  @Foreign(() => Organization, '贡献单位；未列名为空。 The organization that gives; null when it is not named.', {
    dimension: true,
    inverse: { field: 'contributions', summary: 'contributionSummary', description: '本单位对各项目的贡献，在各家。 What this organization gave to projects, anywhere.' },
  })
  contributorId!: string | null;

  @Text('来源所述的贡献方（未列名时）。 Who gives, as the source words it, when it is not named.', { max: 100, filter: true, dimension: true })
  contributorLabel!: string | null;

  @Foreign(() => UnitGroup, '贡献方是一组未列名的单位。 A group of unnamed units gives.', { filter: true, dimension: true })
  unitGroupId!: string | null;

  @Choice(() => ContributionKind, '种类。 Kind.', { required: true, filter: true, dimension: true })
  kind!: keyof typeof ContributionKind;

  @Text('内容。 What is given.')
  text!: string | null;

  @Money('预计投入（计划，尚未认缴）。 Expected: planned, not pledged.', { sum: true })
  expected!: MoneyAmount;

  @Money('认缴。 Pledged.', { sum: true })
  pledged!: MoneyAmount;

  @Money('到位。 Delivered.', { sum: true })
  delivered!: MoneyAmount;

  @Money('其中：金额已含在整体项目的某笔贡献里，另列，不与到位相加。 An amount that a contribution to the whole project already contains: shown apart, never added to what was delivered.', { sum: true })
  withinWhole!: MoneyAmount;

  @Whole('认定提供的数量（非资金）。 Quantity pledged, of what is not money.', { sum: true, per: 'unitOfMeasure' })
  pledgedQuantity!: number | null;

  @Whole('实际提供的数量（非资金）。 Quantity delivered, of what is not money.', { sum: true, per: 'unitOfMeasure' })
  deliveredQuantity!: number | null;

  @Text('数量的单位。 Unit of measure of the quantity.', { max: 40, filter: true, dimension: true })
  unitOfMeasure!: string | null;

  @Flag('来源写明免费。 Free of charge, says the source.', { filter: true })
  freeOfCharge!: boolean | null;

  @DayOf('贡献日期。 Given on.', { filter: true, order: true })
  contributedOn!: string | null;

  @Foreign(() => SharedResource, '所用的共享资源。 The shared resource that is given.')
  resourceId!: string | null;
}
