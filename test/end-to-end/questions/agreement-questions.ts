// Models of questions 5, 6 and 7: agreements that end soon, tasks that are late, tasks that wait.
import { childrenOf, organization, page, pageWithCursor } from './answer-parts';
import { beijingDay, beijingTime, daysFromTo, shiftDay, within } from './calendar';
import { inOrder } from './in-order';
import { unitGroup } from './member-questions';
import { coverage, rowById, rowsOf, type Row, type World } from './world';

export function agreementsExpiring(world: World) {
  const soon = { first: world.today, last: shiftDay(world.today, 60) };
  const inForce = ({ state }: Row) => ['SIGNED', 'ACTIVE', 'SUSPENDED'].includes(state as string);
  const ending = rowsOf(
    world,
    'cobuilding_agreement',
    (row) => inForce(row) && within(soon, row.effectiveTo) && !isRenewed(world, row),
  );
  const node = (agreement: Row) => ({
    id: agreement.id,
    title: agreement.title,
    state: agreement.state,
    effectiveFrom: agreement.effectiveFrom,
    effectiveTo: agreement.effectiveTo,
    renewed: false,
    provenance: agreement.provenance,
    owner: organization(world, agreement.home),
    signatories: page(
      inOrder(childrenOf(world, 'cobuilding_agreement_signatory', 'agreementId', agreement), 'confirmedOn'),
      100,
      (row) => signatory(world, row),
    ),
  });
  return {
    coBuildingAgreements: {
      ...pageWithCursor(inOrder(ending, 'effectiveTo'), 100, node),
      coverage: coverage(world, 'cobuilding'),
    },
  };
}

export function tasksOverdue(world: World) {
  const open = ({ state }: Row) =>
    ['PLANNED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED'].includes(state as string);
  const late = rowsOf(
    world,
    'cobuilding_agreement_task',
    (row) => open(row) && row.dueOn !== null && row.dueOn < world.today,
  );
  const node = (task: Row) => ({
    id: task.id,
    text: task.text,
    state: task.state,
    dueOn: task.dueOn,
    overdueDays: daysFromTo(task.dueOn, world.today),
    provenance: task.provenance,
    responsible: organization(world, task.responsibleId),
    responsibleUnitGroup: unitGroup(world, task.responsibleUnitGroupId),
    beneficiary: organization(world, task.beneficiaryId),
    agreement: agreement(world, task),
  });
  return {
    agreementTasks: {
      ...pageWithCursor(inOrder(late, 'dueOn'), 100, node),
      coverage: coverage(world, 'cobuilding'),
    },
  };
}

export function tasksUnconfirmed(world: World) {
  const submitted = rowsOf(world, 'cobuilding_agreement_task', ({ state }) => state === 'SUBMITTED');
  const node = (task: Row) => ({
    id: task.id,
    text: task.text,
    dueOn: task.dueOn,
    submittedAt: beijingTime(task.submittedAt),
    waitingDays: task.submittedAt === null ? null : daysFromTo(beijingDay(task.submittedAt), world.today),
    provenance: task.provenance,
    responsible: organization(world, task.responsibleId),
    beneficiary: organization(world, task.beneficiaryId),
    agreement: agreement(world, task),
  });
  return {
    agreementTasks: {
      ...pageWithCursor(inOrder(submitted, 'submittedAt'), 100, node),
      coverage: coverage(world, 'cobuilding'),
    },
  };
}

/** By a later agreement that is past its draft. */
function isRenewed(world: World, { id }: Row): boolean {
  return rowsOf(world, 'cobuilding_agreement').some(
    ({ renewsAgreementId, state }) =>
      renewsAgreementId === id && state !== 'DRAFT' && state !== 'UNDER_CONFIRMATION',
  );
}

function signatory(world: World, { id, role, confirmedOn, organizationId, unitGroupId }: Row) {
  return {
    id,
    role,
    confirmedOn,
    organization: organization(world, organizationId),
    unitGroup: unitGroup(world, unitGroupId),
  };
}

function agreement(world: World, { agreementId }: Row) {
  const row = rowById(world, 'cobuilding_agreement', agreementId);
  return row && { id: row.id, title: row.title, owner: organization(world, row.home) };
}
