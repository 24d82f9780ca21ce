// Bounded concurrency, first come, first served: how many fetches are under way at once, and how many may wait.

export interface Lane {
  /** The ticket goes now or when it is its turn; false, and it never goes, when too many wait. */
  enter(ticket: Ticket): boolean;
  /** For one that is done, and for one that waits no longer. */
  leave(ticket: Ticket): void;
}

export interface Ticket {
  go(): void;
}

export interface LaneOptions {
  width: number;
  /** How many may wait. */
  length: number;
  /** Milliseconds after which one that is still under way no longer holds up the others; absent where it always does. */
  holdsFor?: number;
}

export function createLane({ width, length, holdsFor = Infinity }: LaneOptions): Lane {
  /** In the order in which they went, with the time. */
  const busy = new Map<Ticket, number>();
  const waiting = new Set<Ticket>();
  let timer: NodeJS.Timeout | undefined;
  let isAdmitting = false;
  return {
    enter(ticket) {
      if (busy.size < width && waiting.size === 0) start(ticket);
      else if (waiting.size >= length) return false;
      else {
        waiting.add(ticket);
        watchOldest();
      }
      return true;
    },
    leave(ticket) {
      if (!waiting.delete(ticket) && busy.delete(ticket)) admit();
    },
  };

  function start(ticket: Ticket): void {
    busy.set(ticket, holdsFor === Infinity ? 0 : Date.now());
    ticket.go();
  }

  /** Not nested, however soon those that go are done: they could be thousands. */
  function admit(): void {
    if (isAdmitting) return;
    isAdmitting = true;
    for (const next of waiting) {
      if (busy.size >= width) break;
      waiting.delete(next);
      start(next);
    }
    isAdmitting = false;
  }

  function watchOldest(): void {
    if (holdsFor === Infinity || timer || waiting.size === 0) return;
    const [oldest] = busy.values();
    timer = setTimeout(passOldest, Math.max(0, oldest! + holdsFor - Date.now())).unref();
  }

  /** Those that dawdle do not count any more: what waits for other shards goes on. */
  function passOldest(): void {
    timer = undefined;
    const latest = Date.now() - holdsFor;
    for (const [ticket, since] of busy) {
      if (since > latest) break;
      busy.delete(ticket);
    }
    admit();
    watchOldest();
  }
}
