// Meeting mode: the whole screen, in the order of the agenda, forward and back by key or by clicker.
import { useEffect } from 'preact/hooks';
import { Icon } from '../pieces/icon';
import { createWatchable, useWatched } from '../state/watchable';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { VIEWS } from '../views/registry';
import { AGENDA_PAGE } from './agenda-page';
import { agendaWords } from './agenda-words';
import { useMeetingOrder } from './meeting-order';
import { goTo, useRoute } from '../state/route';
import { useStayAwake } from './stay-awake';

const isMeeting = createWatchable(false);

export function useMeetingMode(): boolean {
  return useWatched(isMeeting);
}

function endMeeting(): void {
  isMeeting.set(false);
  if (document.fullscreenElement) void document.exitFullscreen();
}

/** Begins with the first item of the agenda, or with the overview where there is none. */
export function useStartMeeting(): () => void {
  const { paths } = useMeetingOrder();
  return () => {
    goTo(paths[0]!);
    isMeeting.set(true);
    for (const page of [AGENDA_PAGE, ...VIEWS]) page.load().catch(() => undefined); // nobody waits for a page in a meeting
    // Works without full screen too, where a browser refuses it.
    document.documentElement.requestFullscreen?.().catch(() => undefined);
  };
}

/** A clicker sends PageDown and PageUp. */
const STEPS: Record<string, number> = {
  ArrowRight: 1,
  PageDown: 1,
  ' ': 1,
  ArrowLeft: -1,
  PageUp: -1,
  Home: -Infinity,
  End: Infinity,
};

export function MeetingBar() {
  const say = useSay();
  const path = useRoute();
  const isOn = useMeetingMode();
  const { paths, items } = useMeetingOrder();
  const at = Math.max(0, paths.indexOf(path));
  const go = (step: number) => goTo(paths[Math.min(paths.length - 1, Math.max(0, at + step))]!);
  useStayAwake(isOn);
  useKeys(isOn, go);
  if (!isOn) return null;
  return (
    <nav class="meeting-bar" data-meeting={at + 1} aria-label={say(shell.meetingMode)}>
      <button type="button" class="tool" disabled={at === 0} onClick={() => go(-1)}>
        ← {say(shell.previous)}
      </button>
      <span class="meeting-position" aria-live="polite">
        {at < items
          ? say(agendaWords.position, { at: at + 1, all: items })
          : say(agendaWords.after, { at: at - items + 1, all: paths.length - items })}
      </span>
      <button type="button" class="tool" disabled={at === paths.length - 1} onClick={() => go(1)}>
        {say(shell.next)} →
      </button>
      <button type="button" class="tool" onClick={endMeeting}>
        <Icon name="close" />
        {say(shell.leaveMeeting)}
      </button>
    </nav>
  );
}

function useKeys(isOn: boolean, go: (step: number) => void): void {
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (isForTarget(event)) return;
      if (event.key === 'Escape') return endMeeting();
      const step = STEPS[event.key];
      if (step === undefined) return;
      event.preventDefault();
      go(step);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  useEffect(() => {
    if (!isOn) return;
    // Full screen takes Escape for itself and only says that it is over.
    const look = () => document.fullscreenElement ?? endMeeting();
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, [isOn]);
}

/** Keys that what is focused needs for itself: all in a form and in the sheet, arrows in a wide table, space on a button. */
function isForTarget({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  if (ctrlKey || altKey || metaKey) return true;
  if (!(target instanceof Element)) return false;
  if (target.closest('input, select, textarea, dialog')) return true;
  const region = target.closest('[role=region]');
  if (region && key.startsWith('Arrow')) return region.scrollWidth > region.clientWidth;
  return key === ' ' && target.closest('button, a, summary') !== null;
}
