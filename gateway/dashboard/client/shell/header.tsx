// The page's head: whose conference, how fresh, who is missing, and what one may do with the page.
import type { ComponentChildren } from 'preact';
import { Q12AgendaOfNextMeeting } from '../graph/operations';
import { readList } from '../graph/read-list';
import { refreshAll, useOutlook } from '../graph/use-picture';
import { Icon, type IconName } from '../pieces/icon';
import { useWatched } from '../state/watchable';
import { chooseLanguage, useLanguage, useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { usePicture } from '../graph/use-picture';
import { useNow, writeAge } from '../words/write-age';
import { useStartMeeting } from './meeting-mode';
import { goTo } from '../state/route';
import { newerVersion } from './watch-version';

export function Header() {
  const say = useSay();
  const language = useLanguage();
  const isOld = useWatched(newerVersion);
  const startMeeting = useStartMeeting();
  return (
    <header class="header">
      <Brand />
      <Freshness />
      <MissingChip />
      <div class="header-tools">
        {isOld && (
          <Tool icon="clock" act={() => window.location.reload()}>
            {say(shell.newVersion)} · {say(shell.reload)}
          </Tool>
        )}
        <Tool icon="screen" act={startMeeting}>
          {say(shell.meetingMode)}
        </Tool>
        <Tool icon="freeze" act={() => goTo('frozen')}>
          {say(shell.frozen)}
        </Tool>
        <Tool icon="print" act={() => goTo('print')}>
          {say(shell.print)}
        </Tool>
        <button
          type="button"
          class="tool"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          title={say(shell.languageHint)}
          data-act="language"
          onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {say(shell.language)}
        </button>
      </div>
    </header>
  );
}

function Tool({ icon, act, children }: { icon: IconName; act(): void; children: ComponentChildren }) {
  return (
    <button type="button" class="tool" onClick={act}>
      <Icon name={icon} />
      <span>{children}</span>
    </button>
  );
}

function Brand() {
  const say = useSay();
  const { answer } = usePicture(Q12AgendaOfNextMeeting);
  const conference = readList(answer?.data.meetings).rows[0]?.conference;
  return (
    <a class="brand" href="#/">
      <span class="seal" aria-hidden="true">
        联
      </span>
      <span class="brand-words">
        <span class="brand-name">{conference?.name ?? say(shell.brand)}</span>
        <span class="brand-title">{say(shell.title)}</span>
      </span>
    </a>
  );
}

function Freshness() {
  const say = useSay();
  const now = useNow();
  const { reachable, oldest } = useOutlook();
  const words = oldest === null ? say(shell.waiting) : say(shell.asOf, { time: writeAge(now - oldest, say) });
  return (
    <button
      type="button"
      class={`chip ${reachable === false ? 'chip-warn' : ''}`}
      data-reachable={String(reachable)}
      onClick={refreshAll}
    >
      <Icon name="clock" />
      {words}
    </button>
  );
}

function MissingChip() {
  const say = useSay();
  const { missing, asked } = useOutlook();
  const open = () => {
    goTo('');
    window.requestAnimationFrame(() => document.getElementById('missing')?.scrollIntoView());
  };
  const silent = missing.filter(({ reason }) => reason !== 'NOT_JOINED').length;
  const words = [
    silent > 0 && say(shell.someMissing, { n: silent }),
    missing.length > silent && say(shell.someNotJoined, { n: missing.length - silent }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <button
      type="button"
      class={`chip ${missing.length ? 'chip-warn' : ''}`}
      data-chip="missing"
      data-missing={missing.length}
      onClick={open}
    >
      <Icon name={missing.length ? 'missing' : 'check'} />
      {words || (asked > 0 ? say(shell.allAnswered, { n: asked }) : say(shell.waiting))}
    </button>
  );
}
