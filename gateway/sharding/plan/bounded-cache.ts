// A map that forgets what was not used for longest.

export interface BoundedCache<V> {
  /** The value of a key, made when it is not there. Nothing is kept when `make` throws. */
  get(key: string, make: () => V): V;
}

export function createBoundedCache<V>(capacity: number): BoundedCache<V> {
  const entries = new Map<string, V>();
  return {
    get(key, make) {
      const known = entries.get(key);
      const value = known ?? make();
      if (known !== undefined) entries.delete(key);
      entries.set(key, value);
      if (entries.size > capacity) entries.delete(entries.keys().next().value!);
      return value;
    },
  };
}
