// How a vote is cast: by a member that is present, once, and never by an outbox.
import { createMachine, type Step } from '../../kit/workflow/machine';
import { dayAt } from '../../kit/clock';
import type { Refusal } from '../../kit/workflow/refusal';
import type { Role } from '../../kit/workflow/role';
import { alreadyExists, incomplete, notAllowed, notAllowedInState } from '../../kit/workflow/sentences';
import type { AgendaItem } from '../agenda-item/agenda-item';
import { Vote } from '../agenda-item/vote';
import { Attendance } from '../meeting/attendance';
import { Meeting } from '../meeting/meeting';
import { votersOn } from './members';

const voter: Role = {
  zh: '到会的成员单位（列席单位除外）的岗位',
  en: 'an office of a member that is present, observers excepted',
  holds: ({ kind }) => kind === 'office',
};

export const voteMachine = createMachine<Vote>(Vote, {
  creations: {
    castVote: {
      description: '表决，一家一票，不能改。 Casts the one vote of an organization; it cannot be changed.',
      under: 'agendaItemId',
      who: [voter],
      requires: ['choice'],
      check: faultInVote,
      change: ({ actor, now }) => ({ organizationId: actor.organization, castAt: now }),
    },
  },
  transitions: {},
});

async function faultInVote({ manager, parent, actor }: Step<Vote>): Promise<Refusal | null> {
  const { id, state, meetingId, decisionMethod, conferenceId } = parent as AgendaItem;
  if (state !== 'DELIBERATED') return notAllowedInState(id, state, ['DELIBERATED']);
  if (decisionMethod !== 'VOTE')
    return incomplete({
      zh: '此议题以协商一致议决，不表决。',
      en: 'It is decided by consensus, not by vote.',
    });
  const meeting = await manager.findOneByOrFail(Meeting, { id: meetingId! });
  const { organization: organizationId } = actor;
  const voters = await votersOn(manager, conferenceId, dayAt(new Date(meeting.startsAt)));
  const attended = await manager.findOneBy(Attendance, { meetingId: meeting.id, organizationId });
  const isPresent = attended !== null && ['PRESENT', 'LATE'].includes(attended.status);
  if (!voters.has(organizationId) || !isPresent) return notAllowed([voter]);
  const same = await manager.findOneBy(Vote, { agendaItemId: id, organizationId });
  return (
    same &&
    alreadyExists(same.id, {
      zh: '本单位已投票；一家一票。',
      en: 'Your organization has voted; it has one vote.',
    })
  );
}
