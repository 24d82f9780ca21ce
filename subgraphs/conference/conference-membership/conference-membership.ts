// Membership of an organization, or of a group of unnamed units, in a joint conference.
import { Ctx, Field } from 'type-graphql';
import { createChoice } from '../../kit/noun/choice';
import { Choice, DayOf } from '../../kit/noun/columns';
import { Noun } from '../../kit/noun';
import { Foreign, Local } from '../../kit/noun/references';
import type { RequestContext } from '../../kit/request-context';
import { conference, Organization, Record, UnitGroup } from '../contract';
import { JointConference } from '../joint-conference/joint-conference';
import { isCurrent, whereCurrent } from './current';

export const MembershipRole = createChoice(
  'MembershipRole',
  '成员在联席会议中的角色。 Role of a member in a joint conference.',
  {
    LEAD: '牵头单位。 Leads it.',
    MEMBER: '成员单位。 A member.',
    OBSERVER: '列席单位，不表决。 Attends without a vote.',
  },
);

@Noun({
  contract: conference,
  kind: 'membership',
  singular: 'conferenceMembership',
  plural: 'conferenceMemberships',
  description:
    '成员资格：一个单位（或一组未列名单位）加入一个联席会议。 Membership of an organization, or of a group of unnamed units, in a joint conference.',
  order: 'joinedOn',
  terms: {
    current: {
      type: () => Boolean,
      description: '今天是（或不是）成员。 A member today, or not.',
      where: (current: boolean, alias, { today }) => whereCurrent(current, alias, today),
    },
  },
})
export class ConferenceMembership extends Record {
  @Local(() => JointConference, '所加入的联席会议。 The conference.', {
    required: true,
    dimension: true,
    inverse: {
      field: 'memberships',
      summary: 'membershipSummary',
      description: '成员。 Members of the conference.',
    },
  })
  conferenceId!: string;

  @Foreign(() => Organization, '成员单位；未列名时为空。 The member organization; null for unnamed units.', {
    inverse: {
      field: 'conferenceMemberships',
      description: '本单位参加的联席会议。 Joint conferences that this organization is a member of.',
    },
  })
  organizationId!: string | null;

  @Foreign(
    () => UnitGroup,
    '未列名的成员单位，只有家数。 Unnamed members, of which only the number is stated.',
    { filter: true },
  )
  unitGroupId!: string | null;

  @Choice(() => MembershipRole, '角色。 Role.', { required: true, filter: true, dimension: true })
  role!: keyof typeof MembershipRole;

  @DayOf(
    '加入日期；未写明为空，视为一直是成员。 Joined on; null when not stated, then a member from the start.',
    { filter: true, order: true },
  )
  joinedOn!: string | null;

  @DayOf('退出日期，当日起不再是成员。 Left on: no member from this day on.', { filter: true })
  leftOn!: string | null;

  @Field(() => Boolean, { description: '今天是成员。 A member today.' })
  current(@Ctx() { today }: RequestContext): boolean {
    return isCurrent(this, today);
  }
}
