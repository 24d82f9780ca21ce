// Bounded concurrency, first come, first served: how many fetches are under way at once, and how many may wait.
import { type Ticket, TicketList } from './ticket-list';

export interface Lane {
  /** The ticket goes now or when it is its turn; false, and it never goes, when too many wait. */
  enter(ticket: Ticket): boolean;
  /** For one that is done, and for one that waits no longer. */
  leave(ticket: Ticket): void;
}

export interface LaneOptions {
  width: number;
  /** How many may wait. */
  length: number;
  /** Milliseconds after which one that is still under way no longer holds up the others; absent where it always does. */
  holdsFor?: number;
}

export function createLane({ width, length, holdsFor = Infinity }: LaneOptions): Lane {
  const busy = new TicketList();
  const waiting = new TicketList();
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
      if (!waiting.remove(ticket) && busy.remove(ticket)) admit();
    },
  };

  function start(ticket: Ticket): void {
    if (holdsFor !== Infinity) ticket.since = Date.now();
    busy.add(ticket);
    ticket.go();
  }

  /** Not nested, however soon those that go are done: they could be thousands. */
  function admit(): void {
    if (isAdmitting) return;
    isAdmitting = true;
    while (waiting.first && busy.size < width) {
      const next = waiting.first;
      waiting.remove(next);
      start(next);
    }
    isAdmitting = false;
  }

  function watchOldest(): void {
    if (holdsFor === Infinity || timer || !waiting.first) return;
    timer = setTimeout(passOldest, Math.max(0, busy.first!.since + holdsFor - Date.now())).unref();
  }

  /** Those that dawdle do not count any more: what waits for other shards goes on. */
  function passOldest(): void {
    timer = undefined;
    const latest = Date.now() - holdsFor;
    while (busy.first && busy.first.since <= latest) busy.remove(busy.first);
    admit();
    watchOldest();
  }
}
