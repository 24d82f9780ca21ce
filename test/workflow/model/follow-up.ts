// What becomes of a decision: resolutions, their assignments, reports of progress and supervision.
import { anybody, named, owner, unless, why, type Fault, type Taking, type Type } from './machine';
import { dayOf, type Row } from './world';

const CHANGE = ['changedAt', 'changedByOffice', 'reason'];
const OPEN = ['ASSIGNED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED'];
const responsible = named('responsibleId');
/** Who gave it confirms where no beneficiary is named. */
const confirmer = { organizations: ({ beneficiaryId, home }: Row) => [beneficiaryId ?? home] };

export const FOLLOW_UP: Record<string, Type> = {
  Resolution: {
    contract: 'conference',
    singular: 'resolution',
    plural: 'resolutions',
    states: ['ADOPTED', 'ASSIGNED', 'IN_PROGRESS', 'REPORTED', 'VERIFIED', 'RETURNED', 'CLOSED'],
    kept: CHANGE,
    columns: ['meetingId', 'agendaItemId', 'number', 'title', 'text', 'adoptedOn', 'dueOn', ...CHANGE],
    rules: {
      recordResolution: {
        by: [owner],
        creates: true,
        under: 'meetingId',
        states: ['HELD', 'MINUTES_ISSUED'],
        to: 'ADOPTED',
        sample: ({ world, row }) => ({
          agendaItemId: world.of('AgendaItem', { meetingId: row.id })[0]?.id ?? world.of('AgendaItem')[0]?.id,
          title: '决议',
          text: '同意办理',
        }),
        check: faultInResolution,
        change: ({ parent }) => ({ adoptedOn: dayOf(parent!.startsAt) }),
      },
      assignResolution: {
        by: [owner],
        states: ['ADOPTED', 'RETURNED'],
        to: 'ASSIGNED',
        beside: ['assignments'],
        sample: () => ({ assignments: [{ responsibleId: 'demo-school', text: '开放操场' }] }),
        check: faultInAssignments,
        effect: makeAssignments,
      },
      verifyResolution: { by: [owner], states: ['REPORTED'], to: 'VERIFIED' },
      returnResolution: { by: [owner], states: ['REPORTED'], to: 'RETURNED', ...why },
      closeResolution: { by: [owner], states: ['VERIFIED'], to: 'CLOSED' },
    },
  },
  Assignment: {
    contract: 'conference',
    singular: 'assignment',
    plural: 'assignments',
    states: ['ASSIGNED', 'IN_PROGRESS', 'SUBMITTED', 'CONFIRMED', 'RETURNED', 'CANCELLED'],
    kept: CHANGE,
    columns: [
      'resolutionId',
      'responsibleId',
      'beneficiaryId',
      'text',
      'dueOn',
      'submittedOn',
      'confirmedOn',
      'taskId',
      'projectId',
      'needId',
      ...CHANGE,
    ],
    rules: {
      startAssignment: {
        by: [responsible],
        states: ['ASSIGNED', 'RETURNED'],
        to: 'IN_PROGRESS',
        effect: followAssignments,
      },
      submitAssignment: {
        by: [responsible],
        states: ['IN_PROGRESS'],
        to: 'SUBMITTED',
        beside: ['text'],
        sample: () => ({ text: '已按要求办理' }),
        check: ({ input }) => !input.text && 'INVALID_INPUT',
        change: ({ world }) => ({ submittedOn: world.today }),
        effect: keepReport,
      },
      confirmAssignment: {
        by: [confirmer],
        states: ['SUBMITTED'],
        to: 'CONFIRMED',
        change: ({ world }) => ({ confirmedOn: world.today }),
        effect: (taking) => decide(taking, 'CONFIRMED'),
      },
      returnAssignment: {
        by: [confirmer],
        states: ['SUBMITTED'],
        to: 'RETURNED',
        ...why,
        effect: (taking) => decide(taking, 'RETURNED'),
      },
      cancelAssignment: { by: [owner], states: OPEN, to: 'CANCELLED', ...why, effect: followAssignments },
      linkAssignmentTask: {
        by: [anybody],
        sample: () => ({ taskId: 'demo-community.agreement-task.00000000000000000000000009' }),
        check: faultInLink,
      },
    },
  },
  ProgressReport: {
    contract: 'conference',
    singular: 'progressReport',
    plural: 'progressReports',
    columns: [
      'assignmentId',
      'reportedAt',
      'reportedByOffice',
      'text',
      'percentComplete',
      'outcome',
      'decidedAt',
      'decidedByOffice',
      'reason',
    ],
    rules: {
      reportProgress: {
        by: [responsible],
        creates: true,
        under: 'assignmentId',
        states: ['ASSIGNED', 'IN_PROGRESS', 'RETURNED'],
        sample: () => ({ text: '正在办理', percentComplete: 40 }),
        check: ({ input }) => input.percentComplete > 100 && 'INVALID_INPUT',
        change: ({ world, asker }) => ({
          reportedAt: world.now,
          reportedByOffice: asker.office,
          outcome: 'NOTED',
        }),
      },
    },
  },
  SupervisionRecord: {
    contract: 'conference',
    singular: 'supervisionRecord',
    plural: 'supervisionRecords',
    columns: [
      'assignmentId',
      'responsibleId',
      'level',
      'issuedOn',
      'issuedByOffice',
      'text',
      'replyDueOn',
      'liftedOn',
    ],
    rules: {
      issueSupervision: {
        by: [owner],
        creates: true,
        under: 'assignmentId',
        states: OPEN,
        sample: () => ({ level: 'REMINDER', text: '请按期办理' }),
        change: ({ parent, world, asker }) => ({
          responsibleId: parent!.responsibleId,
          issuedOn: world.today,
          issuedByOffice: asker.office,
        }),
      },
      liftSupervision: {
        by: [owner],
        check: ({ row }) => row.liftedOn != null && 'ALREADY_EXISTS',
        change: ({ world }) => ({ liftedOn: world.today }),
      },
    },
  },
};

function faultInResolution({ world, row, parent }: Taking): Fault | string | null {
  const item = world.find(row.agendaItemId);
  if (item?.type !== 'AgendaItem' || item.meetingId !== parent!.id) return 'INVALID_INPUT';
  return unless(item, ['ADOPTED']);
}

function faultInAssignments({ input: { assignments } }: Taking) {
  const isSound = (assignment: Record<string, any>) =>
    assignment.text &&
    assignment.responsibleId !== assignment.beneficiaryId &&
    !(assignment.agreementId && !assignment.beneficiaryId);
  return !(assignments.length > 0 && assignments.every(isSound)) && 'INVALID_INPUT';
}

function makeAssignments({ world, row, input, make }: Taking): void {
  for (const { agreementId, ...facts } of input.assignments) {
    const { responsibleId, beneficiaryId = null, text, dueOn = row.dueOn } = facts;
    const { id } = make(
      'Assignment',
      { ...facts, dueOn, resolutionId: row.id, state: 'ASSIGNED' },
      'assignResolution',
    );
    if (!agreementId) continue;
    const task = { agreementId, assignmentId: id, responsibleId, beneficiaryId, text, dueOn };
    world.messages.push({ from: row.home, mutation: 'assignAgreementTask', input: task });
  }
}

/** A resolution is reported when all that it asked is settled, and in progress as soon as something was begun. */
function followAssignments({ world, row, follow }: Taking): void {
  const resolution = world.row(row.resolutionId);
  const states = world.of('Assignment', { resolutionId: resolution.id }).map(({ state }) => state!);
  const all = (...settled: string[]) => states.every((state) => settled.includes(state));
  const to = all('CONFIRMED', 'CANCELLED')
    ? 'REPORTED'
    : all('ASSIGNED', 'CANCELLED')
      ? 'ASSIGNED'
      : 'IN_PROGRESS';
  const isUnderWay = ['ASSIGNED', 'IN_PROGRESS', 'REPORTED'].includes(resolution.state!);
  if (isUnderWay && to !== resolution.state) follow(resolution, to, 'followAssignments');
}

function keepReport({ world, row, input, asker, make }: Taking): void {
  const reported = { reportedAt: world.now, reportedByOffice: asker.office, text: input.text };
  make(
    'ProgressReport',
    { assignmentId: row.id, ...reported, percentComplete: 100, outcome: 'PENDING' },
    'submitAssignment',
  );
}

function decide(taking: Taking, outcome: string): void {
  const { world, row, asker, input } = taking;
  for (const report of world.of('ProgressReport', { assignmentId: row.id, outcome: 'PENDING' }))
    Object.assign(report, {
      outcome,
      decidedAt: world.now,
      decidedByOffice: asker.office,
      reason: input.reason ?? null,
    });
  followAssignments(taking);
}

function faultInLink({ row, input, asker }: Taking): string | false {
  const home = String(input.taskId).startsWith('?') ? asker.organization : input.taskId.split('.')[0];
  if (home !== asker.organization) return 'NOT_ALLOWED';
  if (row.taskId != null && row.taskId !== input.taskId) return 'ALREADY_EXISTS';
  return (row.projectId != null || row.needId != null) && 'INVALID_INPUT';
}
