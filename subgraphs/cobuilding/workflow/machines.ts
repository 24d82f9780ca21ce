// The machines of the contract `cobuilding`.
import type { Machine } from '../../kit/workflow/machine';
import {
  activityPartnerMachine,
  activityRequirementMachine,
  jointActivityMachine,
} from './activity-machines';
import { agreementMachine } from './agreement-machine';
import { amendmentMachine, evaluationMachine } from './agreement-record-machines';
import { agreementTaskMachine } from './agreement-task-machine';
import { contributionMachine, fundingShareMachine } from './contribution-machines';
import { indicatorMachine, surveyResultMachine } from './figure-machines';
import { publicNoticeMachine } from './notice-machine';
import {
  committeeSeatMachine,
  communityBrandMachine,
  crossAppointmentMachine,
  officeMachine,
  organizationPairingMachine,
} from './office-machines';
import { pledgeMachine } from './pledge-machine';
import { jointProjectMachine } from './project-machine';
import { signatoryMachine } from './signatory-machine';
import { goodsDonationMachine, serviceItemMachine, serviceStationMachine } from './station-machines';

export const cobuildingMachines: Machine[] = [
  agreementMachine,
  signatoryMachine,
  amendmentMachine,
  evaluationMachine,
  agreementTaskMachine,
  jointProjectMachine,
  contributionMachine,
  fundingShareMachine,
  jointActivityMachine,
  activityRequirementMachine,
  activityPartnerMachine,
  pledgeMachine,
  publicNoticeMachine,
  indicatorMachine,
  surveyResultMachine,
  officeMachine,
  committeeSeatMachine,
  crossAppointmentMachine,
  organizationPairingMachine,
  communityBrandMachine,
  serviceStationMachine,
  serviceItemMachine,
  goodsDonationMachine,
];
