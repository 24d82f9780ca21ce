// A chart of no more bars than people can tell apart: the first ones, and a line that says how many there are.
import type { ComponentChildren } from 'preact';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';

const MOST_BARS = 20;

export interface FirstBarsOptions<Row> {
  /** In the order in which they matter; the table beside the chart has them all. */
  rows: readonly Row[];
  children(first: Row[]): ComponentChildren;
}

export function FirstBars<Row>({ rows, children }: FirstBarsOptions<Row>) {
  const say = useSay();
  return (
    <div class="first-bars">
      {children(rows.slice(0, MOST_BARS))}
      {rows.length > MOST_BARS && (
        <p class="panel-note">{say(shell.firstBars, { n: MOST_BARS, all: rows.length })}</p>
      )}
    </div>
  );
}
