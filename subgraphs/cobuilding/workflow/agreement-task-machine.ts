// What may be done with a task: planned with its agreement, done by the responsible side, confirmed by the beneficiary.
import { homeOf } from '../../../schema/id';
import { createMachine, type Step } from '../../kit/workflow/machine';
import type { Refusal } from '../../kit/workflow/refusal';
import { named, owner, type Role } from '../../kit/workflow/role';
import { incomplete, invalidInput, notAllowedInState } from '../../kit/workflow/sentences';
import { Day } from '../../kit/scalar/scalars';
import { CoBuildingAgreement } from '../agreement/co-building-agreement';
import { AgreementTask } from '../agreement-task/agreement-task';
import { DeadlineExtension } from '../agreement-task/deadline-extension';
import { TaskState } from '../agreement-task/overdue';
import { OPEN_TASK } from './open-tasks';
import { faultInPeriods, openPeriods } from './task-periods';

const responsible = named<AgreementTask>('responsibleId', {
  zh: '责任单位',
  en: 'the responsible organization',
});
const beneficiary = named<AgreementTask>('beneficiaryId', { zh: '受益单位', en: 'the beneficiary' });
const convener: Role<CoBuildingAgreement> = {
  zh: '协议所属联席会议的召集单位',
  en: 'the home of the joint conference under which the agreement was made',
  holds: ({ organization }, { conferenceId }) =>
    conferenceId !== null && homeOf(conferenceId) === organization,
};
const FACTS = [
  'text',
  'textEn',
  'workAreaId',
  'lineOfWork',
  'responsibleId',
  'beneficiaryId',
  'dueOn',
] as const;

export const agreementTaskMachine = createMachine<AgreementTask>(AgreementTask, {
  states: TaskState,
  creations: {
    addAgreementTask: {
      description: '在协议草稿中加一项任务。 Adds a task to a draft of an agreement.',
      under: 'agreementId',
      to: 'PLANNED',
      who: [owner],
      requires: ['responsibleId', 'beneficiaryId'],
      takes: ['text', 'textEn', 'workAreaId', 'lineOfWork', 'dueOn', 'recurrence'],
      check: ({ parent, row }) => notIn(parent as CoBuildingAgreement, ['DRAFT']) ?? faultInSides(row),
    },
    assignAgreementTask: {
      description:
        '联席会议决议交办的任务，列入生效中的协议；随后告知交办事项。 A task that a resolution asks for, under an agreement in force; its assignment is then told.',
      under: 'agreementId',
      to: 'PLANNED',
      who: [owner, convener as never],
      requires: ['responsibleId', 'beneficiaryId'],
      takes: ['text', 'textEn', 'dueOn'],
      more: { assignmentId: { type: () => String, description: '交办事项的编号。 Id of the assignment.' } },
      check: ({ parent, row }) =>
        notIn(parent as CoBuildingAgreement, ['SIGNED', 'ACTIVE']) ?? faultInSides(row),
      effects: ({ row, input, send }) => {
        const { assignmentId } = input;
        if (assignmentId)
          send({ mutation: 'linkAssignmentTask', input: { id: assignmentId, taskId: row.id } });
      },
    },
  },
  transitions: {
    updateAgreementTask: {
      description: '修改草稿中的任务。 Changes a task of a draft.',
      from: ['PLANNED'],
      who: [owner],
      takes: FACTS,
      check: async (step) =>
        notIn(await agreementOf(step), ['DRAFT']) ?? faultInSides({ ...step.row, ...step.values }),
    },
    startAgreementTask: {
      description: '开始办理；退回的重新办理。 Starts a task, or starts again what was returned.',
      from: ['PLANNED', 'RETURNED'],
      to: 'IN_PROGRESS',
      who: [responsible],
      check: async (step) => itselfRecurring(step) ?? notIn(await agreementOf(step), ['ACTIVE']),
    },
    submitTask: {
      description: '责任单位提交，待受益单位确认。 The responsible side submits; the beneficiary confirms.',
      from: ['IN_PROGRESS'],
      to: 'SUBMITTED',
      who: [responsible],
      check: itselfRecurring,
      change: ({ now }) => ({ submittedAt: now }),
    },
    confirmTask: {
      description: '受益单位确认。 The beneficiary confirms.',
      from: ['SUBMITTED'],
      to: 'CONFIRMED',
      who: [beneficiary],
      change: ({ now }) => ({ confirmedAt: now }),
    },
    returnTask: {
      description: '受益单位退回，须写原因。 The beneficiary returns it, with a reason.',
      from: ['SUBMITTED'],
      to: 'RETURNED',
      who: [beneficiary],
      reasonRequired: true,
    },
    cancelAgreementTask: {
      description: '取消未完的任务，须写原因。 Cancels a task that is not finished, with a reason.',
      from: OPEN_TASK,
      to: 'CANCELLED',
      who: [owner],
      reasonRequired: true,
    },
    moveAgreementTask: {
      description: '把未完的任务移到另一协议。 Moves a task that is not finished to another agreement.',
      from: OPEN_TASK,
      who: [owner],
      requires: ['agreementId'],
      check: async ({ manager, values }) =>
        notIn(await manager.findOneByOrFail(CoBuildingAgreement, { id: values.agreementId! }), [
          'SIGNED',
          'ACTIVE',
        ]),
    },
    extendAgreementTask: {
      description:
        '受益单位或协议登记方批准延期，须写原因；原定日期留存。 The beneficiary or the keeper of the agreement approves a later day, with a reason; the old day stays on record.',
      from: OPEN_TASK,
      who: [beneficiary, owner as Role<never>],
      requires: ['dueOn'],
      reasonRequired: true,
      check: faultInExtension,
      effects: keepExtension,
    },
    openTaskPeriods: {
      description:
        '为周期任务开出各期，每期一条；已开的不再开。 Opens the periods of a recurring task, a task for each; those that were opened stay.',
      from: ['PLANNED'],
      who: [owner],
      more: {
        until: {
          type: () => Day,
          description:
            '开到此日开始的一期，默认今天。 Up to the one that begins on this day; today by default.',
        },
      },
      check: faultInPeriods,
      effects: openPeriods,
    },
  },
});

function notIn({ id, state }: CoBuildingAgreement, allowed: string[]): Refusal | null {
  return state !== null && allowed.includes(state) ? null : notAllowedInState(id, state, allowed);
}

/** One side's word alone would make every task confirmed. */
function faultInSides({
  responsibleId,
  beneficiaryId,
}: Pick<AgreementTask, 'responsibleId' | 'beneficiaryId'>): Refusal | null {
  if (responsibleId !== beneficiaryId) return null;
  return invalidInput('beneficiaryId', {
    zh: '受益单位不能就是责任单位。',
    en: 'it may not be the responsible one itself.',
  });
}

function agreementOf({ manager, row }: Step<AgreementTask>): Promise<CoBuildingAgreement> {
  return manager.findOneByOrFail(CoBuildingAgreement, { id: row.agreementId });
}

function itselfRecurring({ row }: Step<AgreementTask>): Refusal | null {
  if (row.recurrence === null) return null;
  return incomplete({
    zh: '周期任务按期办理；请办理其中一期。',
    en: 'A recurring task is done period by period; take one of its periods.',
  });
}

function faultInExtension({ row, values }: Step<AgreementTask>): Refusal | null {
  if (row.dueOn !== null && values.dueOn! > row.dueOn) return null;
  return invalidInput('dueOn', { zh: '应晚于原定日期。', en: 'it must be later than the day that was set.' });
}

async function keepExtension({ row, values, today, actor, input, make }: Step<AgreementTask>): Promise<void> {
  const days = { oldDueOn: row.dueOn, newDueOn: values.dueOn, approvedOn: today };
  const facts = { taskId: row.id, ...days, approvedByOffice: actor.office, reason: input.reason };
  await make({ noun: DeadlineExtension, values: facts, action: 'extendAgreementTask' });
}
