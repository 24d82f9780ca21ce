// Checks the rows of one part of a connection; what breaks the protocol is left out and said.
import { comparePositions, decodeCursor, type Position } from '../../../schema/cursor';
import { parseId } from '../../../schema/id';
import { CURSOR, ID } from '../plan/hidden';
import type { ConnectionPlan } from '../plan/operation-plan';
import { Fault } from '../state/fault';
import { isRaw } from '../state/run';
import type { ExpectedOrdering } from './expected-ordering';
import type { PageArguments } from '../state/page-arguments';
import type { Answer } from './parts';

export interface Row extends Position {
  answer: Answer;
  /** Position in the part's `edges`, whichever alias. */
  index: number;
}

export interface ReadRows {
  rows: Row[];
  faulty: boolean;
}

/** The part's first `edges`; null when some `edges` is not a list of the same length. */
export function edgesOf({ edges }: ConnectionPlan, { raw }: Answer): unknown[] | null {
  const lists = edges.map((plan) => raw[plan.raw]);
  const first = lists[0];
  if (!Array.isArray(first)) return null;
  return lists.every((list) => Array.isArray(list) && list.length === first.length) ? first : null;
}

/** Rows in order, of the expected ordering, inside the page's bounds, of the homes that the shard was asked for (law 6). */
export function readRows(
  plan: ConnectionPlan,
  page: PageArguments,
  expected: ExpectedOrdering,
  answer: Answer,
  edges: readonly unknown[],
): ReadRows {
  const rows: Row[] = [];
  for (let index = 0; index < edges.length && rows.length < page.size; index++) {
    const position = readPosition(plan, expected, answer, edges[index]);
    if (!position || !isInside(page, expected, position)) continue;
    const previous = rows.at(-1);
    if (previous && comparePositions(expected.direction, previous, position) >= 0) continue;
    rows.push({ values: position.values, id: position.id, answer, index });
  }
  return { rows, faulty: rows.length < edges.length };
}

function readPosition(
  plan: ConnectionPlan,
  expected: ExpectedOrdering,
  { set }: Answer,
  edge: unknown,
): Position | null {
  if (!isRaw(edge)) return null;
  const cursor = decodeCursor(edge[CURSOR]);
  if (!cursor || !hasOrdering(cursor, expected)) return null;
  const node = edge[plan.edges[0]!.node];
  if (!(node instanceof Fault) && !(isRaw(node) && node[ID] === cursor.id)) return null;
  return plan.reference === 'foreign' || set.has(parseId(cursor.id)!.home) ? cursor : null;
}

function hasOrdering(
  cursor: NonNullable<ReturnType<typeof decodeCursor>>,
  expected: ExpectedOrdering,
): boolean {
  return (
    cursor.order === expected.order &&
    cursor.direction === expected.direction &&
    cursor.filterHash === expected.filterHash &&
    cursor.values.length === expected.columns
  );
}

function isInside(
  { after, before }: PageArguments,
  { direction, columns }: ExpectedOrdering,
  position: Position,
): boolean {
  if (after && after.values.length === columns && comparePositions(direction, after, position) >= 0)
    return false;
  return !(before && before.values.length === columns && comparePositions(direction, position, before) >= 0);
}
