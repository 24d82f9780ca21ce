// The single shares behind the totals of question 18, each with what its document says.
import type { FundingShareRowsQuery } from '../../graph/operation-types';
import { FundingShareRows } from '../../graph/operations';
import { readList } from '../../graph/read-list';
import { type RowsBehind, rowsBehind, tableOf } from '../../graph/table-content';
import { codeColumn, optionalColumn, textColumn } from '../row-columns';
import { sayAmount } from './money';
import { moneyColumn } from './tables';
import { words } from './words';

type Share = NonNullable<FundingShareRowsQuery['fundingShares']>['edges'][number]['node'];

export function sharesBehind<Total>(isOf: (row: Share, total: Total) => boolean): RowsBehind<Total> {
  return rowsBehind({
    operation: FundingShareRows,
    rows: ({ fundingShares }) => readList(fundingShares).rows,
    isOf,
    table: singleShares,
  });
}

function singleShares(rows: readonly Share[]) {
  return tableOf<Share>({
    title: words.sharesOneByOne,
    columns: [
      textColumn('project', words.project, ({ project }) => project?.name),
      codeColumn('payer', words.payer, 'PayerLevel', ({ payerLevel }) => payerLevel),
      moneyColumn(
        'amount',
        words.amount,
        ({ amount }) => sayAmount(amount),
        ({ amount }) => amount?.fen,
      ),
      optionalColumn('text', words.asWritten, ({ text }) => text),
    ],
    rows,
    key: ({ id }) => id,
    origin: ({ id, owner, provenance }) => ({ id, owner: owner?.name ?? null, provenance }),
  });
}
