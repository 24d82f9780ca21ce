// The page: its head, its navigation, the open view, and the sheet on the side.
import { useEffect, useRef } from 'preact/hooks';
import { Guard } from '../pieces/guard';
import { SideSheet } from '../pieces/side-sheet';
import { VIEWS } from '../views/registry';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { AwayBanner } from './away-banner';
import { Header } from './header';
import { MeetingBar, useMeetingMode } from './meeting-mode';
import { Navigation } from './navigation';
import { Overview } from './overview';
import { PaperHead } from './paper-head';
import { useRoute } from './route';
import { OpenView } from './open-view';

export function Page() {
  const say = useSay();
  const path = useRoute();
  const isMeeting = useMeetingMode();
  const view = VIEWS.find((each) => each.path === path);
  const content = useRef<HTMLElement>(null);
  const title = say(view?.title ?? shell.overview);
  useEffect(() => {
    document.title = `${title} · ${say(shell.title)}`;
  }, [title]);
  useEffect(() => content.current?.scrollTo(0, 0), [path]);
  return (
    <div class={`page ${isMeeting ? 'page-meeting' : ''}`}>
      <a class="skip" href="#content" onClick={(event) => (event.preventDefault(), content.current?.focus())}>
        {say(shell.toContent)}
      </a>
      <Header />
      <Navigation open={path} />
      <main class="content" id="content" tabIndex={-1} ref={content}>
        <AwayBanner />
        <PaperHead title={title} />
        <Guard key={path}>{view ? <OpenView view={view} /> : <Overview />}</Guard>
      </main>
      <MeetingBar path={path} />
      <SideSheet />
    </div>
  );
}
