// The page of frozen papers: freeze what is known now, open one of before, or one from a file.
import { useEffect, useState } from 'preact/hooks';
import { FrozenAnswers } from '../graph/frozen-answers';
import { Icon } from '../pieces/icon';
import { useWatched } from '../state/watchable';
import { useSay } from '../words/language';
import type { Sentence } from '../words/words';
import { AllFigures } from './all-figures';
import { downloadPaper } from './download-paper';
import { freezePaper } from './freeze-paper';
import { MOST_PAPERS } from './frozen-paper';
import { keepPaper, keptPapers, readPapers } from './keep-papers';
import { OpenFile } from './open-file';
import { PaperCard } from './paper-card';
import { paper as words } from './paper-words';

export function View() {
  const say = useSay();
  const papers = useWatched(keptPapers);
  const [news, setNews] = useState<Sentence | null>(null);
  useEffect(() => void readPapers(), []);
  return (
    <div class="panel panel-wide frozen">
      <p>{say(words.lead)}</p>
      <div class="frozen-tools">
        <FrozenAnswers.Provider value={null}>
          <FreezeButton tell={setNews} />
        </FrozenAnswers.Provider>
        <OpenFile tell={setNews} />
      </div>
      <p class="frozen-news" role="status">
        {news && say(news)}
      </p>
      {papers?.length === 0 && <p class="table-empty">{say(words.none)}</p>}
      <ul class="frozen-list">
        {papers?.map((paper) => (
          <PaperCard key={paper.checksum} paper={paper} />
        ))}
      </ul>
      <p class="panel-note">{say(words.bound, { n: MOST_PAPERS })}</p>
    </div>
  );
}

/** Asks every question of every page first; only then is the picture whole. */
function FreezeButton({ tell }: { tell(news: Sentence | null): void }) {
  const say = useSay();
  const [isFreezing, setFreezing] = useState(false);
  const start = () => {
    tell(null);
    setFreezing(true);
  };
  return (
    <>
      <button type="button" class="button" data-act="freeze" disabled={isFreezing} onClick={start}>
        <Icon name="freeze" /> {say(isFreezing ? words.freezing : words.freeze)}
      </button>
      {isFreezing && (
        <AllFigures
          withPages
          onSettled={(views) => {
            const paper = freezePaper(views);
            setFreezing(false);
            void keepPaper(paper).then((isKept) => {
              if (!isKept) downloadPaper(paper);
              tell(isKept ? words.kept : words.notKept);
            });
          }}
        />
      )}
    </>
  );
}
