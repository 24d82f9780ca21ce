// Keeps the screen lit while a meeting goes on, where the browser offers it.
import { useEffect } from 'preact/hooks';

export function useStayAwake(isOn: boolean): void {
  useEffect(() => {
    if (!isOn || !('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isGone = false;
    const hold = () => {
      if (document.hidden) return;
      navigator.wakeLock.request('screen').then(
        (given) => {
          lock = given;
          if (isGone) void given.release();
        },
        () => undefined, // refused on a low battery: the meeting goes on
      );
    };
    hold();
    document.addEventListener('visibilitychange', hold); // a hidden page loses it
    return () => {
      isGone = true;
      document.removeEventListener('visibilitychange', hold);
      void lock?.release();
    };
  }, [isOn]);
}
