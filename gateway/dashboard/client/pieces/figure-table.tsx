// The rows of one figure as a table in a panel, with who is missing from it.
import type { FigureSlot } from '../views/view-definition';
import { CoverageMark } from './marks';
import { openSource } from './open-sheet';
import { Table } from './table';

export function FigureTable({ slot: { figure } }: { slot: FigureSlot }) {
  if (!figure) return null;
  return (
    <div>
      <CoverageMark coverage={figure.coverage} />
      <Table
        content={figure.rows}
        whole={figure.whole}
        coverage={figure.coverage}
        onSource={openSource(figure)}
      />
    </div>
  );
}
