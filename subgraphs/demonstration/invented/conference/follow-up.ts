// Makes the rows that follow a made-up meeting: resolutions, their assignments, reports and supervision.
import { AgendaItem } from '../../../conference/agenda-item/agenda-item';
import { Assignment, type AssignmentState } from '../../../conference/assignment/assignment';
import { ProgressReport, type ReportOutcome } from '../../../conference/assignment/progress-report';
import type { SupervisionLevel } from '../../../conference/assignment/supervision-level';
import { SupervisionRecord } from '../../../conference/assignment/supervision-record';
import { Meeting } from '../../../conference/meeting/meeting';
import { Resolution, type ResolutionState } from '../../../conference/resolution/resolution';
import { addDays } from '../../../kit/clock';
import type { Row } from '../../rows';
import { timeOn } from '../office-days';
import { idOf, make, type Conference, type MeetingPlan } from './proceedings';

export interface ResolutionPlan {
  /** Key of the agenda item that it decides, whose title it takes. */
  item: string;
  text: string;
  state: keyof typeof ResolutionState;
  dueOn: string | null;
  assignments: AssignmentPlan[];
}

export interface AssignmentPlan {
  responsible: string;
  beneficiary: string;
  text: string;
  textEn: string;
  state: keyof typeof AssignmentState;
  /** Null for what has no end: no later day turns it into a delay. */
  dueOn: string | null;
  submittedOn?: string;
  confirmedOn?: string;
  /** What carries it out, where that is known. */
  needId?: string;
  taskId?: string;
  projectId?: string;
  reports?: ReportPlan[];
  supervision?: [level: keyof typeof SupervisionLevel, issuedOn: string, text: string][];
}

export interface ReportPlan {
  day: string;
  text: string;
  percentComplete: number;
  outcome: keyof typeof ReportOutcome;
  /** Day of the confirmation or return. */
  decidedOn?: string;
  reason?: string;
}

export function resolutionRows(conference: Conference, meeting: MeetingPlan, plans: ResolutionPlan[]): Row[] {
  return plans.flatMap((plan, i) => [
    resolutionRow(conference, meeting, plan, i + 1),
    ...plan.assignments.flatMap((assignment, j) =>
      assignmentRows(conference, meeting, assignment, `${meeting.key}:${plan.item}:${j + 1}`, plan.item),
    ),
  ]);
}

function resolutionRow(
  conference: Conference,
  meeting: MeetingPlan,
  plan: ResolutionPlan,
  serial: number,
): Row {
  const item = meeting.items.find(({ key }) => key === plan.item)!;
  const key = `${meeting.key}:${plan.item}`;
  return make(Resolution, conference, key, {
    meetingId: idOf(Meeting, conference, meeting.key),
    agendaItemId: idOf(AgendaItem, conference, key),
    number: `${meeting.number}-${serial}`,
    title: item.title,
    titleEn: item.titleEn,
    text: plan.text,
    state: plan.state,
    adoptedOn: meeting.day,
    dueOn: plan.dueOn,
    changedAt: timeOn(lastDayOf(meeting, plan), '16:30'),
    changedByOffice: '联席会议办公室',
  });
}

/** A resolution last changed with the latest of its assignments. */
function lastDayOf(meeting: MeetingPlan, { assignments }: ResolutionPlan): string {
  return assignments
    .map((assignment) => changeDay(meeting, assignment))
    .reduce((late, day) => (day > late ? day : late), meeting.day);
}

function changeDay(
  { day }: MeetingPlan,
  { confirmedOn, submittedOn, state, reports = [] }: AssignmentPlan,
): string {
  if (state === 'RETURNED') return reports.at(-1)?.decidedOn ?? day;
  if (state === 'IN_PROGRESS') return reports[0]?.day ?? day;
  return confirmedOn ?? submittedOn ?? addDays(day, 2);
}

function assignmentRows(
  conference: Conference,
  meeting: MeetingPlan,
  plan: AssignmentPlan,
  key: string,
  item: string,
): Row[] {
  const { responsible, beneficiary, reports = [], supervision = [], ...values } = plan;
  const assignment = make(Assignment, conference, key, {
    ...values,
    resolutionId: idOf(Resolution, conference, `${meeting.key}:${item}`),
    responsibleId: responsible,
    beneficiaryId: beneficiary,
    changedAt: timeOn(changeDay(meeting, plan), '15:00'),
    changedByOffice: '办公室',
  });
  return [
    assignment,
    ...reports.map((report, i) => reportRow(conference, assignment, report, `${key}:${i + 1}`)),
    ...supervision.map((record, i) => supervisionRow(conference, assignment, record, `${key}:${i + 1}`)),
  ];
}

function reportRow(
  conference: Conference,
  assignment: Row,
  { day, decidedOn, ...values }: ReportPlan,
  key: string,
): Row {
  return make(ProgressReport, conference, key, {
    ...values,
    assignmentId: assignment.values.id,
    reportedAt: timeOn(day, '10:00'),
    reportedByOffice: '办公室',
    decidedAt: decidedOn ? timeOn(decidedOn, '15:00') : null,
    decidedByOffice: decidedOn ? '受益方办公室' : null,
  });
}

function supervisionRow(
  conference: Conference,
  assignment: Row,
  [level, issuedOn, text]: [string, string, string],
  key: string,
): Row {
  return make(SupervisionRecord, conference, key, {
    level,
    issuedOn,
    text,
    assignmentId: assignment.values.id,
    responsibleId: assignment.values.responsibleId,
    issuedByOffice: '联席会议办公室',
    replyDueOn: addDays(issuedOn, 5),
  });
}
