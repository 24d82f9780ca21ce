// How an agreement was kept in a year, judged by an organization.
import { DayOf, Decimal, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { cobuilding, Organization, Record } from '../contract';
import { CoBuildingAgreement } from './co-building-agreement';

@Noun({
  contract: cobuilding,
  kind: 'evaluation',
  singular: 'evaluation',
  plural: 'evaluations',
  description: '协议的年度评价；评价后方可归档。 The evaluation of an agreement for a year; it comes before archiving.',
  order: 'year DESC',
  partOf: 'agreementId',
})
export class Evaluation extends Record {
  @Local(() => CoBuildingAgreement, '所评价的协议。 The agreement.', {
    required: true,
    inverse: { field: 'evaluations', description: '年度评价。 Its evaluations by year.' },
  })
  agreementId!: string;

  @Whole('年度。 Year.', { required: true, filter: true, order: true })
  year!: number;

  @Foreign(() => Organization, '评价单位。 The organization that evaluates.', { filter: true })
  evaluatorId!: string | null;

  @Decimal('得分。 Score.')
  score!: number | null;

  @Decimal('满分。 Full score.')
  fullScore!: number | null;

  @Text('等次。 Grade.', { max: 40, filter: true, dimension: true })
  grade!: string | null;

  @Text('评语（不涉个人）。 Remarks, on no person.', { max: 1000 })
  text!: string | null;

  @DayOf('评价日期。 Evaluated on.', { filter: true })
  evaluatedOn!: string | null;
}
