// How a question of absence reads a count: "none" only when everybody who could hold one has answered.

export interface Coverage {
  complete: boolean;
  missing: { home: string; reason: string }[];
}

export interface Counted {
  totalCount: number | null;
  coverage: Coverage;
}

/**
 * NONE: there is none. UNKNOWN (未知): somebody who may hold one did not answer.
 * NOT_JOINED (未接入): those who may hold one have not joined.
 */
export type Absence = 'NONE' | 'UNKNOWN' | 'NOT_JOINED';

/** Null when at least one is there. A figure that was not answered at all is unknown. */
export function absenceOf(counted: Counted | null | undefined): Absence | null {
  if (!counted) return 'UNKNOWN';
  if (counted.totalCount) return null;
  if (counted.coverage.complete) return counted.totalCount === 0 ? 'NONE' : 'UNKNOWN';
  return counted.coverage.missing.every(({ reason }) => reason === 'NOT_JOINED') ? 'NOT_JOINED' : 'UNKNOWN';
}

/** Rows of a list that was cut off or not answered by all: the rows behind it are not the whole. */
export interface Rows<Row> {
  rows: Row[];
  /** False when an organization is missing from the list itself, or more rows exist than were asked for. */
  complete: boolean;
}
