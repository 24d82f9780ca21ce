// The nouns of the contract `conference`.
import type { Contract } from '../kit/federated-schema';
import { AgendaItem } from './agenda-item/agenda-item';
import { Vote } from './agenda-item/vote';
import { Assignment } from './assignment/assignment';
import { ProgressReport } from './assignment/progress-report';
import { SupervisionRecord } from './assignment/supervision-record';
import { ConferenceMembership } from './conference-membership/conference-membership';
import { AgreementTask, conference, JointProject, Need, Organization } from './contract';
import { JointConference } from './joint-conference/joint-conference';
import { LeadingGroup } from './leading-group/leading-group';
import { LeadingGroupMember } from './leading-group/leading-group-member';
import { Attendance } from './meeting/attendance';
import { Meeting } from './meeting/meeting';
import { MeetingMinutes } from './meeting/meeting-minutes';
import { Resolution } from './resolution/resolution';
import { conferenceMachines } from './workflow/machines';

export const conferenceContract: Contract = {
  ...conference,
  nouns: [
    JointConference,
    ConferenceMembership,
    LeadingGroup,
    LeadingGroupMember,
    Meeting,
    MeetingMinutes,
    Attendance,
    AgendaItem,
    Vote,
    Resolution,
    Assignment,
    ProgressReport,
    SupervisionRecord,
  ],
  extended: [Organization, Need, AgreementTask, JointProject],
  machines: conferenceMachines,
};
