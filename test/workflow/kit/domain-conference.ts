// The state machines of `conference` as the domain's page words them, written by hand.
import { why, type DomainMachine } from './domain-table';

export const CONFERENCE: DomainMachine[] = [
  {
    type: 'Meeting',
    singular: 'meeting',
    states: ['SCHEDULED', 'NOTIFIED', 'HELD', 'MINUTES_ISSUED', 'CANCELLED'],
    steps: {
      notifyMeeting: { by: 'owner', from: ['SCHEDULED'], to: 'NOTIFIED' },
      holdMeeting: { by: 'owner', from: ['NOTIFIED'], to: 'HELD' },
      issueMinutes: { by: 'owner', from: ['HELD'], to: 'MINUTES_ISSUED', input: { minutesTitle: '纪要' } },
      cancelMeeting: { by: 'owner', from: ['SCHEDULED', 'NOTIFIED'], to: 'CANCELLED', input: why },
    },
  },
  {
    type: 'AgendaItem',
    singular: 'agendaItem',
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
    steps: {
      admitAgendaItem: {
        by: 'owner',
        from: ['PROPOSED'],
        to: 'ADMITTED',
        input: { meetingId: 'ANOTHER', decisionMethod: 'CONSENSUS' },
      },
      deferAgendaItem: { by: 'owner', from: ['PROPOSED'], to: 'DEFERRED', input: why },
      declineAgendaItem: { by: 'owner', from: ['PROPOSED'], to: 'NOT_ADMITTED', input: why },
      referAgendaItem: {
        by: 'owner',
        from: ['PROPOSED'],
        to: 'REFERRED',
        input: { referredTo: 'HOTLINE_12345' },
      },
      deliberateAgendaItem: { by: 'owner', from: ['ADMITTED'], to: 'DELIBERATED' },
      adoptAgendaItem: { by: 'owner', from: ['DELIBERATED'], to: 'ADOPTED' },
      rejectAgendaItem: { by: 'owner', from: ['DELIBERATED'], to: 'NOT_ADOPTED', input: why },
      holdOverAgendaItem: { by: 'owner', from: ['DELIBERATED'], to: 'HELD_OVER', input: why },
    },
  },
  {
    type: 'Resolution',
    singular: 'resolution',
    states: ['ADOPTED', 'ASSIGNED', 'IN_PROGRESS', 'REPORTED', 'VERIFIED', 'RETURNED', 'CLOSED'],
    steps: {
      assignResolution: {
        by: 'owner',
        from: ['ADOPTED', 'RETURNED'],
        to: 'ASSIGNED',
        input: { assignments: [{ responsibleId: 'dongguan', text: '办理' }] },
      },
      verifyResolution: { by: 'owner', from: ['REPORTED'], to: 'VERIFIED' },
      returnResolution: { by: 'owner', from: ['REPORTED'], to: 'RETURNED', input: why },
      closeResolution: { by: 'owner', from: ['VERIFIED'], to: 'CLOSED' },
    },
  },
  {
    type: 'Assignment',
    singular: 'assignment',
    states: ['ASSIGNED', 'IN_PROGRESS', 'SUBMITTED', 'CONFIRMED', 'RETURNED', 'CANCELLED'],
    steps: {
      startAssignment: { by: 'other', from: ['ASSIGNED', 'RETURNED'], to: 'IN_PROGRESS' },
      submitAssignment: { by: 'other', from: ['IN_PROGRESS'], to: 'SUBMITTED', input: { text: '已办' } },
      confirmAssignment: { by: 'third', from: ['SUBMITTED'], to: 'CONFIRMED' },
      returnAssignment: { by: 'third', from: ['SUBMITTED'], to: 'RETURNED', input: why },
      cancelAssignment: {
        by: 'owner',
        from: ['ASSIGNED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED'],
        to: 'CANCELLED',
        input: why,
      },
    },
  },
];
