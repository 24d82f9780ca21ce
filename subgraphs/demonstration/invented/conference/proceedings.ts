// Makes the rows of a made-up meeting: the meeting, who came, what was put forward, how it was voted and what was minuted.
import { AgendaItem } from '../../../conference/agenda-item/agenda-item';
import type {
  AgendaItemOrigin,
  AgendaItemState,
  DecisionMethod,
  ReferralChannel,
} from '../../../conference/agenda-item/agenda-item-choices';
import { Vote, type VoteChoice } from '../../../conference/agenda-item/vote';
import { Attendance, type AttendanceStatus } from '../../../conference/meeting/attendance';
import { Meeting, type MeetingState } from '../../../conference/meeting/meeting';
import { MeetingMinutes } from '../../../conference/meeting/meeting-minutes';
import { addDays } from '../../../kit/clock';
import type { Class } from '../../../kit/noun/spec';
import { invented, type Row, type Values } from '../../rows';
import { workAreaId, type JointLine } from '../../stated/code-list-rows';
import { inventedId } from '../make-row';
import { nearestOfficeDay, timeOn } from '../office-days';

/** A conference for which rows are made; `home` is its lead. */
export interface Conference {
  home: string;
  name: string;
  agendaDeadlineDays: number;
  members: string[];
  today: string;
}

export interface MeetingPlan {
  key: string;
  number: number;
  day: string;
  state: keyof typeof MeetingState;
  venue: { venueText: string } | { venueId: string };
  /** Members that did not simply come; who is not named here was present. */
  exceptions?: Record<string, [status: keyof typeof AttendanceStatus, reason?: string]>;
  items: ItemPlan[];
  /** Document number of the minutes, less its year and serial number. */
  minutesSeries?: string;
}

export interface ItemPlan {
  key: string;
  title: string;
  titleEn: string;
  proposer: string;
  /** Day and clock time at which it was proposed. */
  proposed: [day: string, clock: string];
  state: keyof typeof AgendaItemState;
  line: JointLine;
  origin?: keyof typeof AgendaItemOrigin;
  decisionMethod?: keyof typeof DecisionMethod;
  votes?: Record<string, keyof typeof VoteChoice>;
  needId?: string;
  continues?: string;
  referredTo?: keyof typeof ReferralChannel;
  reason?: string;
}

/** The id of a made-up row of a conference. */
export function idOf(noun: Class, { home }: Pick<Conference, 'home'>, key: string): string {
  return inventedId(noun, home, key);
}

export function make(noun: Class, { home, today }: Conference, key: string, values: Values): Row {
  return invented(noun, home, key, today, values);
}

export function meetingRows(conference: Conference, conferenceId: string, plan: MeetingPlan): Row[] {
  const held = plan.state === 'HELD' || plan.state === 'MINUTES_ISSUED';
  return [
    meetingRow(conference, conferenceId, plan),
    ...(held ? conference.members.map((member) => attendanceRow(conference, plan, member)) : []),
    ...plan.items.map((item, i) => itemRow(conference, conferenceId, plan, { item, position: i + 1, held })),
    ...plan.items.flatMap((item) => voteRows(conference, plan, item)),
    ...(plan.minutesSeries ? [minutesRow(conference, plan)] : []),
  ];
}

function meetingRow(
  conference: Conference,
  conferenceId: string,
  { key, number, day, state, venue }: MeetingPlan,
): Row {
  return make(Meeting, conference, key, {
    conferenceId,
    number,
    state,
    ...venue,
    title: `${conference.name}第 ${number} 次会议`,
    titleEn: `Meeting no. ${number}`,
    startsAt: timeOn(day, '14:30'),
    endsAt: timeOn(day, '16:30'),
    agendaDueOn: addDays(day, -conference.agendaDeadlineDays),
    notifiedAt: state === 'SCHEDULED' ? null : timeOn(addDays(day, -7), '10:00'),
  });
}

function attendanceRow(
  conference: Conference,
  { key, day, exceptions = {} }: MeetingPlan,
  member: string,
): Row {
  const [status, reason] = exceptions[member] ?? ['PRESENT'];
  return make(Attendance, conference, `${key}:${member}`, {
    meetingId: idOf(Meeting, conference, key),
    organizationId: member,
    status,
    heldOn: day,
    reason: reason ?? null,
  });
}

interface Place {
  item: ItemPlan;
  position: number;
  held: boolean;
}

/** A state is reached at the meeting; before it, an item is admitted the day after it was proposed. */
function itemRow(
  conference: Conference,
  conferenceId: string,
  { key, day }: MeetingPlan,
  { item, position, held }: Place,
): Row {
  const [proposedDay, clock] = item.proposed;
  const changed = held
    ? timeOn(day, '16:00')
    : item.state === 'PROPOSED'
      ? null
      : timeOn(addDays(proposedDay, 1), '11:00');
  return make(AgendaItem, conference, `${key}:${item.key}`, {
    conferenceId,
    position,
    meetingId: idOf(Meeting, conference, key),
    title: item.title,
    titleEn: item.titleEn,
    proposerId: item.proposer,
    proposedAt: timeOn(proposedDay, clock),
    origin: item.origin ?? 'PROPOSED_BY_ORGANIZATION',
    state: item.state,
    decisionMethod: item.decisionMethod ?? null,
    workAreaId: workAreaId(item.line),
    needId: item.needId ?? null,
    continuesItemId: item.continues ?? null,
    referredTo: item.referredTo ?? null,
    changedAt: changed,
    changedByOffice: changed && '联席会议办公室',
    reason: item.reason ?? null,
  });
}

function voteRows(
  conference: Conference,
  { key, day }: MeetingPlan,
  { key: item, votes = {} }: ItemPlan,
): Row[] {
  return Object.entries(votes).map(([organizationId, choice]) =>
    make(Vote, conference, `${key}:${item}:${organizationId}`, {
      agendaItemId: idOf(AgendaItem, conference, `${key}:${item}`),
      organizationId,
      choice,
      castAt: timeOn(day, '15:30'),
    }),
  );
}

function minutesRow(conference: Conference, { key, number, day, minutesSeries }: MeetingPlan): Row {
  return make(MeetingMinutes, conference, key, {
    meetingId: idOf(Meeting, conference, key),
    documentNumber: `${minutesSeries}〔${day.slice(0, 4)}〕${number}号`,
    title: `${conference.name}第 ${number} 次会议纪要`,
    text: '会议审议了列入议程的议题，议定事项见决议；责任单位和期限见交办事项。',
    issuedOn: nearestOfficeDay(addDays(day, 4)),
    issuedByOffice: '联席会议办公室',
  });
}
