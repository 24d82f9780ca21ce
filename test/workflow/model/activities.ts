// Joint activities, what they need, and who helps to hold them.
import { owner, why, type Taking, type Type } from './machine';

const CHANGE = ['changedAt', 'changedByOffice', 'reason'];
const AHEAD = ['PLANNED', 'ANNOUNCED', 'POSTPONED'];

export const ACTIVITIES: Record<string, Type> = {
  JointActivity: {
    contract: 'cobuilding',
    singular: 'jointActivity',
    plural: 'jointActivities',
    states: ['PLANNED', 'ANNOUNCED', 'HELD', 'POSTPONED', 'CANCELLED'],
    kept: CHANGE,
    columns: [
      'name',
      'hostId',
      'joint',
      'startsOn',
      'endsOn',
      'place',
      'expectedHeadcount',
      'headcount',
      'participationCount',
      'conferenceId',
      ...CHANGE,
    ],
    rules: {
      planJointActivity: {
        by: [owner],
        creates: true,
        to: 'PLANNED',
        sample: ({ world }) => ({ name: '义诊', startsOn: world.today }),
        check: faultInDays,
        change: ({ row, asker }) => ({ hostId: row.hostId ?? asker.organization }),
      },
      updateJointActivity: { by: [owner], states: AHEAD, check: faultInDays },
      announceJointActivity: {
        by: [owner],
        states: ['PLANNED', 'POSTPONED'],
        to: 'ANNOUNCED',
        check: ({ row }) => !row.startsOn && 'INCOMPLETE',
      },
      holdJointActivity: {
        by: [owner],
        states: ['ANNOUNCED'],
        to: 'HELD',
        check: ({ world, row }) => !(row.startsOn && row.startsOn <= world.today) && 'WRONG_TIME',
      },
      postponeJointActivity: {
        by: [owner],
        states: ['PLANNED', 'ANNOUNCED'],
        to: 'POSTPONED',
        ...why,
        check: faultInDays,
      },
      cancelJointActivity: { by: [owner], states: AHEAD, to: 'CANCELLED', ...why },
    },
  },
  ActivityRequirement: {
    contract: 'cobuilding',
    singular: 'activityRequirement',
    plural: 'activityRequirements',
    columns: ['activityId', 'kind', 'text', 'quantityNeeded', 'quantityMet', 'unitOfMeasure', 'providerId'],
    rules: {
      addActivityRequirement: {
        by: [owner],
        creates: true,
        under: 'activityId',
        states: AHEAD,
        sample: () => ({ kind: 'VENUE', text: '操场', quantityNeeded: 1 }),
        check: ({ row }) => row.quantityNeeded < 1 && 'INVALID_INPUT',
        change: () => ({ quantityMet: 0 }),
      },
      updateActivityRequirement: {
        by: [owner],
        of: 'activityId',
        states: AHEAD,
        check: ({ input }) =>
          input.quantityNeeded !== undefined && input.quantityNeeded < 1 && 'INVALID_INPUT',
      },
      settleActivityRequirement: {
        by: [owner],
        of: 'activityId',
        states: AHEAD,
        sample: () => ({ quantityMet: 1 }),
      },
    },
  },
  ActivityPartner: {
    contract: 'cobuilding',
    singular: 'activityPartner',
    plural: 'activityPartners',
    columns: ['activityId', 'organizationId', 'roleText'],
    rules: {
      addActivityPartner: {
        by: [owner],
        creates: true,
        under: 'activityId',
        states: AHEAD,
        sample: () => ({ organizationId: 'demo-bank', roleText: '协办' }),
      },
    },
  },
};

function faultInDays({ row, input }: Taking) {
  const { startsOn, endsOn } = { ...row, ...input };
  return startsOn && endsOn && endsOn < startsOn && 'INVALID_INPUT';
}
