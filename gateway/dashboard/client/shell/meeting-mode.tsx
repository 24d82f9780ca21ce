// Meeting mode: the whole screen, the views one after another by key.
import { useEffect } from 'preact/hooks';
import { Icon } from '../pieces/icon';
import { createWatchable, useWatched } from '../state/watchable';
import { VIEWS } from '../views/registry';
import { useSay } from '../words/language';
import { shell } from '../words/shell-words';
import { goTo } from '../state/route';

const isMeeting = createWatchable(false);

export function useMeetingMode(): boolean {
  return useWatched(isMeeting);
}

/** Works without full screen too, where a browser refuses it. */
export function startMeeting(): void {
  isMeeting.set(true);
  document.documentElement.requestFullscreen?.().catch(() => undefined);
}

function endMeeting(): void {
  isMeeting.set(false);
  if (document.fullscreenElement) void document.exitFullscreen();
}

const ORDER = ['', ...VIEWS.map(({ path }) => path)];
const NEXT = ['ArrowRight', 'PageDown', ' '];
const PREVIOUS = ['ArrowLeft', 'PageUp'];

export function MeetingBar({ path }: { path: string }) {
  const say = useSay();
  const isOn = useMeetingMode();
  const at = Math.max(0, ORDER.indexOf(path));
  const go = (step: number) => goTo(ORDER[Math.min(ORDER.length - 1, Math.max(0, at + step))]!);
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.target instanceof Element && event.target.closest('input, dialog, [role=region]')) return;
      if (event.key === 'Escape') return endMeeting();
      const step = NEXT.includes(event.key) ? 1 : PREVIOUS.includes(event.key) ? -1 : 0;
      if (step === 0 || (event.key === ' ' && event.target instanceof HTMLButtonElement)) return;
      event.preventDefault();
      go(step);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isOn, at]);
  if (!isOn) return null;
  return (
    <div class="meeting-bar" data-meeting={at + 1}>
      <button type="button" class="tool" disabled={at === 0} onClick={() => go(-1)}>
        ← {say(shell.previous)}
      </button>
      <span>
        {at + 1} / {ORDER.length}
      </span>
      <button type="button" class="tool" disabled={at === ORDER.length - 1} onClick={() => go(1)}>
        {say(shell.next)} →
      </button>
      <button type="button" class="tool" onClick={endMeeting}>
        <Icon name="close" />
        {say(shell.leaveMeeting)}
      </button>
    </div>
  );
}
