// Stops all fetches of a request when its client hangs up: one listener for all, since a signal walks its listeners at each change.

/** What a signal stops. */
export interface Stoppable {
  hangUp(): void;
}

const under = new WeakMap<AbortSignal, Set<Stoppable>>();

/** The signal must not have fired yet. */
export function stopWith(signal: AbortSignal, work: Stoppable): void {
  let all = under.get(signal);
  if (!all) {
    const works = (all = new Set());
    under.set(signal, all);
    signal.addEventListener('abort', () => works.forEach((each) => each.hangUp()), { once: true });
  }
  all.add(work);
}

export function release(signal: AbortSignal, work: Stoppable): void {
  under.get(signal)?.delete(work);
}
