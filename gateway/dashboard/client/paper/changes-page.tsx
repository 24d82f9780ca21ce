// What changed since the open paper was frozen: figure by figure, then → now, and the rows that came, went or changed.
import { useState } from 'preact/hooks';
import { FrozenAnswers } from '../graph/frozen-answers';
import { useSay } from '../words/language';
import { AllFigures } from './all-figures';
import { compareFigures, type FigureChange } from './compare-papers';
import { ChangeCard } from './change-card';
import { freezeFigures, type ViewFigures } from './freeze-figures';
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
  const [isOld, setOld] = useState(false);
  const compare = (views: ViewFigures[]) => {
    setOld(views.some(({ slots }) => slots.some(({ picture }) => picture.state !== 'FRESH')));
    setChanges(compareFigures(paper.figures, freezeFigures(views)));
  };
  if (!changes)
    return (
      <>
        <p role="status">{say(words.comparing)}</p>
        <FrozenAnswers.Provider value={null}>
          <AllFigures onSettled={compare} />
        </FrozenAnswers.Provider>
      </>
    );
  return (
    <>
      <p role="status" data-changes={changes.length}>
        {changes.length > 0 && say(words.changedCount, { n: changes.length })}
        {changes.length === 0 && !isOld && say(words.noChanges)}
      </p>
      {isOld && (
        <p class="change-unsure" role="alert">
          {say(words.oldNow)}
        </p>
      )}
      {changes.length > 0 && <p class="panel-note">{say(words.changesLead)}</p>}
      {changes.map((change) => (
        <ChangeCard key={(change.now ?? change.then)!.id} change={change} />
      ))}
    </>
  );
}
