// What may be done with a joint activity, with what it needs and with those who help to hold it.
import { createMachine, type Step } from '../../kit/workflow/machine';
import type { Refusal } from '../../kit/workflow/refusal';
import { owner } from '../../kit/workflow/role';
import { incomplete, invalidInput, notAllowedInState, tooEarly } from '../../kit/workflow/sentences';
import { suppressSmall, VULNERABLE_GROUP } from '../../kit/workflow/small-figures';
import { ActivityPartner } from '../joint-activity/activity-partner';
import { ActivityRequirement } from '../joint-activity/activity-requirement';
import { ActivityState, JointActivity } from '../joint-activity/joint-activity';

const who = [owner];
const AHEAD = ['PLANNED', 'ANNOUNCED', 'POSTPONED'];
const FACTS = [
  'name',
  'nameEn',
  'hostId',
  'joint',
  'startsOn',
  'endsOn',
  'startsAt',
  'endsAt',
  'recurrence',
  'recurrenceWeekday',
  'place',
  'expectedHeadcount',
  'workAreaId',
  'conferenceId',
  'agreementId',
  'brandId',
] as const;
const HELD = ['headcount', 'participationCount'] as const;
const NEEDED = ['kind', 'categoryId', 'text', 'quantityNeeded', 'unitOfMeasure'] as const;
const SETTLED = ['quantityMet', 'providerId', 'resourceId'] as const;

export const jointActivityMachine = createMachine<JointActivity>(JointActivity, {
  states: ActivityState,
  creations: {
    planJointActivity: {
      description: '计划联合活动。 Plans a joint activity.',
      to: 'PLANNED',
      who,
      takes: FACTS,
      check: faultInDays,
      change: ({ row, actor }) => ({ hostId: row.hostId ?? actor.organization }),
    },
  },
  transitions: {
    updateJointActivity: {
      description: '举办前修改活动。 Changes an activity before it is held.',
      from: AHEAD,
      who,
      takes: FACTS,
      check: faultInDays,
    },
    announceJointActivity: {
      description: '发布活动通知，先定日期。 Announces an activity, whose day is set.',
      from: ['PLANNED', 'POSTPONED'],
      to: 'ANNOUNCED',
      who,
      check: ({ row }) =>
        row.startsOn === null
          ? incomplete({ zh: '先定开始日期。', en: 'Set the day on which it starts first.' })
          : null,
    },
    holdJointActivity: {
      description:
        '登记已举办，人数与人次分开写。 Records that it was held; headcount and participations apart.',
      from: ['ANNOUNCED'],
      to: 'HELD',
      who,
      takes: HELD,
      more: VULNERABLE_GROUP,
      change: (step) => suppressSmall(step, { figures: HELD, texts: ['name', 'nameEn'] }),
      check: ({ row, today }) =>
        row.startsOn !== null && row.startsOn <= today
          ? null
          : tooEarly(row.startsOn, { zh: '活动还没有开始。', en: 'It has not started yet.' }),
    },
    postponeJointActivity: {
      description: '延期，须写原因；可写新的日期。 Postpones it, with a reason and perhaps a new day.',
      from: ['PLANNED', 'ANNOUNCED'],
      to: 'POSTPONED',
      who,
      takes: ['startsOn', 'endsOn', 'startsAt', 'endsAt'],
      reasonRequired: true,
      check: faultInDays,
    },
    cancelJointActivity: {
      description: '取消，须写原因。 Cancels it, with a reason.',
      from: AHEAD,
      to: 'CANCELLED',
      who,
      reasonRequired: true,
    },
  },
});

export const activityRequirementMachine = createMachine<ActivityRequirement>(ActivityRequirement, {
  creations: {
    addActivityRequirement: {
      description: '登记活动所需的一项。 Enters something that an activity needs.',
      under: 'activityId',
      who,
      takes: NEEDED,
      check: ({ parent, row }) => notAhead(parent as JointActivity) ?? faultInNeed(row.quantityNeeded),
      change: () => ({ quantityMet: 0 }),
    },
  },
  transitions: {
    updateActivityRequirement: {
      description: '修改所需之物。 Changes what is needed.',
      who,
      takes: NEEDED,
      check: async (step) => notAhead(await activityOf(step)) ?? faultInNeed(step.values.quantityNeeded ?? 1),
    },
    settleActivityRequirement: {
      description:
        '登记已落实的数量、提供单位和所用资源。 Enters how much is settled, by whom and with which resource.',
      who,
      takes: SETTLED,
      check: async (step) => notAhead(await activityOf(step)),
    },
  },
});

export const activityPartnerMachine = createMachine<ActivityPartner>(ActivityPartner, {
  creations: {
    addActivityPartner: {
      description: '登记共办、协办单位。 Enters an organization that helps to hold it.',
      under: 'activityId',
      who,
      requires: ['organizationId'],
      takes: ['roleText'],
      check: ({ parent }) => notAhead(parent as JointActivity),
    },
  },
  transitions: {},
});

function faultInDays({ row, values }: Step<JointActivity>): Refusal | null {
  const { startsOn, endsOn, startsAt, endsAt, recurrenceWeekday } = { ...row, ...values };
  if (startsOn && endsOn && endsOn < startsOn)
    return invalidInput('endsOn', { zh: '不应早于开始日期。', en: 'it may not come before the start.' });
  if (startsAt && endsAt && endsAt <= startsAt)
    return invalidInput('endsAt', { zh: '结束应晚于开始。', en: 'the end must come after the start.' });
  if (recurrenceWeekday == null || (recurrenceWeekday >= 1 && recurrenceWeekday <= 7)) return null;
  return invalidInput('recurrenceWeekday', { zh: '应为 1 至 7。', en: 'expected 1 to 7.' });
}

function faultInNeed(quantity: number): Refusal | null {
  return quantity < 1 ? invalidInput('quantityNeeded', { zh: '至少为一。', en: 'one at least.' }) : null;
}

function activityOf({ manager, row }: Step<ActivityRequirement>): Promise<JointActivity> {
  return manager.findOneByOrFail(JointActivity, { id: row.activityId });
}

function notAhead({ id, state }: JointActivity): Refusal | null {
  return state !== null && AHEAD.includes(state) ? null : notAllowedInState(id, state, AHEAD);
}
