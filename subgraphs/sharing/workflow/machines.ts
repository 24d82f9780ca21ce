// The machines of the contract `sharing`.
import type { Machine } from '../../kit/workflow/machine';
import { bookingMachine } from './booking-machine';
import { calendarDayMachine } from './calendar-machine';
import { courseMachine, courseSessionMachine } from './course-machines';
import { needClaimMachine } from './need-claim-machine';
import { needMachine } from './need-machine';
import { liaisonOfficeMachine, volunteerTeamMachine } from './office-machines';
import { annualPlanMachine, planMeasureMachine } from './plan-machines';
import { sharedResourceMachine } from './shared-resource-machine';

export const sharingMachines: Machine[] = [
  sharedResourceMachine,
  bookingMachine,
  needMachine,
  needClaimMachine,
  annualPlanMachine,
  planMeasureMachine,
  courseMachine,
  courseSessionMachine,
  liaisonOfficeMachine,
  volunteerTeamMachine,
  calendarDayMachine,
];
