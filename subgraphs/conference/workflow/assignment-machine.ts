// What may be done with an assignment: carried out by the responsible side, confirmed or returned by the other.
import { homeOf } from '../../../schema/id';
import { createMachine, type InputField, type Step } from '../../kit/workflow/machine';
import { faultInText } from '../../kit/workflow/read-values';
import { refusalOf, NotAllowed, type Refusal } from '../../kit/workflow/refusal';
import { anyOrganization, named, owner, type Role } from '../../kit/workflow/role';
import { alreadyExists, invalidInput } from '../../kit/workflow/sentences';
import { Assignment, AssignmentState } from '../assignment/assignment';
import { ProgressReport } from '../assignment/progress-report';
import { followAssignments } from './follow-assignments';

export const responsible = named<Assignment>('responsibleId', {
  zh: '责任单位',
  en: 'the responsible organization',
});
/** Who gave it confirms where no beneficiary is named. */
const confirmer: Role<Assignment> = {
  zh: '受益单位，未写明则召集单位',
  en: 'the beneficiary, or the convener where none is named',
  holds: ({ organization }, { beneficiaryId, home }) => organization === (beneficiaryId ?? home),
};
const OPEN = ['ASSIGNED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED'];
const REPORT: Record<string, InputField> = {
  text: {
    type: () => String,
    required: true,
    description: '办理情况，最多 2000 字。 What was done, at most 2000 characters.',
  },
};

export const assignmentMachine = createMachine<Assignment>(Assignment, {
  states: AssignmentState,
  // A resolution makes them.
  followed: ['ASSIGNED'],
  creations: {},
  transitions: {
    startAssignment: {
      description: '开始办理；退回的重新办理。 Starts an assignment, or starts again what was returned.',
      from: ['ASSIGNED', 'RETURNED'],
      to: 'IN_PROGRESS',
      who: [responsible],
      effects: followAssignments,
    },
    submitAssignment: {
      description:
        '责任单位报完成，待确认。 The responsible side reports completion; the other side confirms.',
      from: ['IN_PROGRESS'],
      to: 'SUBMITTED',
      who: [responsible],
      more: REPORT,
      check: ({ input }) => faultInText('text', input.text as string, { max: 2000, required: true }),
      change: ({ today }) => ({ submittedOn: today }),
      effects: keepReport,
    },
    confirmAssignment: {
      description: '确认已办。 Confirms that it was done.',
      from: ['SUBMITTED'],
      to: 'CONFIRMED',
      who: [confirmer],
      change: ({ today }) => ({ confirmedOn: today }),
      effects: async (step) => {
        await decideReports(step, 'CONFIRMED');
        await followAssignments(step);
      },
    },
    returnAssignment: {
      description: '退回重办，须写原因。 Returns it to be done again, with a reason.',
      from: ['SUBMITTED'],
      to: 'RETURNED',
      who: [confirmer],
      reasonRequired: true,
      effects: async (step) => {
        await decideReports(step, 'RETURNED');
        await followAssignments(step);
      },
    },
    cancelAssignment: {
      description: '取消交办，须写原因。 Cancels an assignment, with a reason.',
      from: OPEN,
      to: 'CANCELLED',
      who: [owner],
      reasonRequired: true,
      effects: followAssignments,
    },
    linkAssignmentTask: {
      description:
        '任务的登记方告知：此交办由哪项任务落实。 The keeper of the task tells which task carries it out.',
      who: [anyOrganization],
      requires: ['taskId'],
      check: faultInLink,
    },
  },
});

function faultInLink({ row, values, actor }: Step<Assignment>): Refusal | null {
  if (homeOf(values.taskId!) !== actor.organization)
    return refusalOf(NotAllowed, 'NOT_ALLOWED', {
      zh: '只有任务的登记方可以告知。',
      en: 'Only the keeper of the task may tell this.',
    });
  if (row.taskId && row.taskId !== values.taskId)
    return alreadyExists(row.taskId, { zh: '已由另一任务落实。', en: 'Another task carries it out.' });
  if (!row.projectId && !row.needId) return null;
  return invalidInput('taskId', { zh: '此交办指向项目或需求。', en: 'it points at a project or a need.' });
}

async function keepReport({ row, input, now, actor, make }: Step<Assignment>): Promise<void> {
  const reported = { reportedAt: now, reportedByOffice: actor.office, text: input.text };
  const values = { assignmentId: row.id, ...reported, percentComplete: 100, outcome: 'PENDING' };
  await make({ noun: ProgressReport, values, action: 'submitAssignment' });
}

async function decideReports(
  { manager, row, now, actor, input }: Step<Assignment>,
  outcome: 'CONFIRMED' | 'RETURNED',
): Promise<void> {
  const decided = { decidedAt: now, decidedByOffice: actor.office, updatedAt: now };
  const reason = (input.reason as string | undefined) ?? null;
  await manager.update(
    ProgressReport,
    { assignmentId: row.id, outcome: 'PENDING' },
    { ...decided, outcome, reason },
  );
}
