// How a joint conference, its settings and its members are changed, by the organization that convenes it.
import { createMachine, type Step } from '../../kit/workflow/machine';
import type { Refusal } from '../../kit/workflow/refusal';
import { owner } from '../../kit/workflow/role';
import { alreadyExists, incomplete, invalidInput } from '../../kit/workflow/sentences';
import { ConferenceMembership } from '../conference-membership/conference-membership';
import { JointConference } from '../joint-conference/joint-conference';
import { membersOn } from './members';

const who = [owner];
const SETTINGS = ['meetingCycle', 'agendaDeadlineDays', 'noticeDays', 'quorumPercent'] as const;
const FACTS = ['name', 'nameEn', 'level', 'leadId', ...SETTINGS] as const;
const LONGEST_DAYS = 90;

export const jointConferenceMachine = createMachine<JointConference>(JointConference, {
  creations: {
    createJointConference: {
      description: '设立联席会议，连同它的议事规则。 Enters a joint conference with its rules.',
      who,
      takes: FACTS,
      check: faultInSettings,
      change: () => ({ ownerStated: true }),
    },
  },
  transitions: {
    updateJointConference: {
      description:
        '修改联席会议的议事规则：周期、议题截止天数、通知天数、法定人数。 Changes the settings: cycle, agenda deadline, notice period, quorum.',
      who,
      takes: FACTS,
      check: faultInSettings,
    },
  },
});

export const conferenceMembershipMachine = createMachine<ConferenceMembership>(ConferenceMembership, {
  creations: {
    addConferenceMember: {
      description: '登记成员单位。 Enters a member organization.',
      under: 'conferenceId',
      who,
      requires: ['organizationId'],
      takes: ['role', 'joinedOn'],
      check: faultInMember,
      change: ({ row, today }) => ({ joinedOn: row.joinedOn ?? today }),
    },
  },
  transitions: {
    endConferenceMembership: {
      description: '登记退出；自退出日起不再是成员。 Ends a membership: no member from that day on.',
      who,
      requires: ['leftOn'],
      check: faultInLeaving,
    },
  },
});

function faultInSettings({ values }: Step<JointConference>): Refusal | null {
  const { agendaDeadlineDays, noticeDays, quorumPercent } = values;
  for (const [field, days] of Object.entries({ agendaDeadlineDays, noticeDays }))
    if (days != null && days > LONGEST_DAYS)
      return invalidInput(field, { zh: `最多 ${LONGEST_DAYS} 天。`, en: `${LONGEST_DAYS} days at most.` });
  if (quorumPercent == null || (quorumPercent >= 1 && quorumPercent <= 100)) return null;
  return invalidInput('quorumPercent', { zh: '应为 1 至 100。', en: 'expected 1 to 100.' });
}

async function faultInMember({ manager, row, today }: Step<ConferenceMembership>): Promise<Refusal | null> {
  const members = await membersOn(manager, row.conferenceId, row.joinedOn ?? today);
  const same = members.find(({ organizationId }) => organizationId === row.organizationId);
  return same
    ? alreadyExists(same.id, { zh: '此单位已是成员。', en: 'This organization is a member.' })
    : null;
}

function faultInLeaving({ row, values }: Step<ConferenceMembership>): Refusal | null {
  if (row.leftOn !== null) return incomplete({ zh: '此成员已退出。', en: 'It has left already.' });
  if (row.joinedOn === null || values.leftOn! >= row.joinedOn) return null;
  return invalidInput('leftOn', {
    zh: '不应早于加入日期。',
    en: 'it may not come before the day of joining.',
  });
}
