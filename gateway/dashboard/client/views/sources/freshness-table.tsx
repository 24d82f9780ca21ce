// The table of every organization's freshness.
import { Icon } from '../../pieces/icon';
import { type TableContent, tableOf } from '../../graph/table-content';
import { shell } from '../../words/shell-words';
import type { Language } from '../../words/words';
import { dayColumn, numberColumn, textColumn, timeColumn } from '../row-columns';
import type { Freshness } from './freshness-rows';
import { words } from './words';

export function freshnessTable(rows: Freshness[]): TableContent {
  return tableOf<Freshness>({
    title: words.freshness,
    columns: [
      textColumn('organization', shell.organization, ({ name }) => name),
      {
        id: 'state',
        title: words.state,
        isShort: true,
        text: sayAnswering,
        show: (row, language) => (
          <span class={`mark ${lookOf(row)}`} data-answering={row.answering}>
            <Icon name={iconOf(row)} />
            {sayAnswering(row, language)}
          </span>
        ),
      },
      timeColumn('as-of', words.answeredAt, ({ asOf }) => asOf),
      numberColumn('indicators', words.figures, ({ indicators }) => indicators),
      numberColumn('stated', words.statedCount, ({ stated }) => stated),
      dayColumn('latest', words.latest, ({ latest }) => latest),
    ],
    rows,
    key: ({ id }) => id,
  });
}

function sayAnswering({ answering }: Freshness, language: Language): string {
  return (answering === 'ANSWERED' ? words.answered : shell[answering])[language];
}

function lookOf({ answering }: Freshness): string {
  if (answering === 'ANSWERED') return 'mark-entered';
  return answering === 'NOT_JOINED' ? 'mark-not-joined' : 'mark-missing';
}

function iconOf({ answering }: Freshness) {
  if (answering === 'ANSWERED') return 'check';
  return answering === 'NOT_JOINED' ? 'notJoined' : 'missing';
}
