// A period as a source states it: its words, its days where it gives them, and how often it returns.
import type { Comparator } from '../../cobuilding/comparator';
import type { Recurrence } from '../../cobuilding/recurrence';
import type { Fact } from '../facts';

export interface StatedPeriod {
  text: string | null;
  start: string | null;
  end: string | null;
  basis: string | null;
  recurrence: keyof typeof Recurrence | null;
  /** Monday is 1. */
  weekday: number | null;
}

/** A relative period keeps its words and gets no days. */
export function periodOf({ period, periodText }: Fact): StatedPeriod {
  const { text, start, end, basis, recurrence } = (period ?? { text: periodText }) as Record<
    string,
    string | null | undefined
  >;
  const weekly = recurrence === 'WEEKLY_TUESDAY';
  return {
    text: text ?? null,
    start: start ?? null,
    end: end ?? null,
    basis: basis ?? null,
    recurrence: weekly ? 'WEEKLY' : ((recurrence ?? null) as StatedPeriod['recurrence']),
    weekday: weekly ? 2 : null,
  };
}

const COMPARATORS: Record<string, keyof typeof Comparator> = {
  '>=': 'AT_LEAST',
  '>': 'MORE_THAN',
  '<=': 'AT_MOST',
  '<': 'LESS_THAN',
  '~': 'ABOUT',
};

export function comparatorOf({ comparator }: Fact): keyof typeof Comparator | null {
  return typeof comparator === 'string' ? COMPARATORS[comparator]! : null;
}
