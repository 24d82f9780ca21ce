// Joint projects from their proposal to their closing, what is given to them, and who pays which share.
import { anybody, named, owner, why, type Fault, type Taking, type Type } from './machine';

const CHANGE = ['changedAt', 'changedByOffice', 'reason'];
const OPEN = ['PROPOSED', 'APPROVED', 'FUNDING', 'IN_PROGRESS', 'COMPLETED', 'ACCEPTED'];
const BEFORE_FUNDING = ['PROPOSED', 'APPROVED'];
const UNDER_WAY = ['FUNDING', 'IN_PROGRESS', 'COMPLETED', 'ACCEPTED'];

export const PROJECTS: Record<string, Type> = {
  JointProject: {
    contract: 'cobuilding',
    singular: 'jointProject',
    plural: 'jointProjects',
    states: [...OPEN, 'PUBLISHED', 'CLOSED', 'SUSPENDED', 'CANCELLED'],
    kept: CHANGE,
    columns: [
      'name',
      'leadId',
      'planned',
      'startingLine',
      'fundingScheme',
      'startsOn',
      'endsOn',
      'conferenceId',
      'needsResidentsDecision',
      'residentsDecisionOn',
      'feedback',
      ...CHANGE,
    ],
    rules: {
      proposeJointProject: {
        by: [owner],
        creates: true,
        to: 'PROPOSED',
        sample: () => ({
          name: '加装扶手',
          leadId: 'demo-property',
          planned: '5000000',
          startingLine: '1000000',
        }),
        check: faultInDays,
      },
      updateJointProject: { by: [owner], states: ['PROPOSED'], check: faultInDays },
      approveJointProject: { by: [owner], states: ['PROPOSED'], to: 'APPROVED', check: undecided },
      openProjectFunding: {
        by: [owner],
        states: ['APPROVED'],
        to: 'FUNDING',
        check: (taking) => notPosted(taking, 'APPROVAL'),
      },
      startJointProject: { by: [owner], states: ['FUNDING'], to: 'IN_PROGRESS', check: belowStartingLine },
      completeJointProject: { by: [named('leadId'), owner], states: ['IN_PROGRESS'], to: 'COMPLETED' },
      acceptJointProject: { by: [owner], states: ['COMPLETED'], to: 'ACCEPTED' },
      publishJointProject: {
        by: [owner],
        states: ['ACCEPTED'],
        to: 'PUBLISHED',
        check: (taking) => notPosted(taking, 'RESULT'),
      },
      closeJointProject: { by: [owner], states: ['PUBLISHED'], to: 'CLOSED' },
      suspendJointProject: { by: [owner], states: OPEN, to: 'SUSPENDED', ...why },
      resumeJointProject: { by: [owner], states: ['SUSPENDED'], back: true },
      cancelJointProject: { by: [owner], states: [...OPEN, 'SUSPENDED'], to: 'CANCELLED', ...why },
    },
  },
  Contribution: {
    contract: 'cobuilding',
    singular: 'contribution',
    plural: 'contributions',
    columns: [
      'projectId',
      'contributorId',
      'kind',
      'text',
      'pledged',
      'delivered',
      'pledgedQuantity',
      'deliveredQuantity',
      'unitOfMeasure',
      'freeOfCharge',
      'contributedOn',
    ],
    rules: {
      pledgeContribution: {
        by: [anybody],
        creates: true,
        under: 'projectId',
        states: ['FUNDING', 'IN_PROGRESS'],
        sample: () => ({ kind: 'MONEY', pledged: '600000' }),
        check: ({ row }) => faultInGift(row, row.pledged, row.pledgedQuantity),
        change: ({ asker }) => ({ contributorId: asker.organization }),
      },
      changePledgedContribution: {
        by: [named('contributorId')],
        of: 'projectId',
        past: BEFORE_FUNDING,
        states: ['FUNDING'],
        check: ({ row, input }) => {
          if (row.delivered != null || row.deliveredQuantity != null) return 'INCOMPLETE';
          const { pledged, pledgedQuantity } = { ...row, ...input };
          return faultInGift({ ...row, ...input }, pledged, pledgedQuantity);
        },
      },
      confirmDelivery: {
        by: [owner],
        of: 'projectId',
        past: BEFORE_FUNDING,
        states: UNDER_WAY,
        sample: ({ row }) =>
          row.kind === 'MONEY' ? { delivered: row.pledged } : { deliveredQuantity: row.pledgedQuantity },
        check: ({ row, input }) => {
          const { delivered, deliveredQuantity } = { ...row, ...input };
          return faultInGift(row, delivered, deliveredQuantity);
        },
        change: ({ row, input, world }) => ({
          contributedOn: input.contributedOn ?? row.contributedOn ?? world.today,
        }),
      },
    },
  },
  FundingShare: {
    contract: 'cobuilding',
    singular: 'fundingShare',
    plural: 'fundingShares',
    columns: ['projectId', 'payerLevel', 'payerId', 'amount', 'text'],
    rules: {
      addFundingShare: {
        by: [owner],
        creates: true,
        under: 'projectId',
        sample: () => ({ payerLevel: 'STREET', amount: '800000' }),
      },
      updateFundingShare: { by: [owner] },
    },
  },
};

function faultInDays({ row, input }: Taking) {
  const { startsOn, endsOn } = { ...row, ...input };
  return startsOn && endsOn && endsOn < startsOn && 'INVALID_INPUT';
}

function undecided({ world, row, input }: Taking) {
  const { needsResidentsDecision, residentsDecisionOn } = { ...row, ...input };
  if (residentsDecisionOn && residentsDecisionOn > world.today) return 'INVALID_INPUT';
  return needsResidentsDecision && !residentsDecisionOn && 'INCOMPLETE';
}

function notPosted({ world, row }: Taking, kind: string): Fault | string | false {
  const posted = world
    .of('PublicNotice', { projectId: row.id, kind })
    .filter(({ postedOn }) => postedOn <= world.today);
  return posted.length === 0 && 'INCOMPLETE';
}

/** Pledges reach the starting line; what is not money is never priced and so does not count. */
function belowStartingLine({ world, row }: Taking) {
  const pledged = world.of('Contribution', { projectId: row.id }).map((each) => Number(each.pledged ?? 0));
  return pledged.reduce((sum, each) => sum + each, 0) < Number(row.startingLine ?? 0) && 'INCOMPLETE';
}

/** Money is an amount and has no quantity; anything else is a quantity with its unit and never an amount. */
function faultInGift(
  { kind, unitOfMeasure }: Record<string, any>,
  amount: string | null | undefined,
  quantity: number | null | undefined,
) {
  const isSound =
    kind === 'MONEY'
      ? Number(amount ?? 0) > 0 && quantity == null
      : amount == null && (quantity ?? 0) >= 1 && Boolean(unitOfMeasure);
  return !isSound && 'INVALID_INPUT';
}
