// Which signatures have carried a mutation already: remembered as long as they hold, in bounded memory.

export interface SeenSignatures {
  /** `new` once for each id; `full` when it cannot be remembered, and so must not be taken. */
  take: (id: string, until: number) => 'new' | 'seen' | 'full';
}

const MOST = 100_000;

/** Times are milliseconds since the epoch. Ids come about in the order in which they end, so the oldest are looked at first. */
export function createSeenSignatures(now: () => number = () => Date.now(), most = MOST): SeenSignatures {
  const seen = new Map<string, number>();
  return {
    take(id, until) {
      forgetEnded();
      if (seen.has(id)) return 'seen';
      if (seen.size >= most) return 'full';
      seen.set(id, until);
      return 'new';
    },
  };

  function forgetEnded(): void {
    const at = now();
    for (const [id, until] of seen) {
      if (until > at) return;
      seen.delete(id);
    }
  }
}
