// An office: a post with a duty. Whoever holds it is never recorded.
import { createChoice } from '../../kit/noun/choice';
import { Choice, DayOf, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign } from '../../kit/noun/references';
import { cobuilding, Organization, Record } from '../contract';

export const OfficeKind = createChoice('OfficeKind', '岗位的种类。 Kind of an office.', {
  CROSS_APPOINTMENT: '交叉任职的岗位。 An office that holds two posts.',
  UNIT_COMMITTEE_SEAT: '驻区单位在支部的席位（兼职委员）。 A seat of a stationed organization in the branch committee.',
  LIAISON_OFFICER: '联络员。 A liaison officer.',
  COMMUNITY_INSTRUCTOR: '驻社区指导员。 An instructor that the street posts to a community.',
  JOINT_BODY_OFFICE: '议事协调机构的岗位。 An office of a joint body.',
  LINKED_LEADER_OFFICE: '联系社区的领导岗位。 A leading office that is linked to a community.',
  SERVICE_POST: '服务岗位（设岗定责）。 A post of service.',
});

@Noun({
  contract: cobuilding,
  kind: 'office',
  singular: 'office',
  plural: 'offices',
  description: '岗位：只记职务，不记人名。 An office: the post only, never who holds it.',
  order: 'title',
  owned: { field: 'offices', description: '本单位登记的岗位。 Offices that this organization keeps.' },
})
export class Office extends Record {
  @Text('职务。 Title.', { required: true, max: 100, order: true })
  title!: string;

  @Text('英文职务。 Title in English.', { max: 100 })
  titleEn!: string | null;

  @Choice(() => OfficeKind, '种类。 Kind.', { required: true, filter: true, dimension: true })
  kind!: keyof typeof OfficeKind;

  @Foreign(() => Organization, '岗位所在单位。 The organization that the office belongs to.', { filter: true })
  organizationId!: string | null;

  @Foreign(() => Organization, '所联系的社区。 The community that it is linked to.', {
    inverse: { field: 'linkedOffices', description: '联系本社区的岗位，在各家。 Offices that are linked to this community, anywhere.' },
  })
  linkedCommunityId!: string | null;

  @Text('职责。 Duties.')
  duties!: string | null;

  @Whole('来源所述岗位数。 Number of such offices as stated.')
  statedCount!: number | null;

  @Text('办公电话（不是个人电话）。 Office telephone, never a personal one.', { max: 30 })
  officePhone!: string | null;

  @DayOf('自此日起设。 Exists from.')
  validFrom!: string | null;

  @DayOf('至此日止。 Exists to.')
  validTo!: string | null;
}
