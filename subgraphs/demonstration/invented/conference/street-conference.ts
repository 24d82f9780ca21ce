// The demonstration street's joint conference: its rules, its members and its three meetings.
import { ConferenceMembership } from '../../../conference/conference-membership/conference-membership';
import { JointConference } from '../../../conference/joint-conference/joint-conference';
import { STREET, type Row } from '../../rows';
import { FICTIONAL } from '../organizations';
import { idOf, make, meetingRows, type Conference, type MeetingPlan } from './proceedings';
import { meetingDays } from './meeting-days';
import { resolutionRows } from './follow-up';
import { earlierResolutions } from './earlier-resolutions';
import { lastResolutions } from './last-resolutions';
import { nextItems } from './next-agenda';
import { earlierItems, lastItems } from './street-agenda';

/** Members are Party organizations, or the units themselves where no Party organization of theirs is known. */
const MEMBERS = [
  'dongguan-branch',
  'yili-branch',
  'chunhui-branch',
  'yingbin-branch',
  'dongguan-school',
  'deqing1',
  'bob-sjc',
  'demo-community-branch',
  'demo-school-branch',
  'demo-bank-branch',
  'demo-property',
];

export function streetConferenceRows(today: string): Row[] {
  const conference: Conference = {
    home: STREET,
    name: '示例街道社区党建联席会议',
    agendaDeadlineDays: 15,
    members: [STREET, ...MEMBERS],
    today,
  };
  const id = idOf(JointConference, conference, 'street');
  const { earlier, last, next } = streetMeetings(conference);
  return [
    conferenceRow(conference),
    ...conference.members.map((member) => membershipRow(conference, id, member)),
    ...[earlier, last, next].flatMap((meeting) => meetingRows(conference, id, meeting)),
    ...resolutionRows(conference, earlier, earlierResolutions(earlier.day, today)),
    ...resolutionRows(conference, last, lastResolutions(today)),
  ];
}

function conferenceRow(conference: Conference): Row {
  return make(JointConference, conference, 'street', {
    name: conference.name,
    nameEn: 'Joint Conference of the Demonstration Subdistrict',
    level: 'STREET',
    leadId: STREET,
    ownerStated: true,
    memberRule: '街道党工委、社区党组织和驻区单位（党组织）',
    meetingCycle: 'AS_NEEDED',
    agendaDeadlineDays: conference.agendaDeadlineDays,
    noticeDays: 7,
    quorumPercent: 66,
  });
}

function membershipRow(conference: Conference, conferenceId: string, member: string): Row {
  const fictional = FICTIONAL.some(({ home }) => home === member);
  return make(ConferenceMembership, conference, `street:${member}`, {
    conferenceId,
    organizationId: member,
    role: member === conference.home ? 'LEAD' : 'MEMBER',
    joinedOn: `${Number(conference.today.slice(0, 4)) - 1}-01-15`,
    note: fictional
      ? null
      : '为演示而设，来源未写此成员关系。 Made up for the demonstration: no source states this membership.',
  });
}

/** Whoever is not simply present is made up. */
function streetMeetings(conference: Conference): Record<'earlier' | 'last' | 'next', MeetingPlan> {
  const days = meetingDays(conference.today);
  const past = {
    state: 'MINUTES_ISSUED',
    venue: { venueText: '示例街道会议室' },
    minutesSeries: '示例街联纪',
  } as const;
  const earlier: MeetingPlan = {
    ...past,
    key: 'street:6',
    number: 6,
    day: days.earlier,
    exceptions: { 'demo-property': ['ABSENT'], 'demo-bank-branch': ['ABSENT', '会议通知未转达'] },
    items: earlierItems(days.earlier),
  };
  const last: MeetingPlan = {
    ...past,
    key: 'street:7',
    number: 7,
    day: days.last,
    exceptions: {
      'demo-property': ['ABSENT'],
      'demo-bank-branch': ['EXCUSED', '与上级会议冲突'],
      'demo-school-branch': ['LATE'],
    },
    items: lastItems(days.last),
  };
  const next: MeetingPlan = {
    key: 'street:8',
    number: 8,
    day: days.next,
    state: 'SCHEDULED',
    venue: past.venue,
    items: nextItems(conference.today, days.next),
  };
  return { earlier, last, next };
}
