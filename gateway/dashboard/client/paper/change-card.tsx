// One figure that changed: its value then and now, and its rows.
import { CoverageMark } from '../pieces/marks';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';
import type { Sentence } from '../words/words';
import type { FigureChange } from './compare-papers';
import type { FrozenFigure, FrozenRow } from './frozen-paper';
import { paper as words } from './paper-words';

const MOST_ROWS = 40;

export function ChangeCard({ change }: { change: FigureChange }) {
  const say = useSay();
  const { then, now, isSure } = change;
  const figure = (now ?? then)!;
  return (
    <section class="change" data-change={figure.id} aria-labelledby={`change-${figure.id}`}>
      <h2 id={`change-${figure.id}`}>{say(figure.label)}</h2>
      <p class="change-values">
        <Value title={words.then} figure={then} />
        <span aria-hidden="true">→</span>
        <Value title={words.now} figure={now} />
      </p>
      {!isSure && <p class="change-unsure">{say(words.unsure)}</p>}
      <ChangedRows change={change} />
    </section>
  );
}

function Value({ title, figure }: { title: Sentence; figure: FrozenFigure | null }) {
  const say = useSay();
  return (
    <span class="change-value">
      <span class="change-title">{say(title)}</span>
      <strong>{say(figure ? figure.written : shell.dash)}</strong>
      <CoverageMark coverage={figure?.coverage} />
    </span>
  );
}

interface Line {
  key: string;
  kind: 'added' | 'removed' | 'changed';
  row: FrozenRow;
  what: string;
}

function ChangedRows({ change }: { change: FigureChange }) {
  const say = useSay();
  const lines = linesOf(change, say);
  if (lines.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say(words.kind)}</th>
          <th scope="col">{say(words.row)}</th>
          <th scope="col">{say(words.what)}</th>
        </tr>
      </thead>
      <tbody>
        {lines.slice(0, MOST_ROWS).map(({ key, kind, row, what }) => (
          <tr key={`${kind} ${key}`} data-row-change={kind}>
            <td class="is-short">
              <span class={`mark change-${kind}`}>{say(words[kind])}</span>
            </td>
            <td>{row.cells[0] && say(row.cells[0])}</td>
            <td>{what}</td>
          </tr>
        ))}
        {lines.length > MOST_ROWS && (
          <tr>
            <td colSpan={3}>{say(words.moreRows, { n: lines.length - MOST_ROWS })}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function linesOf({ added, removed, changed }: FigureChange, say: ReturnType<typeof useSay>): Line[] {
  const whole = ({ cells }: FrozenRow) =>
    cells
      .slice(1)
      .map((cell) => say(cell))
      .join(' · ');
  return [
    ...added.map((row): Line => ({ key: row.key, kind: 'added', row, what: whole(row) })),
    ...removed.map((row): Line => ({ key: row.key, kind: 'removed', row, what: whole(row) })),
    ...changed.map(({ row, cells }): Line => ({
      key: row.key,
      kind: 'changed',
      row,
      what: cells.map(({ column, then, now }) => `${say(column)} ${say(then)} → ${say(now)}`).join(' · '),
    })),
  ];
}
