// An organization, or a group of unnamed units, in a leading group.
import { createChoice } from '../../kit/noun/choice';
import { Choice, Text, Whole } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import { conference, Organization, Record, UnitGroup } from '../contract';
import { LeadingGroup } from './leading-group';

export const LeadingGroupRole = createChoice(
  'LeadingGroupRole',
  '在领导小组中的角色。 Role in a leading group.',
  {
    HEAD: '组长单位。 Heads it.',
    DEPUTY: '副组长单位。 Deputy head.',
    MEMBER: '成员单位。 A member.',
  },
);

@Noun({
  contract: conference,
  kind: 'leading-group-member',
  singular: 'leadingGroupMember',
  plural: 'leadingGroupMembers',
  description: '领导小组的成员单位。 An organization in a leading group.',
  order: 'position',
})
export class LeadingGroupMember extends Record {
  @Local(() => LeadingGroup, '所属领导小组。 The leading group.', {
    required: true,
    inverse: { field: 'members', description: '成员单位。 Organizations in the group.' },
  })
  groupId!: string;

  @Foreign(() => Organization, '成员单位；未列名时为空。 The organization; null for unnamed units.', {
    inverse: {
      field: 'leadingGroupMemberships',
      description: '本单位参加的领导小组。 Leading groups that this organization is in.',
    },
  })
  organizationId!: string | null;

  @Foreign(() => UnitGroup, '未列名的成员单位。 Unnamed members.')
  unitGroupId!: string | null;

  @Choice(() => LeadingGroupRole, '角色。 Role.', { required: true, filter: true })
  role!: keyof typeof LeadingGroupRole;

  @Whole('排列次序。 Place in the list of members.', { order: true })
  position!: number | null;

  @Text('分担的职责。 Its share of the duties.')
  duty!: string | null;
}
