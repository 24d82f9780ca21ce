// The single contributions behind the totals of question 17.
import type { ContributionRowsQuery } from '../../graph/operation-types';
import { ContributionRows } from '../../graph/operations';
import { readList } from '../../graph/read-list';
import { type RowsBehind, rowsBehind, tableOf } from '../../graph/table-content';
import { shell } from '../../words/shell-words';
import { codeColumn, optionalColumn, textColumn } from '../row-columns';
import { contributorName, isMoney, sayQuantity } from './contribution-words';
import { sayAmount } from './money';
import { type ContributionGroup, moneyColumn } from './tables';
import { words } from './words';

type Contribution = NonNullable<ContributionRowsQuery['contributions']>['edges'][number]['node'];

/** Those of the groups that the table shows. */
export function contributionsBehind<Total>(
  groups: readonly ContributionGroup[],
  isOf: (row: Contribution, total: Total) => boolean,
): RowsBehind<Total> {
  return rowsBehind({
    operation: ContributionRows,
    rows: ({ contributions }) =>
      readList(contributions).rows.filter((row) => groups.some((group) => isOfGroup(row, group))),
    isOf,
    table: singleContributions,
  });
}

/** Alike in all that question 17 groups by. */
export function isOfGroup(row: Contribution, group: ContributionGroup): boolean {
  return (
    row.contributor?.id === group.contributor?.id &&
    row.unitGroup?.id === group.unitGroup?.id &&
    row.contributorLabel === group.contributorLabel &&
    row.kind === group.kind &&
    row.unitOfMeasure === group.unitOfMeasure &&
    row.provenance === group.provenance
  );
}

function singleContributions(rows: readonly Contribution[]) {
  return tableOf<Contribution>({
    title: words.contributionsOneByOne,
    columns: [
      textColumn('contributor', words.contributor, contributorName),
      codeColumn('kind', words.kind, 'ContributionKind', ({ kind }) => kind),
      optionalColumn('project', words.project, ({ project }) => project?.name),
      amountColumn('pledged', words.pledged, ({ pledged }) => pledged),
      amountColumn('delivered', words.delivered, ({ delivered }) => delivered),
      {
        id: 'quantity',
        title: words.quantity,
        text: (row, language) => (isMoney(row) ? shell.dash : sayQuantity(row))[language],
      },
    ],
    rows,
    key: ({ id }) => id,
    name: (row) => row.text ?? contributorName(row) ?? '',
    origin: ({ id, owner, provenance }) => ({ id, owner: owner?.name ?? null, provenance }),
  });
}

function amountColumn(
  id: string,
  title: (typeof words)['pledged'],
  read: (row: Contribution) => Contribution['pledged'],
) {
  return moneyColumn<Contribution>(
    id,
    title,
    (row) => (isMoney(row) ? sayAmount(read(row)) : shell.dash),
    (row) => read(row)?.fen,
  );
}
