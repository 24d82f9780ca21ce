// How old a picture is, in words.
import { useEffect, useState } from 'preact/hooks';
import { shell } from './shell-words';
import type { Say } from './words';

export function writeAge(milliseconds: number, say: Say): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) return say(shell.secondsAgo, { n: seconds });
  if (seconds < 3600) return say(shell.minutesAgo, { n: Math.floor(seconds / 60) });
  if (seconds < 86_400) return say(shell.hoursAgo, { n: Math.floor(seconds / 3600) });
  return say(shell.daysAgo, { n: Math.floor(seconds / 86_400) });
}

/** The browser's clock, every so often. */
export function useNow(everyMs = 5_000): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs]);
  return now;
}
