// All figures of the overview as one table of the meeting paper.
import { writtenValue } from '../pieces/figure';
import { CoverageMark, ProvenanceMark } from '../pieces/marks';
import type { FigureSlot, ViewDefinition } from '../views/view-definition';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { paper as words } from './paper-words';

export function PrintedFigures({ views }: { views: { view: ViewDefinition; slots: FigureSlot[] }[] }) {
  const say = useSay();
  return (
    <section class="paper-section paper-figures">
      <h2>{say(words.figures)}</h2>
      <table>
        <thead>
          <tr>
            {[words.figure, words.value, words.note, words.lacks, shell.source].map((title) => (
              <th scope="col" key={title.en}>
                {say(title)}
              </th>
            ))}
          </tr>
        </thead>
        {views.map(({ view, slots }) => (
          <tbody key={view.path}>
            <tr>
              <th scope="rowgroup" colSpan={5}>
                {say(view.title)}
              </th>
            </tr>
            {slots.map((slot) => (
              <FigureLine key={slot.id} slot={slot} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function FigureLine({ slot: { id, label, figure, picture } }: { slot: FigureSlot }) {
  const say = useSay();
  const without = picture.state === 'LOADING' ? words.preparing : shell.unknown;
  return (
    <tr data-printed-figure={id}>
      <td>{say(label)}</td>
      <td class="paper-value">{say(figure ? writtenValue(figure) : without)}</td>
      <td>{figure?.note && say(figure.note)}</td>
      <td>
        <CoverageMark coverage={figure?.coverage} />
      </td>
      <td>
        <ProvenanceMark of={figure?.provenances ?? []} />
      </td>
    </tr>
  );
}
