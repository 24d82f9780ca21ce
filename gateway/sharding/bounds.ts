// How much one operation may ask of the shards (law 10); above a bound the field is refused with TOO_MANY.
export interface Bounds {
  /** Rows that one field may ask for: representations × shards × page. */
  rows: number;
  /** Above this many rows, keys are asked first and only the winners are filled in. */
  keysFirstAbove: number;
  /** Representations × shards of one scattered field of an entity. */
  representations: number;
  /** Ids in one list: `_entities`, by-ids fields, `homes`. */
  ids: number;
  /** Rounds of follow-up requests. */
  hops: number;
  /** Errors of one kind and root field that are spelled out; the rest is counted. */
  errors: number;
}

export const DEFAULT_BOUNDS: Bounds = {
  rows: 250_000,
  keysFirstAbove: 5_000,
  representations: 50_000,
  ids: 5_000,
  hops: 16,
  errors: 20,
};
