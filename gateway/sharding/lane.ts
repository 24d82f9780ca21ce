// Bounded concurrency with a bounded queue: how many requests may be under way to one shard.

export interface Lane {
  /** Resolves true when it is this request's turn, false when the queue is full or the signal fires first. */
  enter(signal: AbortSignal): Promise<boolean>;
  leave(): void;
}

export function createLane(width: number, length: number): Lane {
  let busy = 0;
  const queue = new Set<() => void>();
  return {
    async enter(signal) {
      if (busy < width) {
        busy += 1;
        return true;
      }
      if (queue.size >= length || signal.aborted) return false;
      return waitForTurn(queue, signal);
    },
    leave() {
      const next = queue.values().next().value;
      if (next) next();
      else busy -= 1;
    },
  };
}

/** A place is handed over from the one who leaves, so `busy` does not change. */
function waitForTurn(queue: Set<() => void>, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (turn: boolean) => {
      queue.delete(take);
      signal.removeEventListener('abort', give);
      resolve(turn);
    };
    const take = () => settle(true);
    const give = () => settle(false);
    queue.add(take);
    signal.addEventListener('abort', give);
  });
}
