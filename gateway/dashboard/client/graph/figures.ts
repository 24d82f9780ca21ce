// What a figure is: a value that knows whom it was asked of, where it comes from, and the rows behind it.
import type { Sentence } from '../words/words';
import type { MissingHome } from './ask-graph';
import type { TableContent } from './table-content';

export interface Coverage {
  readonly complete: boolean;
  readonly asOf: string;
  readonly asked: number;
  readonly answered: number;
  readonly missing: readonly MissingHome[];
}

export type Provenance = 'STATED' | 'DEMONSTRATION' | 'ENTERED';

export interface FigureValue {
  /** Stable; what a test and a frozen paper call it by. */
  id: string;
  label: Sentence;
  /** Null is unknown, never zero. */
  value: number | null;
  /** How the value is written where a number alone does not say it: money, a share, a day. */
  written?: Sentence;
  unit?: Sentence;
  /** A line below: the longest wait, the basis. */
  note?: Sentence;
  /** Whether it asks for somebody's attention. */
  alarm?: boolean;
  coverage: Coverage | null;
  provenances: readonly (Provenance | null)[];
  /** The rows behind it; false when more exist than were fetched. */
  rows: TableContent;
  whole: boolean;
}

/** VALUE may be shown; UNKNOWN: somebody who may hold some did not answer; NOT_JOINED: nobody who could hold some has joined. */
export type Standing = 'VALUE' | 'UNKNOWN' | 'NOT_JOINED';

/** Zero without everybody's answer is not zero. */
export function standingOf({ value, coverage }: Pick<FigureValue, 'value' | 'coverage'>): Standing {
  if (value !== null && (value !== 0 || coverage?.complete)) return 'VALUE';
  const missing = coverage?.missing ?? [];
  return missing.length > 0 && missing.every(({ reason }) => reason === 'NOT_JOINED')
    ? 'NOT_JOINED'
    : 'UNKNOWN';
}

export type Kind = Provenance | 'MIXED' | null;

export function kindOf(provenances: readonly (Provenance | null | undefined)[]): Kind {
  const kinds = new Set(provenances.filter((it) => it != null));
  if (kinds.size > 1) return 'MIXED';
  return [...kinds][0] ?? null;
}

/** Several answers under one figure: complete only when each is. */
export function joinCoverage(coverages: readonly (Coverage | null | undefined)[]): Coverage | null {
  const known = coverages.filter((it) => it != null);
  if (known.length === 0 || known.length < coverages.length) return null;
  const missing = new Map(known.flatMap((it) => it.missing.map((home) => [home.home, home] as const)));
  const widest = known.reduce((a, b) => (b.asked > a.asked ? b : a));
  return {
    complete: known.every(({ complete }) => complete),
    asOf: known.map(({ asOf }) => asOf).sort()[0]!,
    asked: widest.asked,
    answered: widest.asked - missing.size,
    missing: [...missing.values()],
  };
}
