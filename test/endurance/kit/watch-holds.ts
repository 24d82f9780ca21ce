// How long this thread was held at once, and how much of that it only waited for a core (Linux tells; elsewhere it is 0).
import { readFileSync } from 'node:fs';

export interface Hold {
  /** Milliseconds beyond the tick of one millisecond. */
  ms: number;
  /** Of these, ready to run while other programs had the cores. */
  waitedForCore: number;
}

export interface HoldWatch {
  /** Ends the watch; longest first. */
  stop(): Hold[];
}

export function watchHolds(): HoldWatch {
  const holds: Hold[] = [];
  let at = performance.now();
  let waited = readWait();
  const timer = setInterval(() => {
    const now = performance.now();
    const wait = readWait();
    const ms = now - at - 1;
    if (ms > 1) holds.push({ ms, waitedForCore: Math.min(ms, wait - waited) });
    at = now;
    waited = wait;
  }, 1);
  return {
    stop() {
      clearInterval(timer);
      return holds.sort((a, b) => b.ms - a.ms);
    },
  };
}

/** The second figure of schedstat: nanoseconds on a run queue. */
function readWait(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}
