// One piece of work that several callers wait for: it is given up only when all of them have left.

export interface Flight<Result> {
  /** Resolves with the work, or at once with `gone` when this caller's signal fires. */
  join(signal: AbortSignal | undefined, gone: Result): Promise<Result>;
}

/** `onEmpty` is told, once, when everybody has left before the end; `work` is told by its signal. */
export function createFlight<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  onEmpty: () => void,
): Flight<Result> {
  const controller = new AbortController();
  const result = work(controller.signal);
  let waiting = 0;
  return {
    join(signal, gone) {
      waiting += 1;
      if (!signal) return result;
      return new Promise<Result>((resolve, reject) => {
        const leave = () => {
          waiting -= 1;
          if (waiting === 0) {
            onEmpty();
            controller.abort();
          }
          resolve(gone);
        };
        if (signal.aborted) return leave();
        signal.addEventListener('abort', leave, { once: true });
        result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
      });
    },
  };
}
