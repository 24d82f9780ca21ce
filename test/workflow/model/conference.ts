// The contract `conference` as the domain's page words it: the conference, its members and its meetings.
import { AGENDA } from './agenda';
import { FOLLOW_UP } from './follow-up';
import { owner, why, type Fault, type Taking, type Type } from './machine';
import { isMember, membersOn, votersOn } from './members';
import { dayOf, plusDays } from './world';

const CHANGE = ['changedAt', 'changedByOffice', 'reason'];
const SETTINGS = ['meetingCycle', 'agendaDeadlineDays', 'noticeDays', 'quorumPercent'];

const MEETINGS: Record<string, Type> = {
  JointConference: {
    contract: 'conference',
    singular: 'jointConference',
    plural: 'jointConferences',
    columns: ['name', 'level', ...SETTINGS],
    rules: {
      createJointConference: {
        by: [owner],
        creates: true,
        sample: () => ({
          name: '联席会议',
          level: 'STREET',
          agendaDeadlineDays: 15,
          noticeDays: 3,
          quorumPercent: 50,
        }),
        check: faultInSettings,
      },
      updateJointConference: { by: [owner], check: faultInSettings },
    },
  },
  ConferenceMembership: {
    contract: 'conference',
    singular: 'conferenceMembership',
    plural: 'conferenceMemberships',
    columns: ['conferenceId', 'organizationId', 'role', 'joinedOn', 'leftOn'],
    rules: {
      addConferenceMember: {
        by: [owner],
        creates: true,
        under: 'conferenceId',
        sample: () => ({ organizationId: 'demo-school', role: 'MEMBER' }),
        check: ({ world, parent, row }) =>
          membersOn(world, parent!.id, row.joinedOn ?? world.today).some(
            ({ organizationId }) => organizationId === row.organizationId,
          ) && 'ALREADY_EXISTS',
        change: ({ row, world }) => ({ joinedOn: row.joinedOn ?? world.today }),
      },
      endConferenceMembership: {
        by: [owner],
        sample: ({ world }) => ({ leftOn: world.today }),
        check: ({ row, input }) =>
          row.leftOn != null ? 'INCOMPLETE' : row.joinedOn && input.leftOn < row.joinedOn && 'INVALID_INPUT',
      },
    },
  },
  Meeting: {
    contract: 'conference',
    singular: 'meeting',
    plural: 'meetings',
    states: ['SCHEDULED', 'NOTIFIED', 'HELD', 'MINUTES_ISSUED', 'CANCELLED'],
    kept: CHANGE,
    columns: [
      'conferenceId',
      'number',
      'title',
      'startsAt',
      'endsAt',
      'agendaDueOn',
      'notifiedAt',
      'venueId',
      'venueText',
      ...CHANGE,
    ],
    rules: {
      scheduleMeeting: {
        by: [owner],
        creates: true,
        under: 'conferenceId',
        to: 'SCHEDULED',
        sample: ({ world }) => ({ title: '会议', startsAt: `${plusDays(world.today, 30)}T01:00:00.000Z` }),
        check: faultInTimes,
        change: agendaDay,
      },
      updateMeeting: { by: [owner], states: ['SCHEDULED'], check: faultInTimes, change: agendaDay },
      notifyMeeting: {
        by: [owner],
        states: ['SCHEDULED'],
        to: 'NOTIFIED',
        check: ({ world, row }) =>
          plusDays(world.today, world.row(row.conferenceId).noticeDays ?? 0) > dayOf(row.startsAt) &&
          'WRONG_TIME',
        change: ({ world }) => ({ notifiedAt: world.now }),
      },
      holdMeeting: { by: [owner], states: ['NOTIFIED'], to: 'HELD', check: faultInHolding },
      issueMinutes: {
        by: [owner],
        states: ['HELD'],
        to: 'MINUTES_ISSUED',
        beside: ['minutesTitle', 'documentNumber', 'text'],
        sample: () => ({ minutesTitle: '会议纪要' }),
        check: ({ input }) => !input.minutesTitle && 'INVALID_INPUT',
        effect: ({ world, row, input, asker, make }) => {
          const { minutesTitle: title, documentNumber, text } = input;
          const issued = { issuedOn: world.today, issuedByOffice: asker.office };
          make(
            'MeetingMinutes',
            { meetingId: row.id, title, documentNumber, text, ...issued },
            'issueMinutes',
          );
        },
      },
      cancelMeeting: { by: [owner], states: ['SCHEDULED', 'NOTIFIED'], to: 'CANCELLED', ...why },
    },
  },
  MeetingMinutes: {
    contract: 'conference',
    singular: 'meetingMinutes',
    plural: 'meetingMinutesList',
    columns: ['meetingId', 'documentNumber', 'title', 'text', 'issuedOn', 'issuedByOffice'],
    rules: {},
  },
  Attendance: {
    contract: 'conference',
    singular: 'attendance',
    plural: 'attendances',
    columns: ['meetingId', 'organizationId', 'status', 'heldOn', 'office', 'reason'],
    rules: {
      recordAttendance: {
        by: [owner],
        creates: true,
        under: 'meetingId',
        states: ['NOTIFIED', 'HELD'],
        sample: () => ({ organizationId: 'demo-school', status: 'PRESENT' }),
        check: faultInAttendance,
        change: ({ parent, input }) => ({ heldOn: dayOf(parent!.startsAt), reason: input.reason ?? null }),
      },
      correctAttendance: { by: [owner], ...why, change: ({ input }) => ({ reason: input.reason }) },
    },
  },
};

export const CONFERENCE: Record<string, Type> = { ...MEETINGS, ...AGENDA, ...FOLLOW_UP };

function faultInSettings({ input: { agendaDeadlineDays, noticeDays, quorumPercent } }: Taking) {
  const isSound = (agendaDeadlineDays ?? 0) <= 90 && (noticeDays ?? 0) <= 90;
  return (
    !(isSound && (quorumPercent == null || (quorumPercent >= 1 && quorumPercent <= 100))) && 'INVALID_INPUT'
  );
}

function faultInTimes({ world, row, input }: Taking) {
  const { startsAt, endsAt } = { ...row, ...input };
  return ((endsAt && endsAt <= startsAt) || startsAt <= world.now) && 'INVALID_INPUT';
}

function agendaDay({ world, row, input, parent }: Taking) {
  const { agendaDeadlineDays } = parent ?? world.row(row.conferenceId);
  const day = dayOf(input.startsAt ?? row.startsAt);
  return { agendaDueOn: agendaDeadlineDays == null ? null : plusDays(day, -agendaDeadlineDays) };
}

function faultInHolding({ world, row }: Taking): string | null {
  if (world.now < row.startsAt) return 'WRONG_TIME';
  const { quorumPercent } = world.row(row.conferenceId);
  if (quorumPercent == null) return null;
  const voters = votersOn(world, row.conferenceId, dayOf(row.startsAt));
  const present = world
    .of('Attendance', { meetingId: row.id })
    .filter(({ status }) => status === 'PRESENT' || status === 'LATE');
  const counted = present.filter(({ organizationId }) => voters.includes(organizationId)).length;
  return counted / voters.length >= quorumPercent / 100 || voters.length === 0 ? null : 'INCOMPLETE';
}

function faultInAttendance({ world, row, parent }: Taking): Fault | string | null {
  if (!isMember(world, parent!.conferenceId, row.organizationId, dayOf(parent!.startsAt)))
    return 'INVALID_INPUT';
  const same = world.of('Attendance', { meetingId: parent!.id, organizationId: row.organizationId });
  return same.length > 0 ? 'ALREADY_EXISTS' : null;
}
