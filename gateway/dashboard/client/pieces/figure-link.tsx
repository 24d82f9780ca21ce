// A figure within a line: its value and its marks; a click shows the rows behind it.
import { type FigureValue, standingOf } from '../graph/figures';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { writtenValue } from './figure';
import { CoverageMark, ProvenanceMark } from './marks';
import { openSheet } from './open-sheet';

export function FigureLink({ figure }: { figure: FigureValue }) {
  const say = useSay();
  return (
    <span class="figure-line">
      <button
        type="button"
        class="link figure-link"
        data-figure={figure.id}
        data-value={figure.value ?? ''}
        data-standing={standingOf(figure)}
        aria-haspopup="dialog"
        title={say(shell.rowsAndSource)}
        onClick={() => openSheet(figure)}
      >
        {say(writtenValue(figure))}
      </button>
      <CoverageMark coverage={figure.coverage} />
      <ProvenanceMark of={figure.provenances} />
    </span>
  );
}
