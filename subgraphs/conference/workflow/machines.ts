// The machines of the contract `conference`.
import type { Machine } from '../../kit/workflow/machine';
import { agendaItemMachine } from './agenda-item-machine';
import { assignmentMachine } from './assignment-machine';
import { attendanceMachine } from './attendance-machine';
import { conferenceMembershipMachine, jointConferenceMachine } from './conference-machines';
import { progressReportMachine, supervisionRecordMachine } from './follow-up-machines';
import { meetingMachine } from './meeting-machine';
import { resolutionMachine } from './resolution-machine';
import { voteMachine } from './vote-machine';

export const conferenceMachines: Machine[] = [
  jointConferenceMachine,
  conferenceMembershipMachine,
  meetingMachine,
  attendanceMachine,
  agendaItemMachine,
  voteMachine,
  resolutionMachine,
  assignmentMachine,
  progressReportMachine,
  supervisionRecordMachine,
];
