// The page: its head, its navigation, the open view, and the sheet on the side.
import { useEffect, useRef } from 'preact/hooks';
import { FrozenAnswers } from '../graph/frozen-answers';
import { FrozenFigures } from '../paper/frozen-figures';
import type { FrozenPaper } from '../paper/frozen-paper';
import { isDrawable } from '../paper/is-drawable';
import { useOpenedPaper } from '../paper/opened-paper';
import { PaperBanner } from '../paper/paper-banner';
import { PAPER_PAGES } from '../paper/paper-pages';
import { Guard } from '../pieces/guard';
import { SideSheet } from '../pieces/side-sheet';
import { VIEWS } from '../views/registry';
import type { ViewDefinition } from '../views/view-definition';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { AGENDA_PAGE } from './agenda-page';
import { AwayBanner } from './away-banner';
import { Header } from './header';
import { MeetingBar, useMeetingMode } from './meeting-mode';
import { Navigation } from './navigation';
import { Overview } from './overview';
import { PaperHead } from './paper-head';
import { useRoute } from '../state/route';
import { OpenView } from './open-view';

export function Page() {
  const say = useSay();
  const [path] = useRoute().split('/') as [string];
  const isMeeting = useMeetingMode();
  const paper = useOpenedPaper();
  const view = VIEWS.find((each) => each.path === path);
  const page = [...PAPER_PAGES, AGENDA_PAGE].find((each) => each.path === path);
  const content = useRef<HTMLElement>(null);
  const title = say((view ?? page)?.title ?? shell.overview);
  useEffect(() => {
    document.title = `${title} · ${say(shell.title)}`;
  }, [title]);
  useEffect(() => content.current?.scrollTo(0, 0), [path]);
  useEffect(() => {
    if (isMeeting) content.current?.focus(); // so that the arrows up and down scroll it
  }, [isMeeting, path]);
  return (
    <FrozenAnswers.Provider value={paper?.answers ?? null}>
      <div class={`page ${isMeeting ? 'page-meeting' : ''}`}>
        <a
          class="skip"
          href="#content"
          onClick={(event) => (event.preventDefault(), content.current?.focus())}
        >
          {say(shell.toContent)}
        </a>
        <Header />
        <Navigation open={path} />
        <main class="content" id="content" tabIndex={-1} ref={content}>
          <AwayBanner />
          <PaperBanner />
          <PaperHead title={title} />
          <Guard key={path + (paper?.checksum ?? '')}>
            <Content view={view} page={page} paper={paper} />
          </Guard>
        </main>
        <MeetingBar />
        <SideSheet />
      </div>
    </FrozenAnswers.Provider>
  );
}

interface ContentOptions {
  view: ViewDefinition | undefined;
  page: (typeof PAPER_PAGES)[number] | undefined;
  paper: FrozenPaper | null;
}

/** A paper of another version of this page is shown as it was written, since it cannot be drawn as it was. */
function Content({ view, page, paper }: ContentOptions) {
  if (page) return <OpenView view={page} />;
  if (paper && !isDrawable(paper.answers)) return <FrozenFigures paper={paper} view={view?.path ?? ''} />;
  return view ? <OpenView view={view} /> : <Overview />;
}
