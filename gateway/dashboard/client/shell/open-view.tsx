// The open view: its page is loaded when it is first opened.
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';
import type { ViewDefinition } from '../views/view-definition';

export function OpenView({ view }: { view: Pick<ViewDefinition, 'path' | 'title' | 'load'> }) {
  const say = useSay();
  const [loaded, setLoaded] = useState<{ View: ComponentType } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let isGone = false;
    view.load().then(
      (page) => !isGone && setLoaded(page),
      () => !isGone && setFailed(true),
    );
    return () => (isGone = true) && undefined;
  }, [view]);
  return (
    <>
      <h1 class="view-title">{say(view.title)}</h1>
      <div class="view" data-view={view.path}>
        {loaded ? <loaded.View /> : <p role="status">{say(failed ? shell.broken : shell.loadingView)}</p>}
      </div>
    </>
  );
}
