// Question 18: who pays which part, by level, with the basis of each share; amounts nobody stated are never guessed.
import type { Q18FundingSharesQuery } from '../../graph/operation-types';
import type { Provenance } from '../../graph/figures';
import { readList } from '../../graph/read-list';
import { tableOf } from '../../graph/table-content';
import { codeWord } from '../../words/code-word';
import { inBoth } from '../../words/fill-sentence';
import { shell } from '../../words/shell-words';
import type { Sentence } from '../../words/words';
import { codeColumn, numberColumn, textColumn } from '../row-columns';
import { addKnown, missingAmounts, sayAmount, sayTotal, writePartOf } from './money';
import { sharesBehind } from './single-shares';
import { moneyColumn, type ShareGroup } from './tables';
import { words } from './words';

export const LEVELS = ['CITY', 'DISTRICT', 'STREET', 'RESIDENTS_COMMITTEE'] as const;
type Level = (typeof LEVELS)[number];

export interface LevelShare {
  level: Level;
  /** Whole fen of what is known; null where it was not answered. */
  fen: bigint | null;
  known: number;
  unknown: number;
  provenances: (Provenance | null)[];
}

export function levelShares({ fundingShareSummary }: Q18FundingSharesQuery): LevelShare[] {
  return LEVELS.map((level) => {
    const groups = (fundingShareSummary?.groups ?? []).filter(({ payerLevel }) => payerLevel === level);
    const amounts = groups.map(({ amount }) => amount);
    return {
      level,
      fen: fundingShareSummary?.groups ? addKnown(amounts) : null,
      known: amounts.reduce((total, amount) => total + (amount?.knownCount ?? 0), 0),
      unknown: amounts.reduce((total, amount) => total + (amount ? missingAmounts(amount) : 0), 0),
      provenances: groups.map(({ provenance }) => provenance),
    };
  });
}

/** Of what is known; null as soon as a level was not answered. */
export function totalOf(shares: LevelShare[]): bigint | null {
  return shares.reduce<bigint | null>(
    (sum, { fen }) => (sum === null || fen === null ? null : sum + fen),
    0n,
  );
}

export function shareTable(rows: ShareGroup[]) {
  return tableOf<ShareGroup>({
    title: words.sharesLong,
    columns: [
      codeColumn('payer', words.payer, 'PayerLevel', ({ payerLevel }) => payerLevel),
      numberColumn('count', words.count, ({ count }) => count),
      moneyColumn(
        'amount',
        words.amount,
        ({ amount }) => sayTotal(amount),
        ({ amount }) => amount?.fen,
      ),
    ],
    rows,
    key: ({ key }) => key,
    origin: ({ provenance }) => ({ id: null, owner: null, provenance }),
    behind: sharesBehind(
      (row, of: ShareGroup) => row.payerLevel === of.payerLevel && row.provenance === of.provenance,
    ),
  });
}

export function levelTable(shares: LevelShare[]) {
  const total = totalOf(shares);
  return tableOf<LevelShare>({
    title: words.sharesLong,
    columns: [
      {
        id: 'payer',
        title: words.payer,
        text: ({ level }, language) => codeWord('PayerLevel', level)[language],
      },
      moneyColumn(
        'amount',
        words.knownAmount,
        ({ fen }) => sayAmount(fenOf(fen)),
        ({ fen }) => fen?.toString(),
      ),
      {
        id: 'share',
        title: words.share,
        isNumber: true,
        text: ({ fen }, language) =>
          fen === null || !total ? shell.unknown[language] : writePartOf(fen, total),
        sort: ({ fen }) => (fen === null ? null : Number(fen)),
      },
      numberColumn('known', words.basis, ({ known }) => known),
      numberColumn('unknown', words.amountUnknown, ({ unknown }) => unknown),
    ],
    rows: shares,
    key: ({ level }) => level,
    origin: ({ provenances }) => ({ id: null, owner: null, provenance: null, provenances }),
    behind: sharesBehind((row, of: LevelShare) => row.payerLevel === of.level),
  });
}

function fenOf(fen: bigint | null) {
  return fen === null ? null : { fen: fen.toString(), masked: false, unstated: false };
}

type SharedProject = NonNullable<Q18FundingSharesQuery['jointProjects']>['edges'][number]['node'];

/** One row for each project, one column for each level. */
export function projectShareTable({ jointProjects }: Q18FundingSharesQuery) {
  const at = ({ fundingShares }: SharedProject, level: Level) =>
    (fundingShares?.edges ?? [])
      .filter(({ node }) => node.payerLevel === level)
      .map(({ node }) => node.amount);
  return tableOf<SharedProject>({
    title: words.sharesPerProject,
    columns: [
      textColumn('project', words.project, ({ name }) => name),
      ...LEVELS.map((level) =>
        moneyColumn<SharedProject>(
          level,
          codeWord('PayerLevel', level),
          (project) => sayAll(at(project, level).map(sayAmount), project.fundingShares !== null),
          (project) => at(project, level)[0]?.fen,
        ),
      ),
    ],
    rows: readList(jointProjects).rows,
    key: ({ id }) => id,
    origin: ({ id, owner, ownerStated, provenance }) => ({
      id,
      owner: ownerStated ? (owner?.name ?? null) : null,
      provenance,
    }),
  });
}

function sayAll(amounts: Sentence[], isAnswered: boolean): Sentence {
  if (!isAnswered) return shell.unknown;
  if (amounts.length === 0) return shell.dash;
  return inBoth((language) => amounts.map((amount) => amount[language]).join(' + '));
}
