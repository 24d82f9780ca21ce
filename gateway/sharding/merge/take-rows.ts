// Takes the first (or last) rows of many sorted parts, reading of each part no more than that needs.
import { comparePositions, type Direction } from '../../../schema/cursor';
import type { PageArguments } from '../state/page-arguments';
import type { PartRows, Row } from './part-rows';

export interface TakenRows {
  /** In the list's order. */
  rows: Row[];
  /** Whether a row was left: it was read and is sound. */
  leftOver: boolean;
}

type Compare = (a: Row, b: Row) => number;

/** A heap of the parts by their next rows: N rows of K parts cost K + N reads. https://en.wikipedia.org/wiki/K-way_merge_algorithm */
export function takeRows(
  parts: PartRows[],
  { size, fromEnd }: PageArguments,
  direction: Direction,
): TakenRows {
  const order: Compare = (a, b) => comparePositions(direction, a, b);
  const compare: Compare = fromEnd ? (a, b) => order(b, a) : order;
  const heap = parts.filter(({ head }) => head !== undefined);
  for (let i = (heap.length >> 1) - 1; i >= 0; i--) sink(heap, i, compare);
  const rows: Row[] = [];
  while (heap.length > 0 && rows.length < size) {
    rows.push(heap[0]!.head!);
    heap[0]!.advance();
    if (heap[0]!.head === undefined) dropFirst(heap);
    sink(heap, 0, compare);
  }
  return { rows: fromEnd ? rows.reverse() : rows, leftOver: heap.length > 0 };
}

function dropFirst(heap: PartRows[]): void {
  const last = heap.pop()!;
  if (heap.length > 0) heap[0] = last;
}

function sink(heap: PartRows[], from: number, compare: Compare): void {
  let at = from;
  for (;;) {
    let least = at;
    for (let child = 2 * at + 1; child <= 2 * at + 2 && child < heap.length; child++) {
      if (compare(heap[child]!.head!, heap[least]!.head!) < 0) least = child;
    }
    if (least === at) return;
    [heap[at], heap[least]] = [heap[least]!, heap[at]!];
    at = least;
  }
}
