// A long list drawn in steps, so that the page stays quick and readable; whoever wants more goes on.
import type { ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { DrawAllRows } from './table';

export interface InStepsOptions<Row> {
  rows: readonly Row[];
  /** How many are drawn at first, and each time more are asked for. */
  step: number;
  /** Stands in a list, and is an item of it. */
  isItem?: boolean;
  children(shown: readonly Row[]): ComponentChildren;
}

export function InSteps<Row>({ rows, step, isItem, children }: InStepsOptions<Row>) {
  const say = useSay();
  const [asked, ask] = useState(step);
  const shown = useContext(DrawAllRows) ? rows.length : asked;
  const more = (
    <button type="button" class="link" data-more onClick={() => ask(shown + step)}>
      {say(shell.moreOf, { n: Math.min(step, rows.length - shown), all: rows.length })}
    </button>
  );
  return (
    <>
      {children(rows.slice(0, shown))}
      {shown < rows.length && (isItem ? <li>{more}</li> : more)}
    </>
  );
}
