// The longest time that one request may take: its fetches are aborted, and the caller reads TIMEOUT.
import { setMaxListeners } from 'node:events';
import { refuse } from '../../schema/codes';

/** How much longer than the deadline the answer of what came may take to be put together, in milliseconds. */
const GRACE_MS = 500;

export interface Deadline {
  /** Aborts at the deadline; every fetch of the request obeys it. */
  signal: AbortSignal;
  /** Milliseconds since the epoch. */
  at: number;
  /** Stops the work now: nobody waits for it. */
  abandon(): void;
  /** Settles with the work, or rejects with TIMEOUT a moment after the deadline if the work obeys no signal. */
  enforce<Result>(work: Promise<Result>): Promise<Result>;
}

export function createDeadline(milliseconds: number): Deadline {
  const controller = new AbortController();
  // One listener for each fetch in flight: as many as there are shards.
  setMaxListeners(0, controller.signal);
  const timer = setTimeout(() => controller.abort(), milliseconds);
  return {
    signal: controller.signal,
    at: Date.now() + milliseconds,
    abandon: () => controller.abort(),
    enforce,
  };

  async function enforce<Result>(work: Promise<Result>): Promise<Result> {
    let giveUp: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      giveUp = setTimeout(() => reject(requestTimedOut()), milliseconds + GRACE_MS);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
      clearTimeout(giveUp);
    }
  }
}

export function requestTimedOut() {
  return refuse('TIMEOUT', {
    zh: '请求超过时限，没有取完；请缩小查询范围，或稍后再试。',
    en: 'The request ran past its deadline and is not complete; ask for less at once, or try again later.',
  });
}
