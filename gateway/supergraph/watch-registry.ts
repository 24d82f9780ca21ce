// When the gateway looks at the registry: at each word of a new version, now and then while it hears nothing, and at every try to hear it again.
import { setTimeout as sleep } from 'node:timers/promises';

export interface Pace {
  /** Pauses between tries, in milliseconds; each twice the last. */
  firstPause: number;
  longestPause: number;
  random: () => number;
}

export interface WatchOptions extends Partial<Pace> {
  /** Ends or rejects when the registry is not heard any more. */
  hearEvents(onVersion: (version: number) => void, signal: AbortSignal): Promise<void>;
  /** Fetches what is newest, and switches to it. */
  look(): Promise<void>;
  isNews(version: number): boolean;
  onHearing(hears: boolean): void;
  /** Told once each time that the registry falls silent. */
  onSilence(why: unknown): void;
  pollMs: number;
}

export function watchRegistry(options: WatchOptions): { stop(): Promise<void> } {
  const { hearEvents, firstPause = 100, longestPause = 5_000, random = Math.random } = options;
  const stopped = new AbortController();
  const { signal } = stopped;
  let looking: Promise<void> | undefined;
  let again = false;
  let isSilent = false;
  const poll = setInterval(() => void look(), options.pollMs * (0.9 + 0.2 * random())).unref();
  const listening = listenOn();
  return { stop };

  async function listenOn(): Promise<void> {
    let pause = firstPause;
    while (!signal.aborted) {
      const hear = (version: number) => {
        pause = firstPause;
        isSilent = false;
        options.onHearing(true);
        if (options.isNews(version)) void look();
      };
      await hearEvents(hear, signal).catch(fallSilent);
      options.onHearing(false);
      // Push may be closed to the gateway where fetching is not.
      await look();
      await sleep(pause * (0.5 + random()), undefined, { signal, ref: false }).catch(() => undefined);
      pause = Math.min(pause * 2, longestPause);
    }
  }

  /** One look at a time; what is asked for meanwhile is looked at right after. */
  function look(): Promise<void> {
    if (looking) again = true;
    else looking = lookUntilSettled().finally(() => (looking = undefined));
    return looking;
  }

  async function lookUntilSettled(): Promise<void> {
    do {
      again = false;
      await options.look().catch(fallSilent);
    } while (again && !signal.aborted);
  }

  function fallSilent(why: unknown): void {
    if (!isSilent && !signal.aborted) options.onSilence(why);
    isSilent = true;
  }

  async function stop(): Promise<void> {
    clearInterval(poll);
    stopped.abort();
    await Promise.all([listening, looking]);
  }
}
