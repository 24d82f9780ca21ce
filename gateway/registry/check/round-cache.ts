// A cache that keeps what this round used and what the last one did; it cannot grow beyond two rounds.

export interface RoundCache<Value> {
  /** Nothing is kept when `make` throws. */
  get(key: string, make: () => Value): Value;
  /** Begins a round. */
  turn(): void;
}

export function createRoundCache<Value>(): RoundCache<Value> {
  let now = new Map<string, Value>();
  let last = new Map<string, Value>();
  return {
    get(key, make) {
      const known = now.get(key);
      if (known !== undefined) return known;
      const value = last.get(key) ?? make();
      // Under the key of this round: one of an older round may be a piece of a text that is not needed any more.
      now.set(key, value);
      return value;
    },
    turn() {
      last = now;
      now = new Map();
    },
  };
}
