// What is put before a conference and how it is decided: agenda items and votes.
import { anybody, named, owner, unless, why, type Fault, type Taking, type Type } from './machine';
import { isMember, votersOn } from './members';
import { dayOf } from './world';

const CHANGE = ['changedAt', 'changedByOffice', 'reason'];

export const AGENDA: Record<string, Type> = {
  AgendaItem: {
    contract: 'conference',
    singular: 'agendaItem',
    plural: 'agendaItems',
    states: [
      'PROPOSED',
      'ADMITTED',
      'DEFERRED',
      'NOT_ADMITTED',
      'REFERRED',
      'DELIBERATED',
      'ADOPTED',
      'NOT_ADOPTED',
      'HELD_OVER',
    ],
    kept: CHANGE,
    columns: [
      'conferenceId',
      'meetingId',
      'position',
      'title',
      'background',
      'proposerId',
      'proposedAt',
      'origin',
      'decisionMethod',
      'needId',
      'continuesItemId',
      'referredTo',
      'referralText',
      ...CHANGE,
    ],
    rules: {
      proposeAgendaItem: {
        by: [anybody],
        creates: true,
        under: 'conferenceId',
        to: 'PROPOSED',
        sample: () => ({ title: '开放停车位' }),
        check: faultInProposal,
        change: ({ asker, world, row }) => ({
          proposerId: asker.organization,
          proposedAt: world.now,
          origin: row.origin ?? (row.needId ? 'ESCALATED_NEED' : 'PROPOSED_BY_ORGANIZATION'),
        }),
        effect: tellNeed,
      },
      updateAgendaItem: { by: [owner, named('proposerId')], states: ['PROPOSED'] },
      admitAgendaItem: {
        by: [owner],
        states: ['PROPOSED'],
        to: 'ADMITTED',
        sample: ({ world, row }) => ({
          meetingId: world.of('Meeting', { conferenceId: row.conferenceId })[0]?.id,
          decisionMethod: 'CONSENSUS',
        }),
        check: faultInAdmission,
      },
      deferAgendaItem: { by: [owner], states: ['PROPOSED'], to: 'DEFERRED', ...why },
      declineAgendaItem: { by: [owner], states: ['PROPOSED'], to: 'NOT_ADMITTED', ...why },
      referAgendaItem: {
        by: [owner],
        states: ['PROPOSED'],
        to: 'REFERRED',
        sample: () => ({ referredTo: 'HOTLINE_12345' }),
      },
      deliberateAgendaItem: {
        by: [owner],
        states: ['ADMITTED'],
        to: 'DELIBERATED',
        check: ({ world, row }) => unless(world.row(row.meetingId), ['HELD']),
      },
      adoptAgendaItem: { by: [owner], states: ['DELIBERATED'], to: 'ADOPTED', check: notCarried },
      rejectAgendaItem: { by: [owner], states: ['DELIBERATED'], to: 'NOT_ADOPTED', ...why },
      holdOverAgendaItem: { by: [owner], states: ['DELIBERATED'], to: 'HELD_OVER', ...why },
    },
  },
  Vote: {
    contract: 'conference',
    singular: 'vote',
    plural: 'votes',
    columns: ['agendaItemId', 'organizationId', 'choice', 'castAt'],
    rules: {
      castVote: {
        by: [anybody],
        creates: true,
        under: 'agendaItemId',
        states: ['DELIBERATED'],
        sample: () => ({ choice: 'FOR' }),
        check: faultInVote,
        change: ({ world, asker }) => ({ organizationId: asker.organization, castAt: world.now }),
      },
    },
  },
};

function faultInProposal({ world, parent, asker, input }: Taking): Fault | string | null {
  const isSent = asker.kind === 'service' && asker.scopes.includes('outbox');
  if (input.needId && !(isSent && world.row(input.needId).home === asker.organization)) return 'NOT_ALLOWED';
  if (!input.needId && !isMember(world, parent!.id, asker.organization, world.today)) return 'NOT_ALLOWED';
  return input.continuesItemId ? unless(world.row(input.continuesItemId), ['DEFERRED', 'HELD_OVER']) : null;
}

function tellNeed({ world, row }: Taking): void {
  if (row.needId)
    world.messages.push({
      from: row.home,
      mutation: 'linkEscalatedNeed',
      input: { id: row.needId, agendaItemId: row.id },
    });
}

function faultInAdmission({ world, row, input }: Taking): Fault | string | null {
  const meeting = world.find(input.meetingId);
  if (meeting?.type !== 'Meeting' || meeting.home !== row.home || meeting.conferenceId !== row.conferenceId)
    return 'INVALID_INPUT';
  const isLate = meeting.agendaDueOn != null && dayOf(row.proposedAt) > meeting.agendaDueOn;
  return unless(meeting, ['SCHEDULED', 'NOTIFIED']) ?? (isLate && !input.reason ? 'INVALID_INPUT' : null);
}

/** By vote more than half of those cast, by consensus nobody against. */
function notCarried({ world, row }: Taking) {
  const votes = world.of('Vote', { agendaItemId: row.id });
  const of = (choice: string) => votes.filter((vote) => vote.choice === choice).length;
  const isCarried =
    row.decisionMethod === 'VOTE' ? of('FOR') > votes.length - of('FOR') : of('AGAINST') === 0;
  return !isCarried && 'INCOMPLETE';
}

function faultInVote({ world, parent, asker }: Taking): string | null {
  const { id, meetingId, conferenceId, decisionMethod } = parent!;
  if (decisionMethod !== 'VOTE') return 'INCOMPLETE';
  const meeting = world.row(meetingId);
  const isVoter = votersOn(world, conferenceId, dayOf(meeting.startsAt)).includes(asker.organization);
  const attended = world.of('Attendance', { meetingId, organizationId: asker.organization })[0];
  if (!isVoter || !['PRESENT', 'LATE'].includes(attended?.status)) return 'NOT_ALLOWED';
  return world.of('Vote', { agendaItemId: id, organizationId: asker.organization }).length > 0
    ? 'ALREADY_EXISTS'
    : null;
}
