// A circuit breaker: after some failures in a row a shard is not asked for a while, then one probe decides.

export interface BreakerOptions {
  /** Failures in a row that open it. */
  failures: number;
  /** How long it stays open before one probe is let through, in milliseconds. */
  pause: number;
  now: () => number;
}

export interface Breaker {
  /** Whether a request may go out now; true while open only for the one probe. */
  admit(): boolean;
  succeeded(): void;
  failed(): void;
  /** The request said nothing of the shard (the caller left): a probe may be tried again. */
  abandoned(): void;
}

export function createBreaker({ failures, pause, now }: BreakerOptions): Breaker {
  let inARow = 0;
  let openedAt: number | null = null;
  let probing = false;
  return {
    admit() {
      if (openedAt === null) return true;
      if (probing || now() - openedAt < pause) return false;
      probing = true;
      return true;
    },
    succeeded() {
      inARow = 0;
      openedAt = null;
      probing = false;
    },
    failed() {
      inARow += 1;
      if (openedAt !== null || inARow >= failures) openedAt = now();
      probing = false;
    },
    abandoned() {
      probing = false;
    },
  };
}
