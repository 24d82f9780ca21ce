// The meeting paper to print: its title lines, all figures, the chosen views, and at the end where it all comes from.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Guard } from '../pieces/guard';
import { DrawAllRows } from '../pieces/table';
import { VIEWS } from '../views/registry';
import type { ViewDefinition } from '../views/view-definition';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { Icon } from '../pieces/icon';
import { recall, remember } from '../state/remember';
import { paper as words } from './paper-words';
import { PrintedEnd } from './printed-end';
import { PrintedFigures } from './printed-figures';
import { PrintedTitle } from './printed-title';

export function View() {
  const say = useSay();
  const [chosen, setChosen] = useState(recallChosen);
  const choose = (path: string, isWanted: boolean) => {
    const paths = VIEWS.map((view) => view.path).filter((it) =>
      it === path ? isWanted : chosen.includes(it),
    );
    remember('printed', paths.join(' '));
    setChosen(paths);
  };
  const views = VIEWS.map((view) => ({ view, slots: view.useFigures() }));
  return (
    <div class="panel-wide">
      <form class="paper-form" onSubmit={(event) => (event.preventDefault(), window.print())}>
        <fieldset>
          <legend>{say(words.choose)}</legend>
          {VIEWS.map(({ path, title }) => (
            <label key={path}>
              <input
                type="checkbox"
                checked={chosen.includes(path)}
                onChange={(event) => choose(path, event.currentTarget.checked)}
              />
              {say(title)}
            </label>
          ))}
        </fieldset>
        <button type="submit" class="button">
          <Icon name="print" /> {say(words.printNow)}
        </button>
      </form>
      <DrawAllRows.Provider value={true}>
        <article class="paper" data-paper-views={chosen.length}>
          <PrintedTitle />
          <PrintedFigures views={views} />
          {VIEWS.filter(({ path }) => chosen.includes(path)).map((view) => (
            <PrintedView key={view.path} view={view} />
          ))}
          <PrintedEnd />
        </article>
      </DrawAllRows.Provider>
    </div>
  );
}

/** The long list of where figures come from is an annex for those who want it. */
function recallChosen(): string[] {
  return recall('printed')?.split(' ') ?? VIEWS.map(({ path }) => path).filter((path) => path !== 'sources');
}

function PrintedView({ view }: { view: ViewDefinition }) {
  const say = useSay();
  const [page, setPage] = useState<{ View: ComponentType } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    view.load().then(setPage, () => setFailed(true));
  }, [view]);
  return (
    <section class="paper-section" data-printed={view.path}>
      <h2>{say(view.title)}</h2>
      {failed && <p>{say(shell.broken)}</p>}
      <Guard>
        <div class="view">{page ? <page.View /> : <p>{say(words.preparing)}</p>}</div>
      </Guard>
    </section>
  );
}
