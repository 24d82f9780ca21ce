// A table that people read: sorted by its heads, exported as it stands; each row leads to its source.
import { createContext } from 'preact';
import { useContext, useMemo, useState } from 'preact/hooks';
import { saveCsv, saveXlsx, sheetOf } from '../graph/export-table';
import type { Coverage } from '../graph/figures';
import type { Column, Origin, TableContent } from '../graph/table-content';
import { useLanguage, useSay } from '../words/language';
import { shell } from '../words/shell-words';
import type { Language } from '../words/words';
import { Icon } from './icon';
import { ProvenanceMark } from './marks';
import type { ShowSource } from './open-sheet';
import { hasSource } from './row-source-card';
import { SourceButton } from './source-button';

export interface TableOptions {
  content: TableContent;
  /** False when more rows exist than are here. */
  whole?: boolean;
  coverage?: Coverage | null;
  onSource?: ShowSource;
  /** How many rows are drawn at first, and each time more are asked for. */
  step?: number;
}

/** Long tables are drawn in steps, so that the page stays quick; sorting and exporting know all rows. */
const STEP = 60;

interface Order {
  column: string;
  descending: boolean;
}

/** Paper has no button to ask for more. */
export const DrawAllRows = createContext(false);

export function Table({ content, whole = true, coverage, onSource, step = STEP }: TableOptions) {
  const say = useSay();
  const language = useLanguage();
  const [order, setOrder] = useState<Order | null>(null);
  const [asked, setShown] = useState(step);
  const shown = useContext(DrawAllRows) ? content.rows.length : asked;
  const sorted = useMemo(() => sortRows(content, order, language), [content, order, language]);
  if (content.rows.length === 0) return <EmptyTable coverage={coverage} />;
  return (
    <div class="table-frame">
      <div
        class="table-scroll"
        tabIndex={0}
        role="region"
        aria-label={say(shell.tableOf, { title: say(content.title) })}
      >
        <table>
          <thead>
            <tr>
              {content.columns.map((column) => (
                <Head key={column.id} column={column} order={order} choose={setOrder} />
              ))}
              {content.origin && <th scope="col">{say(shell.source)}</th>}
            </tr>
          </thead>
          <tbody>
            {sorted.rows.slice(0, shown).map((row) => (
              <Row
                key={content.key(row)}
                row={row}
                content={content}
                language={language}
                onSource={onSource}
              />
            ))}
          </tbody>
        </table>
      </div>
      <footer class="table-foot">
        <span>
          {whole
            ? say(shell.count, { n: content.rows.length })
            : say(shell.notWhole, { n: content.rows.length })}
        </span>
        {shown < content.rows.length && (
          <button type="button" class="link" data-more onClick={() => setShown(shown + step)}>
            {say(shell.more, { n: Math.min(step, content.rows.length - shown) })}
          </button>
        )}
        <button type="button" class="link" onClick={() => void saveXlsx(sheetOf(sorted, language))}>
          <Icon name="down" />
          {say(shell.exportXlsx)}
        </button>
        <button type="button" class="link" onClick={() => saveCsv(sheetOf(sorted, language))}>
          {say(shell.exportCsv)}
        </button>
      </footer>
    </div>
  );
}

/** Empty is only said when everybody has answered. */
function EmptyTable({ coverage }: { coverage: Coverage | null | undefined }) {
  const say = useSay();
  const isKnown = coverage === undefined || coverage?.complete;
  return <p class="table-empty">{say(isKnown ? shell.empty : shell.emptyUnknown)}</p>;
}

function Head({
  column,
  order,
  choose,
}: {
  column: Column<never>;
  order: Order | null;
  choose(order: Order): void;
}) {
  const say = useSay();
  const isSorted = order?.column === column.id;
  const direction = isSorted ? (order.descending ? 'descending' : 'ascending') : 'none';
  return (
    <th scope="col" aria-sort={direction} class={classOf(column)}>
      <button
        type="button"
        title={say(shell.sortBy, { column: say(column.title) })}
        onClick={() => choose({ column: column.id, descending: isSorted && !order.descending })}
      >
        {say(column.title)}
        <span class="sort-mark" aria-hidden="true">
          {isSorted ? (order.descending ? '▼' : '▲') : ''}
        </span>
      </button>
    </th>
  );
}

interface RowOptions {
  row: never;
  content: TableContent;
  language: Language;
  onSource?: ShowSource;
}

function Row({ row, content: { columns, origin, name, behind }, language, onSource }: RowOptions) {
  const from = origin?.(row);
  const showSource = (its: Origin) =>
    onSource?.(its, name?.(row) ?? columns[0]!.text(row, language), behind && { behind, row });
  return (
    <tr>
      {columns.map((column) => (
        <td key={column.id} class={classOf(column)}>
          {column.show ? column.show(row, language) : column.text(row, language)}
        </td>
      ))}
      {from && (
        <td class="source-cell">
          <ProvenanceMark of={from.provenances ?? [from.provenance]} />
          {onSource && (behind || hasSource(from)) && <SourceButton choose={() => showSource(from)} />}
          {from.owner && <span class="source-owner">{from.owner}</span>}
        </td>
      )}
    </tr>
  );
}

function classOf({ isNumber, isMinor, isShort }: Column<never>): string {
  return [isNumber ? 'is-number' : '', isMinor ? 'is-minor' : '', isShort ? 'is-short' : ''].join(' ').trim();
}

function sortRows(content: TableContent, order: Order | null, language: Language): TableContent {
  const column = content.columns.find(({ id }) => id === order?.column);
  if (!column || !order) return content;
  const value = (row: never) => (column.sort ? column.sort(row) : column.text(row, language));
  const sign = order.descending ? -1 : 1;
  const rows = [...content.rows].sort((a, b) => sign * compare(value(a), value(b), language));
  return { ...content, rows };
}

/** What is unknown comes last when ascending. */
function compare(a: number | string | null, b: number | string | null, language: Language): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), language === 'zh' ? 'zh-CN' : 'en', { numeric: true });
}
