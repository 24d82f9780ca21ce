// The longest time that one request may take: its fetches are aborted, and the caller reads TIMEOUT.
import { refuse } from '../../schema/codes';
import { StopSignal } from './stop-signal';

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
  const signal = new StopSignal();
  let giveUp: ((error: Error) => void) | undefined;
  let timer = setTimeout(() => {
    signal.abort();
    timer = setTimeout(() => giveUp?.(requestTimedOut()), GRACE_MS);
  }, milliseconds);
  return {
    signal: signal.asAbortSignal(),
    at: Date.now() + milliseconds,
    abandon: () => signal.abort(),
    enforce: (work) =>
      new Promise((resolve, reject) => {
        giveUp = reject;
        const settle = <Value>(done: (value: Value) => void) => {
          return (value: Value) => {
            clearTimeout(timer);
            done(value);
          };
        };
        work.then(settle(resolve), settle(reject));
      }),
  };
}

export function requestTimedOut() {
  return refuse('TIMEOUT', {
    zh: '请求超过时限，没有取完；请缩小查询范围，或稍后再试。',
    en: 'The request ran past its deadline and is not complete; ask for less at once, or try again later.',
  });
}
