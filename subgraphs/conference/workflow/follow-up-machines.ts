// Records on an assignment: reports of the responsible side, and acts of supervision. Levels of supervision are records, not states.
import { createMachine, type Step } from '../../kit/workflow/machine';
import type { Refusal } from '../../kit/workflow/refusal';
import { owner, type Role } from '../../kit/workflow/role';
import { alreadyExists, invalidInput, notAllowedInState } from '../../kit/workflow/sentences';
import type { Assignment } from '../assignment/assignment';
import { ProgressReport } from '../assignment/progress-report';
import { SupervisionRecord } from '../assignment/supervision-record';
import { responsible } from './assignment-machine';

const OPEN = ['ASSIGNED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED'];
const UNDER_WAY = ['ASSIGNED', 'IN_PROGRESS', 'RETURNED'];

export const progressReportMachine = createMachine<ProgressReport>(ProgressReport, {
  creations: {
    reportProgress: {
      description: '责任单位报告进展；不改变状态。 The responsible side reports progress; the state stays.',
      under: 'assignmentId',
      who: [responsible as Role<never>],
      takes: ['text', 'percentComplete'],
      check: ({ parent, row }) =>
        notIn(parent as Assignment, UNDER_WAY) ?? faultInPercent(row.percentComplete),
      change: ({ now, actor }) => ({ reportedAt: now, reportedByOffice: actor.office, outcome: 'NOTED' }),
    },
  },
  transitions: {},
});

export const supervisionRecordMachine = createMachine<SupervisionRecord>(SupervisionRecord, {
  creations: {
    issueSupervision: {
      description:
        '督办一项未办结的交办：提醒、蓝、橙、红。 Supervises an open assignment: a reminder, blue, orange or red.',
      under: 'assignmentId',
      who: [owner],
      takes: ['level', 'text', 'replyDueOn'],
      check: ({ parent }) => notIn(parent as Assignment, OPEN),
      change: ({ parent, today, actor }) => ({
        responsibleId: (parent as Assignment).responsibleId,
        issuedOn: today,
        issuedByOffice: actor.office,
      }),
    },
  },
  transitions: {
    liftSupervision: {
      description: '解除督办。 Lifts a supervision.',
      who: [owner],
      check: liftedAlready,
      change: ({ today }) => ({ liftedOn: today }),
    },
  },
});

function notIn({ id, state }: Assignment, allowed: string[]): Refusal | null {
  return allowed.includes(state) ? null : notAllowedInState(id, state, allowed);
}

function faultInPercent(percent: number | null | undefined): Refusal | null {
  if (percent == null || percent <= 100) return null;
  return invalidInput('percentComplete', { zh: '应为 0 至 100。', en: 'expected 0 to 100.' });
}

function liftedAlready({ row }: Step<SupervisionRecord>): Refusal | null {
  if (row.liftedOn === null) return null;
  return alreadyExists(row.id, { zh: '已解除。', en: 'It was lifted already.' });
}
