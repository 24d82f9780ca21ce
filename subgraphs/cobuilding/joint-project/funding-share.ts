// The share of a project's money that one level pays: city, district, street and residents committee.
import { Choice, Money, Text } from '../../kit/noun/columns';
import type { MoneyAmount } from '../../kit/noun/money-amount';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { cobuilding, Organization, Record } from '../contract';
import { JointProject } from './joint-project';
import { PayerLevel } from './project-choices';

@Noun({
  contract: cobuilding,
  kind: 'funding-share',
  singular: 'fundingShare',
  plural: 'fundingShares',
  description: '“四个一点”：市、区、街道、居委各出的份额；与贡献是同一笔钱的另一种看法，不相加。 Four-part funding: the share of each level; another view of the same money as contributions, never added to them.',
  order: 'payerLevel',
})
export class FundingShare extends Record {
  @Local(() => JointProject, '项目。 The project.', {
    required: true,
    dimension: true,
    inverse: { field: 'fundingShares', summary: 'fundingShareSummary', description: '各级的出资份额。 The share of each level.' },
  })
  projectId!: string;

  @Choice(() => PayerLevel, '出资一方。 The level that pays.', { required: true, filter: true, order: true, dimension: true })
  payerLevel!: keyof typeof PayerLevel;

  @Foreign(() => Organization, '出资单位；未列名为空。 The organization that pays; null when it is not named.', { filter: true })
  payerId!: string | null;

  @Money('金额。 Amount.', { sum: true })
  amount!: MoneyAmount;

  @Text('来源的说法。 As the source words it.', { max: 100 })
  text!: string | null;
}
