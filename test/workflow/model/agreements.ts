// Co-building agreements: drafted, confirmed by all their signatories, in force, ended, evaluated and archived.
import { anybody, named, owner, unless, why, type Fault, type Taking, type Type } from './machine';
import { type Row, type World } from './world';

const CHANGE = ['changedAt', 'changedByOffice', 'reason'];
const IN_FORCE = ['ACTIVE', 'SUSPENDED'];
const OPEN_TASK = ['PLANNED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED'];
const signatory = named('organizationId');

export const AGREEMENTS: Record<string, Type> = {
  CoBuildingAgreement: {
    contract: 'cobuilding',
    singular: 'coBuildingAgreement',
    plural: 'coBuildingAgreements',
    states: [
      'DRAFT',
      'UNDER_CONFIRMATION',
      'SIGNED',
      'ACTIVE',
      'SUSPENDED',
      'EXPIRED',
      'TERMINATED',
      'ARCHIVED',
    ],
    kept: CHANGE,
    columns: [
      'title',
      'kind',
      'effectiveFrom',
      'effectiveTo',
      'purpose',
      'conferenceId',
      'renewsAgreementId',
      'signedOn',
      ...CHANGE,
    ],
    rules: {
      createCoBuildingAgreement: {
        by: [owner],
        creates: true,
        to: 'DRAFT',
        sample: ({ world }) => ({
          title: '共建协议',
          kind: 'CO_BUILDING_AGREEMENT',
          effectiveFrom: world.today,
          effectiveTo: `${Number(world.today.slice(0, 4)) + 1}-01-31`,
        }),
        check: faultInFacts,
      },
      updateCoBuildingAgreement: { by: [owner], states: ['DRAFT'], check: faultInFacts },
      submitCoBuildingAgreement: {
        by: [owner],
        states: ['DRAFT'],
        to: 'UNDER_CONFIRMATION',
        check: unfinished,
        effect: askAnew,
      },
      activateCoBuildingAgreement: { by: [owner], states: ['SIGNED'], to: 'ACTIVE', check: outsideTerm },
      suspendCoBuildingAgreement: { by: [owner], states: ['ACTIVE'], to: 'SUSPENDED', ...why },
      resumeCoBuildingAgreement: { by: [owner], states: ['SUSPENDED'], to: 'ACTIVE', check: outsideTerm },
      expireCoBuildingAgreement: {
        by: [owner],
        states: IN_FORCE,
        to: 'EXPIRED',
        check: ({ world, row }) => !(row.effectiveTo && row.effectiveTo < world.today) && 'WRONG_TIME',
      },
      archiveCoBuildingAgreement: {
        by: [owner],
        states: ['EXPIRED', 'TERMINATED'],
        to: 'ARCHIVED',
        check: ({ world, row }) =>
          world.of('Evaluation', { agreementId: row.id }).length === 0 && 'INCOMPLETE',
      },
    },
  },
  AgreementSignatory: {
    contract: 'cobuilding',
    singular: 'agreementSignatory',
    plural: 'agreementSignatories',
    columns: [
      'agreementId',
      'organizationId',
      'role',
      'confirmedOn',
      'returnedOn',
      'returnedReason',
      'terminationAgreedOn',
      'signedByOffice',
    ],
    rules: {
      addAgreementSignatory: {
        by: [owner],
        creates: true,
        under: 'agreementId',
        states: ['DRAFT'],
        sample: () => ({ organizationId: 'demo-property', role: 'PARTICIPANT' }),
        check: ({ world, parent, row }) =>
          world.of('AgreementSignatory', { agreementId: parent!.id, organizationId: row.organizationId })
            .length > 0 && 'ALREADY_EXISTS',
      },
      confirmAgreement: {
        by: [signatory],
        of: 'agreementId',
        states: ['UNDER_CONFIRMATION'],
        change: ({ world, asker }) => ({
          confirmedOn: world.today,
          returnedOn: null,
          signedByOffice: asker.office,
        }),
        effect: (taking) =>
          whenAll(taking, 'confirmedOn', (agreement) =>
            taking.follow(agreement, 'SIGNED', 'confirmAgreement', { signedOn: taking.world.today }),
          ),
      },
      returnAgreement: {
        by: [signatory],
        of: 'agreementId',
        states: ['UNDER_CONFIRMATION'],
        ...why,
        change: ({ world, input }) => ({
          confirmedOn: null,
          returnedOn: world.today,
          returnedReason: input.reason,
        }),
        effect: ({ world, row, follow }) => follow(world.row(row.agreementId), 'DRAFT', 'returnAgreement'),
      },
      agreeToTermination: {
        by: [signatory],
        of: 'agreementId',
        states: IN_FORCE,
        ...why,
        change: ({ world }) => ({ terminationAgreedOn: world.today }),
        effect: (taking) =>
          whenAll(taking, 'terminationAgreedOn', (agreement) => endEarly(taking, agreement)),
      },
      withdrawFromTermination: {
        by: [signatory],
        of: 'agreementId',
        states: IN_FORCE,
        change: () => ({ terminationAgreedOn: null }),
      },
    },
  },
  AgreementAmendment: {
    contract: 'cobuilding',
    singular: 'agreementAmendment',
    plural: 'agreementAmendments',
    columns: ['agreementId', 'text', 'reason', 'agreedOn', 'effectiveFrom'],
    rules: {
      proposeAgreementAmendment: {
        by: [owner],
        creates: true,
        under: 'agreementId',
        states: ['SIGNED', ...IN_FORCE],
        sample: () => ({ text: '车位增至二十个' }),
        change: ({ input }) => ({ reason: input.reason ?? null }),
      },
      confirmAgreementAmendment: { by: [anybody], check: faultInAmending, change: agreedByAll },
    },
  },
  Evaluation: {
    contract: 'cobuilding',
    singular: 'evaluation',
    plural: 'evaluations',
    columns: ['agreementId', 'year', 'evaluatorId', 'score', 'fullScore', 'grade', 'text', 'evaluatedOn'],
    rules: {
      evaluateAgreement: {
        by: [owner],
        creates: true,
        under: 'agreementId',
        states: [...IN_FORCE, 'EXPIRED', 'TERMINATED'],
        sample: ({ world }) => ({
          year: Number(world.today.slice(0, 4)),
          score: 92,
          fullScore: 100,
          grade: '优秀',
        }),
        check: faultInEvaluation,
        change: ({ world, asker }) => ({ evaluatorId: asker.organization, evaluatedOn: world.today }),
      },
    },
  },
};

function faultInFacts({ world, row, input }: Taking): Fault | string | null {
  const { effectiveFrom, effectiveTo } = { ...row, ...input };
  if (effectiveFrom && effectiveTo && effectiveTo < effectiveFrom) return 'INVALID_INPUT';
  if (!input.renewsAgreementId) return null;
  return unless(world.row(input.renewsAgreementId), ['SIGNED', 'ACTIVE', 'SUSPENDED', 'EXPIRED']);
}

function unfinished({ world, row }: Taking) {
  const signatories = world.of('AgreementSignatory', { agreementId: row.id }).length;
  const tasks = world.of('AgreementTask', { agreementId: row.id }).length;
  return !(row.effectiveFrom && row.effectiveTo && signatories >= 2 && tasks >= 1) && 'INCOMPLETE';
}

/** A draft that is submitted again is confirmed anew by all. */
function askAnew({ world, row }: Taking): void {
  for (const each of world.of('AgreementSignatory', { agreementId: row.id })) {
    Object.assign(each, { confirmedOn: null, returnedOn: null, returnedReason: null, signedByOffice: null });
    each.version += 1;
  }
}

function outsideTerm({ world, row }: Taking) {
  const { effectiveFrom, effectiveTo } = row;
  return (
    ((effectiveFrom && world.today < effectiveFrom) || (effectiveTo && world.today > effectiveTo)) &&
    'WRONG_TIME'
  );
}

function whenAll({ world, row }: Taking, column: string, then: (agreement: Row) => void): void {
  const sides = world.of('AgreementSignatory', { agreementId: row.agreementId });
  if (sides.every((side) => side[column] != null)) then(world.row(row.agreementId));
}

function endEarly({ world, follow }: Taking, agreement: Row): void {
  for (const task of world.of('AgreementTask', { agreementId: agreement.id }))
    if (OPEN_TASK.includes(task.state!)) follow(task, 'CANCELLED', 'agreeToTermination');
  follow(agreement, 'TERMINATED', 'agreeToTermination');
}

function sidesOf(world: World, { agreementId }: Row): string[] {
  return world.of('AgreementSignatory', { agreementId }).map(({ organizationId }) => organizationId);
}

function confirmedBy({ steps }: Row): string[] {
  return steps!
    .filter(({ action }) => action === 'confirmAgreementAmendment')
    .map(({ organization }) => organization);
}

function faultInAmending({ world, row, asker }: Taking): string | false {
  if (!sidesOf(world, row).includes(asker.organization)) return 'NOT_ALLOWED';
  return confirmedBy(row).includes(asker.organization) && 'ALREADY_EXISTS';
}

function agreedByAll({ world, row, asker }: Taking): Record<string, any> {
  const confirmed = [...confirmedBy(row), asker.organization];
  return sidesOf(world, row).every((side) => confirmed.includes(side)) ? { agreedOn: world.today } : {};
}

function faultInEvaluation({ world, row, parent }: Taking): string | false {
  const { score, fullScore, year } = row;
  if (score != null && fullScore != null && score > fullScore) return 'INVALID_INPUT';
  return world.of('Evaluation', { agreementId: parent!.id, year }).length > 0 && 'ALREADY_EXISTS';
}
