// What the sources state of joint conferences, their members, and of a leading group. No source states a meeting by its day.
import { ConferenceMembership } from '../../conference/conference-membership/conference-membership';
import { JointConference } from '../../conference/joint-conference/joint-conference';
import { LeadingGroup } from '../../conference/leading-group/leading-group';
import { LeadingGroupMember } from '../../conference/leading-group/leading-group-member';
import { facts, figure, text, type Fact, type Source } from '../facts';
import { homeOfKey, stated, unitGroupOfKey, type Row } from '../rows';
import { partOf } from './doubts';
import { conferenceId, homeOf } from './references';

export function statedConferenceRows(): Row[] {
  const conferences = facts('jointConferences');
  return [...conferences.map(conferenceRow), ...conferences.flatMap(membershipRows), ...leadingGroupRows()];
}

/** A conference lives with its lead; the street keeps the one whose lead is not stated. No source sets its rules. */
function conferenceRow(fact: Fact): Row {
  return stated(JointConference, homeOf(fact, 'leadOrganisationId'), fact, {
    name: text(fact, 'name'),
    nameEn: text(fact, 'nameEn'),
    level: text(fact, 'level'),
    leadId: homeOfKey(fact.leadOrganisationId),
    ownerStated: fact.leadOrganisationId != null,
    memberRule: text(fact, 'memberRule'),
    statedMemberCount: figure(fact, 'statedMemberCount'),
    statedMeetingsText: text(fact, 'statedMeetingsHeld'),
    liaisonRule: text(fact, 'liaisonRule'),
    planRule: text(fact, 'planRule'),
    meetingCycle: text(fact, 'meetingCycle'),
  });
}

/** Members as the source names them: unnamed ones as their group. */
function membershipRows(fact: Fact): Row[] {
  return (fact.memberOrganisationIds as string[]).map((key) =>
    stated(ConferenceMembership, homeOf(fact, 'leadOrganisationId'), partOf(fact, key), {
      conferenceId: conferenceId(fact.id),
      organizationId: homeOfKey(key),
      unitGroupId: unitGroupOfKey(key),
      role: key === fact.leadOrganisationId ? 'LEAD' : 'MEMBER',
    }),
  );
}

/** Dongguan's group: its head is an office of the branch; the co-building units in it are not named. */
function leadingGroupRows(): Row[] {
  const body = facts('organisations').find(({ id }) => id === 'org.dongguan.lead')!;
  const office = facts('offices').find(({ id }) => id === 'role.leadgroup')!;
  const mechanism = facts('mechanisms').find(({ id }) => id === 'M05') as Fact & { sources: Source[] };
  const home = homeOfKey(body.id)!;
  const group = stated(
    LeadingGroup,
    home,
    { ...body, note: `来源所述组成：${text(mechanism, 'participants')}；单位未列名。` },
    {
      name: text(body, 'name'),
      nameEn: text(body, 'nameEn'),
      duty: text(mechanism, 'does'),
      headOffice: '社区党支部书记',
      organizationId: home,
    },
  );
  const groupId = group.values.id;
  return [
    group,
    stated(
      LeadingGroupMember,
      home,
      { ...office, note: null },
      {
        groupId,
        organizationId: homeOfKey('org.dongguan.branch'),
        role: 'HEAD',
        position: 1,
        duty: text(office, 'title'),
      },
    ),
    stated(
      LeadingGroupMember,
      home,
      { ...mechanism, source: mechanism.sources[0]!, note: '共建单位，原文未列名' },
      { groupId, role: 'MEMBER', position: 2 },
    ),
  ];
}
