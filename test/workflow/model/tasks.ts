// The tasks of agreements: done by the responsible side, confirmed by the beneficiary, put off with a record, returning by periods.
import { named, owner, unless, why, type Fault, type Holder, type Taking, type Type } from './machine';
import { dayOf, plusDays, type Row, type World } from './world';

const CHANGE = ['changedAt', 'changedByOffice', 'reason'];
const OPEN = ['PLANNED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED'];
const responsible = named('responsibleId');
const beneficiary = named('beneficiaryId');
/** Who convenes the conference under which the agreement was made. */
const convener: Holder = {
  organizations: ({ conferenceId }, world) => [conferenceId ? world.row(conferenceId).home : null],
};
const SIDES = { responsibleId: 'demo-bank', beneficiaryId: 'demo-property' };

export const TASKS: Record<string, Type> = {
  AgreementTask: {
    contract: 'cobuilding',
    singular: 'agreementTask',
    plural: 'agreementTasks',
    states: ['PLANNED', 'IN_PROGRESS', 'SUBMITTED', 'CONFIRMED', 'RETURNED', 'CANCELLED'],
    kept: CHANGE,
    columns: [
      'agreementId',
      'parentId',
      'text',
      'responsibleId',
      'beneficiaryId',
      'dueOn',
      'submittedAt',
      'confirmedAt',
      'recurrence',
      'periodText',
      ...CHANGE,
    ],
    derived: { overdueDays, waitingDays },
    rules: {
      addAgreementTask: {
        by: [owner],
        creates: true,
        under: 'agreementId',
        states: ['DRAFT'],
        to: 'PLANNED',
        sample: () => ({ ...SIDES, text: '开放停车位' }),
        check: faultInSides,
      },
      assignAgreementTask: {
        by: [owner, convener],
        creates: true,
        under: 'agreementId',
        states: ['SIGNED', 'ACTIVE'],
        to: 'PLANNED',
        beside: ['assignmentId'],
        sample: () => ({ ...SIDES, text: '开放停车位' }),
        check: faultInSides,
        effect: ({ world, row, input }) => {
          const told = { id: input.assignmentId, taskId: row.id };
          if (input.assignmentId)
            world.messages.push({ from: row.home, mutation: 'linkAssignmentTask', input: told });
        },
      },
      updateAgreementTask: {
        by: [owner],
        states: ['PLANNED'],
        check: (taking) => agreementUnless(taking, ['DRAFT']) ?? faultInSides(taking),
      },
      startAgreementTask: {
        by: [responsible],
        states: ['PLANNED', 'RETURNED'],
        to: 'IN_PROGRESS',
        check: (taking) => (taking.row.recurrence ? 'INCOMPLETE' : agreementUnless(taking, ['ACTIVE'])),
      },
      submitTask: {
        by: [responsible],
        states: ['IN_PROGRESS'],
        to: 'SUBMITTED',
        change: ({ world }) => ({ submittedAt: world.now }),
      },
      confirmTask: {
        by: [beneficiary],
        states: ['SUBMITTED'],
        to: 'CONFIRMED',
        change: ({ world }) => ({ confirmedAt: world.now }),
      },
      returnTask: { by: [beneficiary], states: ['SUBMITTED'], to: 'RETURNED', ...why },
      cancelAgreementTask: { by: [owner], states: OPEN, to: 'CANCELLED', ...why },
      moveAgreementTask: {
        by: [owner],
        states: OPEN,
        sample: ({ row }) => ({ agreementId: row.agreementId }),
        check: ({ world, row, input }) => {
          const into = world.find(input.agreementId);
          return into?.home === row.home ? unless(into, ['SIGNED', 'ACTIVE']) : 'INVALID_INPUT';
        },
      },
      extendAgreementTask: {
        by: [beneficiary, owner],
        states: OPEN,
        ...why,
        sample: ({ row, world }) => ({ dueOn: plusDays(row.dueOn ?? world.today, 30), reason: '材料未到' }),
        check: ({ row, input }) => !(row.dueOn && input.dueOn > row.dueOn) && 'INVALID_INPUT',
        change: ({ row, world, input, asker, make }) => {
          const days = { oldDueOn: row.dueOn, newDueOn: input.dueOn, approvedOn: world.today };
          const record = { taskId: row.id, ...days, approvedByOffice: asker.office, reason: input.reason };
          make('DeadlineExtension', record, 'extendAgreementTask');
          return {};
        },
      },
      openTaskPeriods: {
        by: [owner],
        states: ['PLANNED'],
        beside: ['until'],
        check: faultInPeriods,
        effect: openPeriods,
      },
    },
  },
  DeadlineExtension: {
    contract: 'cobuilding',
    singular: 'deadlineExtension',
    plural: 'deadlineExtensions',
    columns: ['taskId', 'oldDueOn', 'newDueOn', 'approvedOn', 'approvedByOffice', 'reason'],
    rules: {},
  },
};

function faultInSides({ row, input }: Taking) {
  const { responsibleId, beneficiaryId } = { ...row, ...input };
  return responsibleId === beneficiaryId && 'INVALID_INPUT';
}

function agreementUnless({ world, row }: Taking, allowed: string[]): Fault | null {
  return unless(world.row(row.agreementId), allowed);
}

function faultInPeriods(taking: Taking): Fault | string | null {
  return taking.row.recurrence ? agreementUnless(taking, ['ACTIVE']) : 'INCOMPLETE';
}

function openPeriods({ world, row, input, make }: Taking): void {
  const { agreementId, text, responsibleId, beneficiaryId } = row;
  const opened = world.of('AgreementTask', { parentId: row.id }).map(({ periodText }) => periodText);
  for (const [first, last] of periodsOf(row, world.row(agreementId))) {
    const periodText = `${first} 至 ${last}`;
    if (first > (input.until ?? world.today) || opened.includes(periodText)) continue;
    const facts = {
      agreementId,
      text,
      responsibleId,
      beneficiaryId,
      parentId: row.id,
      dueOn: last,
      periodText,
    };
    make('AgreementTask', { ...facts, state: 'PLANNED' }, 'openTaskPeriods');
  }
}

const MONTHS: Record<string, number> = {
  MONTHLY: 1,
  EVERY_TWO_MONTHS: 2,
  QUARTERLY: 3,
  HALF_YEARLY: 6,
  YEARLY: 12,
};

/** First and last days, from the first day of the term on; a month without such a day begins a period on its last. */
function periodsOf({ recurrence }: Row, { effectiveFrom, effectiveTo }: Row): [string, string][] {
  const start = (n: number) =>
    recurrence === 'WEEKLY'
      ? plusDays(effectiveFrom, 7 * n)
      : plusMonths(effectiveFrom, n * MONTHS[recurrence]!);
  const periods: [string, string][] = [];
  for (let n = 0; start(n) <= effectiveTo; n++)
    periods.push([start(n), start(n + 1) <= effectiveTo ? plusDays(start(n + 1), -1) : effectiveTo]);
  return periods;
}

function plusMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth.getUTCDate())))
    .toISOString()
    .slice(0, 10);
}

/** What the graph derives: days past the due day of what is neither confirmed nor cancelled. */
function overdueDays({ state, dueOn }: Row, world: World): number | null {
  if (!dueOn || !OPEN.includes(state!) || dueOn >= world.today) return null;
  return (Date.parse(world.today) - Date.parse(dueOn)) / 86_400_000;
}

function waitingDays({ state, submittedAt }: Row, world: World): number | null {
  return state === 'SUBMITTED'
    ? (Date.parse(world.today) - Date.parse(dayOf(submittedAt))) / 86_400_000
    : null;
}
