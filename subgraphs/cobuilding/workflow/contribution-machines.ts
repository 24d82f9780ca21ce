// What organizations give to a project: pledged by the giver, confirmed on delivery by the project; and the shares of its money.
import { createMachine, type Step } from '../../kit/workflow/machine';
import { MoneyAmount } from '../../kit/noun/money-amount';
import type { Refusal } from '../../kit/workflow/refusal';
import { anyOrganization, named, owner } from '../../kit/workflow/role';
import { incomplete, invalidInput, notAllowedInState } from '../../kit/workflow/sentences';
import { Contribution } from '../joint-project/contribution';
import { FundingShare } from '../joint-project/funding-share';
import { JointProject } from '../joint-project/joint-project';

const contributor = named<Contribution>('contributorId', { zh: '贡献单位', en: 'the contributor' });
const PLEDGED = [
  'text',
  'pledged',
  'pledgedQuantity',
  'unitOfMeasure',
  'freeOfCharge',
  'resourceId',
] as const;
const RAISING = ['FUNDING', 'IN_PROGRESS'];
const UNDER_WAY = ['FUNDING', 'IN_PROGRESS', 'COMPLETED', 'ACCEPTED'];

export const contributionMachine = createMachine<Contribution>(Contribution, {
  creations: {
    pledgeContribution: {
      description:
        '认缴；贡献单位即办理的单位。资金写金额，其他写数量和单位，不作价。 Pledges a contribution, for the organization that asks. Money is an amount; anything else a quantity with its unit, never priced.',
      under: 'projectId',
      who: [anyOrganization],
      takes: ['kind', ...PLEDGED],
      check: ({ parent, row }) => notIn(parent as JointProject, RAISING) ?? faultInPledge(row),
      change: ({ actor }) => ({ contributorId: actor.organization }),
    },
  },
  transitions: {
    changePledgedContribution: {
      description: '到位之前修改认缴。 Changes a pledge before anything is delivered.',
      who: [contributor],
      takes: PLEDGED,
      check: async (step) =>
        notIn(await projectOf(step), ['FUNDING']) ??
        deliveredAlready(step.row) ??
        faultInPledge({ ...step.row, ...step.values }),
    },
    confirmDelivery: {
      description:
        '项目方确认到位的金额或数量（累计）。 The project confirms what was delivered so far, an amount or a quantity.',
      who: [owner],
      takes: ['delivered', 'deliveredQuantity', 'contributedOn'],
      check: async (step) => notIn(await projectOf(step), UNDER_WAY) ?? faultInDelivery(step),
      change: ({ row, values, today }) => ({
        contributedOn: values.contributedOn ?? row.contributedOn ?? today,
      }),
    },
  },
});

export const fundingShareMachine = createMachine<FundingShare>(FundingShare, {
  creations: {
    addFundingShare: {
      description: '登记“四个一点”中一方的份额。 Enters the share of one level.',
      under: 'projectId',
      who: [owner],
      takes: ['payerLevel', 'payerId', 'amount', 'text'],
    },
  },
  transitions: {
    updateFundingShare: {
      description: '修改份额。 Changes a share.',
      who: [owner],
      takes: ['payerId', 'amount', 'text'],
    },
  },
});

function projectOf({ manager, row }: Step<Contribution>): Promise<JointProject> {
  return manager.findOneByOrFail(JointProject, { id: row.projectId });
}

function notIn({ id, state }: JointProject, allowed: string[]): Refusal | null {
  return state !== null && allowed.includes(state) ? null : notAllowedInState(id, state, allowed);
}

function faultInPledge({ kind, pledged, pledgedQuantity, unitOfMeasure }: Contribution): Refusal | null {
  return kind === 'MONEY'
    ? faultInMoney('pledged', pledged, pledgedQuantity)
    : faultInQuantity('pledged', { amount: pledged, quantity: pledgedQuantity, unitOfMeasure });
}

function faultInDelivery({ row, values }: Step<Contribution>): Refusal | null {
  const { kind, delivered, deliveredQuantity, unitOfMeasure } = { ...row, ...values };
  return kind === 'MONEY'
    ? faultInMoney('delivered', delivered, deliveredQuantity)
    : faultInQuantity('delivered', { amount: delivered, quantity: deliveredQuantity, unitOfMeasure });
}

function faultInMoney(
  field: string,
  { fen }: MoneyAmount,
  quantity: number | null | undefined,
): Refusal | null {
  if (quantity != null)
    return invalidInput(`${field}Quantity`, { zh: '资金不写数量。', en: 'money has no quantity.' });
  if (fen !== null && BigInt(fen) > 0n) return null;
  return invalidInput(field, { zh: '资金应写金额，大于零。', en: 'money needs an amount above zero.' });
}

interface Counted {
  amount: MoneyAmount;
  quantity: number | null | undefined;
  unitOfMeasure: string | null | undefined;
}

function faultInQuantity(field: string, { amount, quantity, unitOfMeasure }: Counted): Refusal | null {
  if (amount.fen !== null)
    return invalidInput(field, {
      zh: '非资金只计数量，不作价。',
      en: 'what is not money is counted, never priced.',
    });
  if (quantity == null || quantity < 1)
    return invalidInput(`${field}Quantity`, {
      zh: '应写数量，至少为一。',
      en: 'a quantity of one or more is needed.',
    });
  if (unitOfMeasure) return null;
  return invalidInput('unitOfMeasure', { zh: '应写单位。', en: 'its unit is needed.' });
}

function deliveredAlready({ delivered, deliveredQuantity }: Contribution): Refusal | null {
  if (delivered.fen === null && deliveredQuantity === null) return null;
  return incomplete({
    zh: '已有到位，认缴不能再改。',
    en: 'Something was delivered, so the pledge can no longer be changed.',
  });
}
