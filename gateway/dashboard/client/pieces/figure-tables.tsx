// Figures, and below them the rows of each: the plainest page that a group of questions can have.
import type { FigureSlot } from '../views/view-definition';
import { FigureRow } from './figure-row';
import { openSource } from './open-sheet';
import { Panel } from './panel';
import { Table } from './table';

export function FigureTables({ slots }: { slots: FigureSlot[] }) {
  const tables = slots.filter(
    ({ figure }, i) => slots.findIndex((other) => other.figure?.rows.title === figure?.rows.title) === i,
  );
  return (
    <>
      <FigureRow slots={slots} />
      {tables.map(({ id, label, picture, figure }) => (
        <Panel key={id} id={id} title={figure?.rows.title ?? label} picture={picture} wide>
          {() =>
            figure && (
              <Table
                content={figure.rows}
                whole={figure.whole}
                coverage={figure.coverage}
                onSource={openSource(figure)}
              />
            )
          }
        </Panel>
      ))}
    </>
  );
}
