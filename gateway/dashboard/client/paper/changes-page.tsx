// What changed since the open paper was frozen: figure by figure, then → now, and the rows that came, went or changed.
import { useState } from 'preact/hooks';
import { FrozenAnswers } from '../graph/frozen-answers';
import { useSay } from '../words/language';
import { AllFigures } from './all-figures';
import { compareFigures, type FigureChange } from './compare-papers';
import { ChangeCard } from './change-card';
import { freezeFigures } from './freeze-figures';
import type { FrozenPaper } from './frozen-paper';
import { useOpenedPaper } from './opened-paper';
import { paper as words } from './paper-words';

export function View() {
  const say = useSay();
  const paper = useOpenedPaper();
  return (
    <div class="panel panel-wide" data-panel="changes">
      {paper ? <Changes paper={paper} key={paper.checksum} /> : <p>{say(words.none)}</p>}
    </div>
  );
}

function Changes({ paper }: { paper: FrozenPaper }) {
  const say = useSay();
  const [changes, setChanges] = useState<FigureChange[] | null>(null);
  if (!changes)
    return (
      <>
        <p role="status">{say(words.comparing)}</p>
        <FrozenAnswers.Provider value={null}>
          <AllFigures
            onSettled={(views) => setChanges(compareFigures(paper.figures, freezeFigures(views)))}
          />
        </FrozenAnswers.Provider>
      </>
    );
  return (
    <>
      <p role="status" data-changes={changes.length}>
        {changes.length === 0 ? say(words.noChanges) : say(words.changedCount, { n: changes.length })}
      </p>
      {changes.length > 0 && <p class="panel-note">{say(words.changesLead)}</p>}
      {changes.map((change) => (
        <ChangeCard key={(change.now ?? change.then)!.id} change={change} />
      ))}
    </>
  );
}
