// Order as the graph promises it: by code point, nothing before something, ties by id.
import type { Row } from './world';

/** UTF-8 keeps the order of code points. */
export function compareUtf8(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

export function inOrder<R extends Row>(
  rows: readonly R[],
  column: string,
  direction: 'ASC' | 'DESC' = 'ASC',
): R[] {
  const ascending = [...rows].sort((a, b) => compare(a[column], b[column]) || compareUtf8(a.id, b.id));
  return direction === 'ASC' ? ascending : ascending.reverse();
}

function compare(a: unknown, b: unknown): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareUtf8(String(a), String(b));
}
