// What a gateway tells its registry of use: counts a day, added up there; never a variable, never a value.

/** How often one named operation of one client used one coordinate on one day. */
export interface UseCount {
  /** `YYYY-MM-DD`, in Shanghai. */
  day: string;
  client: string;
  /** `anonymous` when the operation has no name. */
  operation: string;
  /**
   * `Type.field`, `Type.field(argument:)`, `Enum.VALUE`; a type alone that a fragment names, or that a variable has: all that it may
   * hold is used.
   */
  coordinate: string;
  count: number;
}

/** What is sent at once. It keeps its id when it is sent again, by which the registry knows what it has counted. */
export interface UseReport {
  /** A ULID. */
  id: string;
  counts: UseCount[];
}

/** What the registry takes in one report: counts, characters of a name and of a coordinate, and the highest count. */
export const USE_BOUNDS = { counts: 20_000, name: 200, coordinate: 400, count: 1_000_000_000 };

/** Clients and operations beyond a bound are counted together under this name. */
export const OTHERS = 'others';
