// What the sources state that was given to projects, and the shares of the four-part funding.
import { Contribution } from '../../cobuilding/joint-project/contribution';
import { FundingShare } from '../../cobuilding/joint-project/funding-share';
import type { PayerLevel } from '../../cobuilding/joint-project/project-choices';
import { MoneyAmount } from '../../kit/noun/money-amount';
import type { Fact } from '../facts';
import { homeOfKey, stated, unitGroupOfKey, type Row, type Values } from '../rows';
import { partOf } from './doubts';
import { projectHome, projectId } from './references';

/** One entry of a project's `contributions`. */
interface Given {
  kind: string;
  organisationId: string | null;
  organisationLabel: string | null;
  description: string;
  amountYuan: number | null;
  masked: boolean;
  freeOfCharge?: boolean;
}

export function givenTo(project: Fact): Given[] {
  return project.contributions as Given[];
}

export function fen(yuan: number): MoneyAmount {
  return MoneyAmount.of(BigInt(yuan) * 100n);
}

export function contributionRows(project: Fact): Row[] {
  return givenTo(project).map((given, i) =>
    stated(Contribution, projectHome(project), partOf(project, `contribution.${i + 1}`), {
      projectId: projectId(project.id),
      contributorId: homeOfKey(given.organisationId),
      unitGroupId: unitGroupOfKey(given.organisationId),
      contributorLabel: given.organisationLabel,
      kind: given.kind,
      text: given.description,
      freeOfCharge: given.freeOfCharge ?? null,
      ...moneyOf(project, given),
    }),
  );
}

/** Planned money is expected, money of a part is inside that of the whole, all other was delivered. */
function moneyOf(project: Fact, given: Given): Values {
  const none = {
    expected: MoneyAmount.none(),
    pledged: MoneyAmount.none(),
    delivered: MoneyAmount.none(),
    withinWhole: MoneyAmount.none(),
  };
  if (given.kind !== 'MONEY') return none;
  if (project.status === 'PLANNED') return { ...none, expected: amountOf(given) };
  return project.parentProjectId
    ? { ...none, withinWhole: amountOf(given) }
    : { ...none, delivered: amountOf(given) };
}

function amountOf({ amountYuan, masked }: Given): MoneyAmount {
  if (masked) return MoneyAmount.masked();
  return amountYuan === null ? MoneyAmount.unstated() : fen(amountYuan);
}

const PAYERS: Record<string, keyof typeof PayerLevel> = {
  市: 'CITY',
  区: 'DISTRICT',
  街道: 'STREET',
  居委: 'RESIDENTS_COMMITTEE',
};

/** The same money as the contributions, seen by level. */
export function fundingShareRows(project: Fact): Row[] {
  if (project.fundingScheme !== '四个一点') return [];
  return givenTo(project).map((given, i) =>
    stated(FundingShare, projectHome(project), partOf(project, `share.${i + 1}`), {
      projectId: projectId(project.id),
      payerLevel: PAYERS[given.organisationLabel!],
      payerId: homeOfKey(given.organisationId),
      amount: amountOf(given),
      text: given.description,
    }),
  );
}
