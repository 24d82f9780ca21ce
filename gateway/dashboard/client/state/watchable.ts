// A value that may be watched: the one kind of state that outlives a component.
import { useEffect, useState } from 'preact/hooks';

export interface Watchable<Value> {
  get(): Value;
  set(value: Value): void;
  watch(notice: () => void): () => void;
}

export function createWatchable<Value>(initial: Value): Watchable<Value> {
  let current = initial;
  const notices = new Set<() => void>();
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(value, current)) return;
      current = value;
      for (const notice of [...notices]) notice();
    },
    watch: (notice) => {
      notices.add(notice);
      return () => notices.delete(notice);
    },
  };
}

export function useWatched<Value>(watchable: Watchable<Value>): Value {
  const [seen, see] = useState({ value: watchable.get() });
  useEffect(() => {
    const look = () => see({ value: watchable.get() });
    look();
    return watchable.watch(look);
  }, [watchable]);
  return seen.value === watchable.get() ? seen.value : watchable.get();
}
