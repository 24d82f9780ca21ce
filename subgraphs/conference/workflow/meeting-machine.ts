// What may be done with a meeting, by the organization that convenes its conference, within the conference's settings.
import { In } from 'typeorm';
import { createMachine, type InputField, type Step } from '../../kit/workflow/machine';
import { addDays, dayAt } from '../../kit/clock';
import { refusalOf, WrongTime, type Refusal } from '../../kit/workflow/refusal';
import { owner } from '../../kit/workflow/role';
import { incomplete, invalidInput, tooLate } from '../../kit/workflow/sentences';
import { faultInText } from '../../kit/workflow/read-values';
import { JointConference } from '../joint-conference/joint-conference';
import { Attendance } from '../meeting/attendance';
import { Meeting, MeetingState } from '../meeting/meeting';
import { MeetingMinutes } from '../meeting/meeting-minutes';
import { votersOn } from './members';

const who = [owner];
const FACTS = ['number', 'title', 'titleEn', 'startsAt', 'endsAt', 'venueId', 'venueText'] as const;
const MINUTES: Record<string, InputField> = {
  minutesTitle: {
    type: () => String,
    required: true,
    description: '纪要题名，最多 300 字。 Title of the minutes.',
  },
  documentNumber: { type: () => String, description: '文号，最多 80 字。 Document number.' },
  text: {
    type: () => String,
    description: '内容，只写单位和岗位，最多 4000 字。 Text, of organizations and offices only.',
  },
};

export const meetingMachine = createMachine<Meeting>(Meeting, {
  states: MeetingState,
  creations: {
    scheduleMeeting: {
      description:
        '排定会议；议题截止日按会议规则推定。 Schedules a meeting; the day for agenda items follows from the settings.',
      under: 'conferenceId',
      to: 'SCHEDULED',
      who,
      takes: FACTS,
      check: faultInTimes,
      change: ({ row, parent }) => ({ agendaDueOn: agendaDay(parent as JointConference, row.startsAt) }),
    },
  },
  transitions: {
    updateMeeting: {
      description: '通知前修改会议。 Changes a meeting before members are notified.',
      from: ['SCHEDULED'],
      who,
      takes: FACTS,
      check: faultInTimes,
      change: async (step) => ({
        agendaDueOn: agendaDay(await conferenceOf(step), step.values.startsAt ?? step.row.startsAt),
      }),
    },
    notifyMeeting: {
      description:
        '发出通知，须满规定的天数。 Notifies the members, as many days ahead as the conference has set.',
      from: ['SCHEDULED'],
      to: 'NOTIFIED',
      who,
      check: faultInNotice,
      change: ({ now }) => ({ notifiedAt: now }),
    },
    holdMeeting: {
      description: '登记已召开，须到法定人数。 Records that it was held, with its quorum.',
      from: ['NOTIFIED'],
      to: 'HELD',
      who,
      check: async (step) => notStarted(step) ?? lackOfQuorum(step),
    },
    issueMinutes: {
      description: '印发纪要。 Issues the minutes.',
      from: ['HELD'],
      to: 'MINUTES_ISSUED',
      who,
      more: MINUTES,
      check: faultInMinutes,
      effects: keepMinutes,
    },
    cancelMeeting: {
      description: '取消会议，须写原因。 Cancels a meeting, with a reason.',
      from: ['SCHEDULED', 'NOTIFIED'],
      to: 'CANCELLED',
      who,
      reasonRequired: true,
    },
  },
});

function faultInTimes({ row, values, now }: Step<Meeting>): Refusal | null {
  const { startsAt, endsAt } = { ...row, ...values };
  if (endsAt && endsAt <= startsAt)
    return invalidInput('endsAt', { zh: '结束应晚于开始。', en: 'the end must come after the start.' });
  if (startsAt > now) return null;
  return invalidInput('startsAt', { zh: '开始应在现在之后。', en: 'the start must lie ahead.' });
}

function agendaDay({ agendaDeadlineDays }: JointConference, startsAt: string): string | null {
  return agendaDeadlineDays === null ? null : addDays(dayAt(new Date(startsAt)), -agendaDeadlineDays);
}

function conferenceOf({ manager, row }: Step<Meeting>): Promise<JointConference> {
  return manager.findOneByOrFail(JointConference, { id: row.conferenceId });
}

async function faultInNotice(step: Step<Meeting>): Promise<Refusal | null> {
  const { noticeDays } = await conferenceOf(step);
  const last = addDays(dayAt(new Date(step.row.startsAt)), -(noticeDays ?? 0));
  if (step.today <= last) return null;
  return tooLate(addDays(last, 1), {
    zh: `应至少提前 ${noticeDays ?? 0} 天通知；请改期或取消。`,
    en: `Notice is given at least ${noticeDays ?? 0} days ahead; move or cancel the meeting.`,
  });
}

function notStarted({ row, now }: Step<Meeting>): Refusal | null {
  if (now >= row.startsAt) return null;
  const sentence = { zh: '会议还没有开始。', en: 'It has not started yet.' };
  return refusalOf(WrongTime, 'WRONG_TIME', sentence, { notBefore: row.startsAt, onlyBefore: null });
}

async function lackOfQuorum(step: Step<Meeting>): Promise<Refusal | null> {
  const { manager, row } = step;
  const { quorumPercent } = await conferenceOf(step);
  if (quorumPercent === null) return null;
  const voters = await votersOn(manager, row.conferenceId, dayAt(new Date(row.startsAt)));
  const attended = await manager.findBy(Attendance, { meetingId: row.id, status: In(['PRESENT', 'LATE']) });
  const present = attended.filter(({ organizationId }) => voters.has(organizationId)).length;
  if (present * 100 >= voters.size * quorumPercent) return null;
  return incomplete({
    zh: `到会 ${present} 家，成员 ${voters.size} 家，不足 ${quorumPercent}%；先登记出席，仍不足则取消。`,
    en: `${present} of ${voters.size} members are present, below ${quorumPercent}%; record attendance first, or cancel.`,
  });
}

function faultInMinutes({ input }: Step<Meeting>): Refusal | null {
  const { minutesTitle, documentNumber, text } = input as Record<string, string | null | undefined>;
  return (
    faultInText('minutesTitle', minutesTitle!, { max: 300, required: true }) ??
    faultInText('documentNumber', documentNumber ?? '', { max: 80 }) ??
    faultInText('text', text ?? '', { max: 4000 })
  );
}

async function keepMinutes({ row, input, actor, today, make }: Step<Meeting>): Promise<void> {
  const { minutesTitle: title, documentNumber = null, text = null } = input;
  const issued = { issuedOn: today, issuedByOffice: actor.office };
  const values = { meetingId: row.id, title, documentNumber, text, ...issued };
  await make({ noun: MeetingMinutes, values, action: 'issueMinutes' });
}
