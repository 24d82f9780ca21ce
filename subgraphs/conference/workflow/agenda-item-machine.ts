// What may be done with an agenda item: proposed by members, admitted, deliberated and decided by the conference.
import { mayDeliver, type Actor } from '../../kit/workflow/actor';
import { createMachine, type Step } from '../../kit/workflow/machine';
import { parseId } from '../../../schema/id';
import { refusalOf, NotAllowed, type Refusal } from '../../kit/workflow/refusal';
import { owner } from '../../kit/workflow/role';
import { invalidInput, notAllowed, notAllowedInState } from '../../kit/workflow/sentences';
import { AgendaItem } from '../agenda-item/agenda-item';
import { AgendaItemState } from '../agenda-item/agenda-item-choices';
import { isOnTime } from '../agenda-item/on-time';
import { Meeting } from '../meeting/meeting';
import { lackOfMajority } from './majority';
import { anyMember, isMember } from './members';

const who = [owner];
const FACTS = ['title', 'titleEn', 'background', 'workAreaId'] as const;
const TAKING = ['SCHEDULED', 'NOTIFIED'];
const CONTINUED = ['DEFERRED', 'HELD_OVER'];

export const agendaItemMachine = createMachine<AgendaItem>(AgendaItem, {
  states: AgendaItemState,
  creations: {
    proposeAgendaItem: {
      description:
        '向联席会议提出议题；逾期无人认领的需求由其所属单位提出。 Proposes a matter; a need that nobody claimed in time is put forward by its home.',
      under: 'conferenceId',
      to: 'PROPOSED',
      who: [anyMember],
      takes: [...FACTS, 'origin', 'needId', 'continuesItemId'],
      check: faultInProposal,
      change: ({ actor, now, row }) => ({
        proposerId: actor.organization,
        proposedAt: now,
        origin: row.origin ?? (row.needId ? 'ESCALATED_NEED' : 'PROPOSED_BY_ORGANIZATION'),
      }),
      effects: ({ row, send }) => {
        if (row.needId)
          send({ mutation: 'linkEscalatedNeed', input: { id: row.needId, agendaItemId: row.id } });
      },
    },
  },
  transitions: {
    updateAgendaItem: {
      description:
        '列入前，提出单位或召集单位修改议题。 Changes an item before it is admitted, by its proposer or the convener.',
      from: ['PROPOSED'],
      who: [
        owner as never,
        {
          zh: '提出单位',
          en: 'the proposer',
          holds: ({ organization }: { organization: string }, row: AgendaItem) =>
            row.proposerId === organization,
        },
      ],
      takes: FACTS,
    },
    admitAgendaItem: {
      description:
        '列入一次会议的议程；过了截止日提出的须写原因。 Admits it to the agenda of a meeting; one that was proposed late needs a reason.',
      from: ['PROPOSED'],
      to: 'ADMITTED',
      who,
      requires: ['meetingId', 'decisionMethod'],
      takes: ['position'],
      check: faultInAdmission,
    },
    deferAgendaItem: {
      description: '缓议，须写原因。 Defers it, with a reason.',
      from: ['PROPOSED'],
      to: 'DEFERRED',
      who,
      reasonRequired: true,
    },
    declineAgendaItem: {
      description: '不予列入，须写原因。 Does not admit it, with a reason.',
      from: ['PROPOSED'],
      to: 'NOT_ADMITTED',
      who,
      reasonRequired: true,
    },
    referAgendaItem: {
      description: '转其他渠道办理。 Refers it to another channel.',
      from: ['PROPOSED'],
      to: 'REFERRED',
      who,
      requires: ['referredTo'],
      takes: ['referralText'],
    },
    deliberateAgendaItem: {
      description:
        '登记已审议，在会议召开后；此后可表决。 Records that it was deliberated, once the meeting is held; votes follow.',
      from: ['ADMITTED'],
      to: 'DELIBERATED',
      who,
      check: meetingNotHeld,
    },
    adoptAgendaItem: {
      description:
        '通过：表决的须过半数赞成，协商一致的不得有反对。 Adopts it: by vote more than half of those cast, by consensus nobody against.',
      from: ['DELIBERATED'],
      to: 'ADOPTED',
      who,
      check: lackOfMajority,
    },
    rejectAgendaItem: {
      description: '未通过，须写原因。 Does not adopt it, with a reason.',
      from: ['DELIBERATED'],
      to: 'NOT_ADOPTED',
      who,
      reasonRequired: true,
    },
    holdOverAgendaItem: {
      description: '留待下次会议，须写原因。 Holds it over to another meeting, with a reason.',
      from: ['DELIBERATED'],
      to: 'HELD_OVER',
      who,
      reasonRequired: true,
    },
  },
});

async function faultInProposal({ manager, actor, row, today }: Step<AgendaItem>): Promise<Refusal | null> {
  const { conferenceId, needId, continuesItemId } = row;
  if (needId && !isEscalatedBy(actor, needId))
    return refusalOf(NotAllowed, 'NOT_ALLOWED', {
      zh: '需求只能由其所属单位办理 escalateNeed 提为议题。',
      en: 'A need is put forward by its own home only, with escalateNeed.',
    });
  const member = { conferenceId, organization: actor.organization, day: today };
  if (!needId && !(await isMember(manager, member))) return notAllowed([anyMember]);
  if (!continuesItemId) return null;
  const before = await manager.findOneByOrFail(AgendaItem, { id: continuesItemId });
  if (before.state !== null && CONTINUED.includes(before.state)) return null;
  return notAllowedInState(before.id, before.state, CONTINUED);
}

/** Only the home of a need knows its state: its outbox sends the item when, and only when, the need was escalated. */
function isEscalatedBy(actor: Actor, needId: string): boolean {
  return mayDeliver(actor) && parseId(needId)?.home === actor.organization;
}

async function faultInAdmission({ manager, row, values, input }: Step<AgendaItem>): Promise<Refusal | null> {
  const meeting = await manager.findOneByOrFail(Meeting, { id: values.meetingId! });
  if (meeting.conferenceId !== row.conferenceId)
    return invalidInput('meetingId', {
      zh: '应为同一联席会议的会议。',
      en: 'expected a meeting of the same conference.',
    });
  if (!TAKING.includes(meeting.state)) return notAllowedInState(meeting.id, meeting.state, TAKING);
  if (isOnTime(row.proposedAt, meeting.agendaDueOn) !== false || input.reason) return null;
  return invalidInput('reason', {
    zh: `议题在截止日 ${meeting.agendaDueOn} 之后提出，列入须写原因。`,
    en: `it was proposed after ${meeting.agendaDueOn}, so admitting it needs a reason.`,
  });
}

async function meetingNotHeld({ manager, row }: Step<AgendaItem>): Promise<Refusal | null> {
  const { id, state } = await manager.findOneByOrFail(Meeting, { id: row.meetingId! });
  return state === 'HELD' ? null : notAllowedInState(id, state, ['HELD']);
}
