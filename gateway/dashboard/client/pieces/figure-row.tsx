// Figures side by side, each in its own place from the first moment on.
import type { FigureSlot } from '../views/view-definition';
import { Figure, FigureSkeleton } from './figure';
import { tableOf } from '../graph/table-content';

export function FigureRow({ slots }: { slots: FigureSlot[] }) {
  return (
    <div class="figure-row">
      {slots.map((each) => (
        <FigurePlace key={each.id} slot={each} />
      ))}
    </div>
  );
}

/** A figure that was asked for and not answered is unknown; one not yet answered keeps its place free. */
function FigurePlace({ slot: { id, label, picture, figure } }: { slot: FigureSlot }) {
  if (figure) return <Figure figure={figure} />;
  if (picture.state !== 'FAILED') return <FigureSkeleton />;
  const rows = tableOf({ title: label, columns: [], rows: [], key: () => id });
  return <Figure figure={{ id, label, value: null, coverage: null, provenances: [], rows, whole: false }} />;
}
