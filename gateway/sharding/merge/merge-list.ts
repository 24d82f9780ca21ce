// Merges the parts of a plain scattered list by its declared order, which ends in id.
import { compareCodePoints, compareValues } from '../../../schema/code-point-order';
import { parseId } from '../../../schema/id';
import { ID } from '../plan/hidden';
import { isRaw, type Raw, type Run } from '../state/run';
import { reportInvalid, type Answer, type SortedParts } from './parts';

export interface ListRow {
  raw: Raw;
  answer: Answer;
}

/** A part's value is wrapped as `{ list }`, so that a list too is an object among parts. */
export function mergeList(run: Run, root: string, order: readonly string[], parts: SortedParts): ListRow[] {
  const compare = comparator(order);
  const rows: ListRow[] = [];
  for (const answer of parts.answers) {
    const items = Array.isArray(answer.raw.list) ? answer.raw.list : [null];
    const sound = items.filter((item) => isOwnRow(item, answer)) as Raw[];
    const ordered = sound.filter((item, i) => i === 0 || compare(sound[i - 1]!, item) < 0);
    if (ordered.length < items.length) reportInvalid(run, root, parts.missing, answer.homes);
    for (const raw of ordered) rows.push({ raw, answer });
  }
  return rows.sort((a, b) => compare(a.raw, b.raw));
}

function isOwnRow(item: unknown, { set }: Answer): boolean {
  const id = isRaw(item) ? parseId(item[ID]) : null;
  return id !== null && set.has(id.home);
}

function comparator(order: readonly string[]): (a: Raw, b: Raw) => number {
  return (a, b) => {
    for (const column of order) {
      const difference = compareValues(valueOf(a[column]), valueOf(b[column]));
      if (difference !== 0) return difference;
    }
    return compareCodePoints(a[ID] as string, b[ID] as string);
  };
}

function valueOf(value: unknown): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
