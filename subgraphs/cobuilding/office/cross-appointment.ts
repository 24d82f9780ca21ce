// One office that holds two posts, such as branch secretary and committee chair: it counts once in a conference.
import { DayOf, Text } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { cobuilding, Organization, Record } from '../contract';
import { Office } from './office';

@Noun({
  contract: cobuilding,
  kind: 'cross-appointment',
  singular: 'crossAppointment',
  plural: 'crossAppointments',
  description: '交叉任职：两个职务由一岗兼任；不记人名。 Two posts held by one office; never who holds it.',
  order: 'validFrom',
})
export class CrossAppointment extends Record {
  @Local(() => Office, '兼任的岗位。 The office that holds both posts.', {
    required: true,
    inverse: { field: 'crossAppointments', description: '兼任的职务。 The posts that it holds together.' },
  })
  officeId!: string;

  @Text('第一职务。 The first post.', { required: true, max: 100 })
  firstTitle!: string;

  @Foreign(() => Organization, '第一职务所在单位。 The organization of the first post.', { filter: true })
  firstOrganizationId!: string | null;

  @Text('第二职务。 The second post.', { required: true, max: 100 })
  secondTitle!: string;

  @Foreign(() => Organization, '第二职务所在单位。 The organization of the second post.', { filter: true })
  secondOrganizationId!: string | null;

  @DayOf('自此日起。 From.', { filter: true, order: true })
  validFrom!: string | null;

  @DayOf('至此日止。 To.', { filter: true })
  validTo!: string | null;
}
