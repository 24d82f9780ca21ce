// Question 17: who gave what this year. Money is added as money; everything else as a quantity of its unit, never priced.
import type { FigureValue } from '../../graph/figures';
import type { Q17ContributionsThisYearQuery } from '../../graph/operation-types';
import { type Column, tableOf } from '../../graph/table-content';
import { codeWord } from '../../words/code-word';
import { inBoth } from '../../words/fill-sentence';
import { shell } from '../../words/shell-words';
import { writeNumber } from '../../words/write-figures';
import { codeColumn, textColumn } from '../row-columns';
import { contributorName, isMoney, sayQuantity } from './contribution-words';
import { sayTotal } from './money';
import { contributionsBehind, isOfGroup } from './single-contributions';
import { type ContributionGroup, moneyColumn } from './tables';
import { words } from './words';

const KINDS = ['MONEY', 'LAND', 'VENUE', 'EQUIPMENT', 'MATERIAL', 'SERVICE', 'LABOUR'] as const;

export function contributionTable(rows: ContributionGroup[]) {
  return tableOf<ContributionGroup>({
    title: words.contributions,
    columns: [
      textColumn('contributor', words.contributor, contributorName),
      codeColumn('kind', words.kind, 'ContributionKind', ({ kind }) => kind),
      moneyColumn(
        'pledged',
        words.pledged,
        (row) => (isMoney(row) ? sayTotal(row.pledged) : shell.dash),
        (row) => row.pledged?.fen,
      ),
      moneyColumn(
        'delivered',
        words.delivered,
        (row) => (isMoney(row) ? sayTotal(row.delivered) : shell.dash),
        (row) => row.delivered?.fen,
      ),
      {
        id: 'quantity',
        title: words.quantity,
        text: (row, language) => (isMoney(row) ? shell.dash : sayQuantity(row))[language],
      },
    ],
    rows,
    key: ({ key }) => key,
    origin: ({ provenance }) => ({ id: null, owner: null, provenance }),
    behind: contributionsBehind(rows, isOfGroup),
  });
}

interface Giver {
  key: string;
  name: string | null;
  groups: ContributionGroup[];
}

/** One row for each giver, one column for each kind: who gave what, at a glance. */
export function giverTable(groups: ContributionGroup[]) {
  return tableOf<Giver>({
    title: words.contributions,
    columns: [
      textColumn('contributor', words.contributor, ({ name }) => name),
      ...KINDS.filter((kind) => groups.some((group) => group.kind === kind)).map(kindColumn),
    ],
    rows: giversOf(groups),
    key: ({ key }) => key,
    origin: ({ groups: [group] }) => ({ id: null, owner: null, provenance: group!.provenance }),
    behind: contributionsBehind(groups, (row, of: Giver) => of.groups.some((group) => isOfGroup(row, group))),
  });
}

/** Stated and demonstration gifts of one giver stay two rows. */
function giversOf(groups: ContributionGroup[]): Giver[] {
  const givers = new Map<string, Giver>();
  for (const group of groups) {
    const name = contributorName(group);
    const key = `${group.contributor?.id ?? group.unitGroup?.id ?? name} ${group.provenance}`;
    const giver = givers.get(key) ?? { key, name, groups: [] };
    giver.groups.push(group);
    givers.set(key, giver);
  }
  return [...givers.values()];
}

function kindColumn(kind: (typeof KINDS)[number]): Column<Giver> {
  return {
    id: kind,
    title: codeWord('ContributionKind', kind),
    isNumber: true,
    text: ({ groups }, language) =>
      groups
        .filter((group) => group.kind === kind)
        .map((group) => (isMoney(group) ? sayTotal(group.delivered) : sayQuantity(group))[language])
        .join('；') || shell.dash[language],
  };
}

/** What was delivered of each kind that is not money, by its unit: quantities of different units are never added. */
export function quantityFigures({ contributionSummary }: Q17ContributionsThisYearQuery): FigureValue[] {
  const groups = (contributionSummary?.groups ?? []).filter((group) => !isMoney(group));
  const coverage = contributionSummary?.coverage ?? null;
  return [...new Set(groups.map(({ kind, unitOfMeasure }) => `${kind} ${unitOfMeasure ?? ''}`))]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map((id) => {
      const its = groups.filter(({ kind, unitOfMeasure }) => `${kind} ${unitOfMeasure ?? ''}` === id);
      const unit = its[0]!.unitOfMeasure ?? '';
      const [delivered, pledged] = [addUp(its, 'deliveredQuantity'), addUp(its, 'pledgedQuantity')];
      return {
        id: `given-${id.trim().replace(' ', '-')}`,
        label: codeWord('ContributionKind', its[0]!.kind),
        value: delivered,
        unit: { zh: unit, en: unit },
        note:
          pledged === null
            ? undefined
            : inBoth((language) => words.pledgedOf[language].replace('{n}', writeNumber(pledged))),
        coverage,
        provenances: its.map(({ provenance }) => provenance),
        rows: contributionTable(its),
        whole: true,
      };
    });
}

function rankOf(id: string): number {
  return KINDS.findIndex((kind) => id.startsWith(kind));
}

/** Null as soon as a quantity is not known. Hundredths are added as whole numbers, so that no dust of a binary sum is shown. */
function addUp(groups: ContributionGroup[], field: 'deliveredQuantity' | 'pledgedQuantity'): number | null {
  return groups.some((group) => group[field] === null)
    ? null
    : Math.round(groups.reduce((sum, group) => sum + group[field]! * 1000, 0)) / 1000;
}
