// Every figure of every view, together with all their pages, drawn out of sight so that all their questions are asked.
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { AgendaMatters } from '../graph/operations';
import { answersNow, refreshAll, usePicture } from '../graph/use-picture';
import { Guard } from '../pieces/guard';
import { VIEWS } from '../views/registry';
import type { ViewFigures } from './freeze-figures';

const LOOK_EVERY_MS = 100;
/** Longer than any question may take, twice: a page may ask its second after its first. */
const GIVE_UP_MS = 60_000;
/** A page may ask its next question only when it has drawn the answer to its first. */
const QUIET_LOOKS = 4;

interface AllFiguresOptions {
  /** The pages ask more than the figures do; a paper holds both. */
  withPages?: boolean;
  onSettled(views: ViewFigures[]): void;
}

export function AllFigures({ withPages = false, onSettled }: AllFiguresOptions) {
  const pages = usePages(withPages);
  const views = VIEWS.map(({ path, useFigures }): ViewFigures => ({ view: path, slots: useFigures() }));
  usePicture(AgendaMatters); // of the screens of the agenda, which are no view
  const latest = useRef(views);
  latest.current = views;
  useEffect(() => {
    if (pages) return untilSettled(() => onSettled(latest.current));
  }, [pages]);
  return (
    <div class="out-of-sight" aria-hidden="true" inert>
      {pages?.map((Page, i) => (
        <Guard key={i}>
          <div class="view">
            <Page />
          </div>
        </Guard>
      ))}
    </div>
  );
}

function usePages(wanted: boolean): ComponentType[] | null {
  const [pages, setPages] = useState<ComponentType[] | null>(wanted ? null : []);
  useEffect(() => {
    if (!wanted) return;
    const loaded = VIEWS.map((view) =>
      view.load().then(
        ({ View }) => [View],
        () => [],
      ),
    );
    void Promise.all(loaded).then((found) => setPages(found.flat()));
  }, [wanted]);
  return pages;
}

function untilSettled(done: () => void): () => void {
  const started = Date.now();
  refreshAll(); // what was asked before says nothing of now
  let quiet = 0;
  let asked = 0;
  const timer = window.setInterval(() => {
    const { answers, isSettled } = answersNow(started);
    const count = Object.keys(answers).length;
    quiet = isSettled && count === asked ? quiet + 1 : 0;
    asked = count;
    if (quiet < QUIET_LOOKS && Date.now() - started < GIVE_UP_MS) return;
    window.clearInterval(timer);
    done();
  }, LOOK_EVERY_MS);
  return () => window.clearInterval(timer);
}
