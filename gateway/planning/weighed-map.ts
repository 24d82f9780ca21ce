// A map that is bounded in number and in characters: what was kept first is forgotten first.

export interface WeighedMap<Value> {
  get(key: string): Value | undefined;
  has(key: string): boolean;
  /** As the last one. What is over a bound by itself is not kept, and nothing is forgotten for it. */
  keep(key: string, value: Value): void;
  forget(key: string): void;
  /** First the first that was kept; what was met may be forgotten meanwhile. */
  entries(): Iterable<[key: string, value: Value]>;
  /** Characters of all entries together. */
  held(): number;
}

export interface WeighedMapOptions<Value> {
  entries: number;
  characters: number;
  /** What an entry holds, in characters; law: the same whenever it is asked. */
  weigh(key: string, value: Value): number;
}

export function createWeighedMap<Value>(options: WeighedMapOptions<Value>): WeighedMap<Value> {
  const { entries, characters, weigh } = options;
  const kept = new Map<string, Value>();
  let held = 0;
  return {
    get: (key) => kept.get(key),
    has: (key) => kept.has(key),
    keep(key, value) {
      forget(key);
      const weight = weigh(key, value);
      if (weight > characters) return;
      kept.set(key, value);
      held += weight;
      while (kept.size > entries || held > characters) forget(kept.keys().next().value!);
    },
    forget,
    entries: () => kept.entries(),
    held: () => held,
  };

  function forget(key: string): void {
    const value = kept.get(key);
    if (value === undefined) return;
    kept.delete(key);
    held -= weigh(key, value);
  }
}
