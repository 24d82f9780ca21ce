// Something fetched, kept while it is fetched again, with the fault of the last try beside it.
import { useEffect, useState } from 'preact/hooks';

export interface Loaded<Value> {
  /** The last good one. */
  value?: Value;
  /** Why the last try failed. */
  fault?: string;
}

const RETRY_MS = 3_000;

/** Fetches once, then every `everyMs` where given; after a fault it tries again by itself. `load` must not change. */
export function useLoaded<Value>(load: () => Promise<Value>, everyMs?: number): Loaded<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({});
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const again = (ms: number | undefined) =>
      (timer = gone || ms === undefined ? undefined : setTimeout(look, ms));
    const look = () =>
      load().then(
        (value) => {
          if (!gone) setLoaded({ value });
          again(everyMs);
        },
        (error: unknown) => {
          if (!gone)
            setLoaded(({ value }) => ({
              value,
              fault: error instanceof Error ? error.message : String(error),
            }));
          again(everyMs ?? RETRY_MS);
        },
      );
    void look();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [load, everyMs]);
  return loaded;
}
