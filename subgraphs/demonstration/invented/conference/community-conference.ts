// A small conference among made-up organizations only, so that it can vote.
import { ConferenceMembership } from '../../../conference/conference-membership/conference-membership';
import { JointConference } from '../../../conference/joint-conference/joint-conference';
import { addDays } from '../../../kit/clock';
import { rowId, STREET, type Row } from '../../rows';
import { resolutionRows, type ResolutionPlan } from './follow-up';
import { meetingDays } from './meeting-days';
import { idOf, make, meetingRows, type Conference, type ItemPlan, type MeetingPlan } from './proceedings';

const LEAD = 'demo-community-branch';
const MEMBERS = ['demo-school-branch', 'demo-bank-branch', 'demo-property'];

export function communityConferenceRows(today: string): Row[] {
  const conference: Conference = {
    home: LEAD,
    name: '示例社区党建联席会',
    agendaDeadlineDays: 3,
    members: [LEAD, ...MEMBERS, STREET],
    today,
  };
  const id = idOf(JointConference, conference, 'community');
  const [last, next] = meetings(today);
  return [
    conferenceRow(conference),
    ...conference.members.map((member) => membershipRow(conference, id, member)),
    ...meetingRows(conference, id, last),
    ...meetingRows(conference, id, next),
    ...resolutionRows(conference, last, resolutions(last.day)),
  ];
}

function conferenceRow(conference: Conference): Row {
  return make(JointConference, conference, 'community', {
    name: conference.name,
    nameEn: 'Joint meeting of the Demonstration Community',
    level: 'COMMUNITY',
    leadId: LEAD,
    ownerStated: true,
    memberRule: '社区党支部和小区内的驻区单位',
    meetingCycle: 'AS_NEEDED',
    agendaDeadlineDays: conference.agendaDeadlineDays,
    noticeDays: 3,
    quorumPercent: 50,
  });
}

function membershipRow(conference: Conference, conferenceId: string, member: string): Row {
  const role = member === LEAD ? 'LEAD' : member === STREET ? 'OBSERVER' : 'MEMBER';
  return make(ConferenceMembership, conference, `community:${member}`, {
    conferenceId,
    organizationId: member,
    role,
    joinedOn: `${Number(conference.today.slice(0, 4)) - 1}-03-01`,
  });
}

function meetings(today: string): [last: MeetingPlan, next: MeetingPlan] {
  const { communityLast, communityNext } = meetingDays(today);
  const venue = { venueId: rowId('demo-community', 'resource', 'demo:resource:demo-community:hall') };
  return [
    {
      key: 'community:2',
      number: 2,
      day: communityLast,
      state: 'MINUTES_ISSUED',
      venue,
      items: lastItems(communityLast),
      minutesSeries: '示例社联纪',
    },
    {
      key: 'community:3',
      number: 3,
      day: communityNext,
      state: 'SCHEDULED',
      venue,
      items: [
        {
          key: 'lift-check',
          title: '电梯检查结果公示',
          titleEn: 'Publication of the lift check',
          proposer: 'demo-property',
          proposed: [addDays(today, -3), '09:30'],
          state: 'PROPOSED',
          line: 'practical-matters',
        },
      ],
    },
  ];
}

/** One organization, one vote; the observer has none. */
function lastItems(day: string): ItemPlan[] {
  const before = (days: number): [string, string] => [addDays(day, -days), '11:00'];
  return [
    {
      key: 'evenings',
      title: '礼堂晚间开放',
      titleEn: 'The hall open in the evening',
      proposer: LEAD,
      proposed: before(8),
      state: 'ADOPTED',
      decisionMethod: 'VOTE',
      line: 'shared-resources',
      votes: {
        [LEAD]: 'FOR',
        'demo-school-branch': 'FOR',
        'demo-bank-branch': 'FOR',
        'demo-property': 'ABSTAIN',
      },
    },
    {
      key: 'square',
      title: '延长广场活动时间',
      titleEn: 'Longer hours for the square',
      proposer: 'demo-bank-branch',
      proposed: before(2),
      state: 'NOT_ADOPTED',
      decisionMethod: 'VOTE',
      line: 'joint-activities',
      votes: {
        [LEAD]: 'AGAINST',
        'demo-school-branch': 'AGAINST',
        'demo-bank-branch': 'FOR',
        'demo-property': 'AGAINST',
      },
    },
  ];
}

function resolutions(day: string): ResolutionPlan[] {
  const decided = { submittedOn: addDays(day, 10), confirmedOn: addDays(day, 12) };
  return [
    {
      item: 'evenings',
      text: '礼堂每天开放到 21 时。',
      state: 'CLOSED',
      dueOn: addDays(day, 14),
      assignments: [
        {
          ...decided,
          responsible: LEAD,
          beneficiary: 'demo-school-branch',
          text: '安排晚间值守',
          textEn: 'Staff the hall in the evening',
          state: 'CONFIRMED',
          dueOn: addDays(day, 14),
          reports: [
            {
              day: decided.submittedOn,
              text: '值守已安排',
              percentComplete: 100,
              outcome: 'CONFIRMED',
              decidedOn: decided.confirmedOn,
            },
          ],
        },
      ],
    },
  ];
}
