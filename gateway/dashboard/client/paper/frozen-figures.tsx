// A paper that this version cannot draw as it was: its figures and rows, as they were written.
import type { FigureSlot } from '../views/view-definition';
import { FigureTables } from '../pieces/figure-tables';
import { useSay } from '../words/language';
import type { FrozenPaper } from './frozen-paper';
import { thawFigure } from './freeze-figures';
import { paper as words } from './paper-words';

export function FrozenFigures({ paper, view }: { paper: FrozenPaper; view: string }) {
  const say = useSay();
  const slots = paper.figures.filter((figure) => view === '' || figure.view === view).map(thawSlot);
  return (
    <div class="view">
      <p class="panel-note panel-wide">{say(words.sources)}</p>
      <FigureTables slots={slots} />
    </div>
  );

  function thawSlot(frozen: (typeof paper.figures)[number]): FigureSlot {
    const figure = thawFigure(frozen);
    const answer = { data: null, errors: [], homes: paper.homes, receivedAt: 0 };
    return { id: figure.id, label: figure.label, picture: { state: 'FRESH', answer, fault: null }, figure };
  }
}
