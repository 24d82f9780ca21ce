// What a summary must answer, in plain JavaScript: the oracle of counts, sums and groups.
import { compareCodePoints } from '../../schema/code-point-order';
import type { Row } from './list-model';

export interface SummaryOf {
  /** Stored property of each dimension. */
  dimensions: Record<string, string>;
  /** Stored property of each figure that is added up. */
  sums: string[];
}

export interface ExpectedFigures {
  count: number;
  [sum: string]: number | null;
}

/** `rows` are those that the filter lets through; a group's key has its values in the order of `groupBy`. */
export function expectedSummary({ dimensions, sums }: SummaryOf, rows: Row[], groupBy: string[]) {
  const keyOf = (row: Row) => JSON.stringify(groupBy.map((name) => row[dimensions[name]!] ?? null));
  const keys = groupBy.length === 0 ? [] : [...new Set(rows.map(keyOf))].sort(compareCodePoints);
  const groups = keys.map((key) => ({
    key,
    ...figuresOf(
      sums,
      rows.filter((row) => keyOf(row) === key),
    ),
  }));
  return { ...figuresOf(sums, rows), groups };
}

/** A sum with an unknown part is not known. */
function figuresOf(sums: string[], rows: Row[]): ExpectedFigures {
  const total = (property: string) =>
    rows.some((row) => row[property] == null)
      ? null
      : rows.reduce((sum, row) => sum + (row[property] as number), 0);
  return { count: rows.length, ...Object.fromEntries(sums.map((property) => [property, total(property)])) };
}
