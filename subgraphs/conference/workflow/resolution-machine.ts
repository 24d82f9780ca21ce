// What may be done with a resolution: recorded of an adopted item, assigned, and verified once its assignments are done.
import { createMachine, type Step } from '../../kit/workflow/machine';
import { dayAt } from '../../kit/clock';
import type { Refusal } from '../../kit/workflow/refusal';
import { owner } from '../../kit/workflow/role';
import { invalidInput, notAllowedInState } from '../../kit/workflow/sentences';
import { AgendaItem } from '../agenda-item/agenda-item';
import type { Meeting } from '../meeting/meeting';
import { Resolution, ResolutionState } from '../resolution/resolution';
import { AssignmentInput, faultInAssignments, makeAssignments } from './new-assignments';

const who = [owner];
const SITTING = ['HELD', 'MINUTES_ISSUED'];

export const resolutionMachine = createMachine<Resolution>(Resolution, {
  states: ResolutionState,
  // They follow from its assignments.
  followed: ['IN_PROGRESS', 'REPORTED'],
  creations: {
    recordResolution: {
      description: '就通过的议题登记决议。 Records what was resolved on an adopted item.',
      under: 'meetingId',
      to: 'ADOPTED',
      who,
      requires: ['agendaItemId'],
      takes: ['number', 'title', 'titleEn', 'text', 'dueOn'],
      check: faultInResolution,
      change: ({ parent }) => ({ adoptedOn: dayAt(new Date((parent as Meeting).startsAt)) }),
    },
  },
  transitions: {
    assignResolution: {
      description:
        '交办：每项交给一个责任单位，指向落实它的任务、项目或需求；退回的再交办。 Assigns it: each assignment to one organization, pointing at the task, project or need that carries it out.',
      from: ['ADOPTED', 'RETURNED'],
      to: 'ASSIGNED',
      who,
      more: {
        assignments: {
          type: () => [AssignmentInput],
          required: true,
          description: '交办事项，1 至 50 项。 The assignments, 1 to 50.',
        },
      },
      check: faultInAssignments,
      effects: makeAssignments,
    },
    verifyResolution: {
      description: '核实已落实。 Verifies that it was carried out.',
      from: ['REPORTED'],
      to: 'VERIFIED',
      who,
    },
    returnResolution: {
      description: '退回重办，须写原因。 Returns it to be done again, with a reason.',
      from: ['REPORTED'],
      to: 'RETURNED',
      who,
      reasonRequired: true,
    },
    closeResolution: { description: '办结。 Closes it.', from: ['VERIFIED'], to: 'CLOSED', who },
  },
});

async function faultInResolution({ manager, row, parent }: Step<Resolution>): Promise<Refusal | null> {
  const meeting = parent as Meeting;
  if (!SITTING.includes(meeting.state)) return notAllowedInState(meeting.id, meeting.state, SITTING);
  const item = await manager.findOneByOrFail(AgendaItem, { id: row.agendaItemId! });
  if (item.meetingId !== meeting.id)
    return invalidInput('agendaItemId', {
      zh: '应为本次会议的议题。',
      en: 'expected an item of this meeting.',
    });
  return item.state === 'ADOPTED' ? null : notAllowedInState(item.id, item.state, ['ADOPTED']);
}
