// The rows of one part of a connection, read one by one as the merge asks for them; what breaks the protocol is left out.
import { comparePositions, decodeCursor, type Ordering, type Position } from '../../../schema/cursor';
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

/** What all parts of a connection are read by. */
export interface Reading {
  plan: ConnectionPlan;
  page: PageArguments;
  expected: ExpectedOrdering;
}

/** A cursor that was read already. */
export interface KnownCursor {
  index: number;
  cursor: Ordering & Position;
}

/** The part's first `edges`; null when some `edges` is not a list of the same length. */
export function edgesOf({ edges }: ConnectionPlan, { raw }: Answer): unknown[] | null {
  const first = raw[edges[0]!.raw];
  if (!Array.isArray(first)) return null;
  for (const plan of edges) {
    const list = raw[plan.raw];
    if (!Array.isArray(list) || list.length !== first.length) return null;
  }
  return first;
}

/** The cursor that is read first: of the last row when the page is taken from the end. */
export function firstCursor(edges: readonly unknown[], fromEnd: boolean): KnownCursor | null {
  for (let i = 0; i < edges.length; i++) {
    const index = fromEnd ? edges.length - 1 - i : i;
    const edge = edges[index];
    const cursor = isRaw(edge) ? decodeCursor(edge[CURSOR]) : null;
    if (cursor) return { index, cursor };
  }
  return null;
}

/** From the start, or from the end when the page is taken there. */
export class PartRows {
  /** The next row; undefined when there is none. */
  head: Row | undefined;
  /** Whether something that was read broke the protocol, or more came than was asked for. */
  isFaulty: boolean;
  private index: number;
  private readonly step: 1 | -1;
  private left: number;

  constructor(
    private readonly reading: Reading,
    readonly answer: Answer,
    private readonly edges: readonly unknown[],
    private readonly known: KnownCursor | null,
  ) {
    const { fromEnd, size } = reading.page;
    this.isFaulty = edges.length > size;
    this.left = size;
    this.step = fromEnd ? -1 : 1;
    this.index = fromEnd ? edges.length - 1 : 0;
    this.advance();
  }

  advance(): void {
    const previous = this.head;
    this.head = undefined;
    const { edges, step } = this;
    while (this.left > 0 && this.index >= 0 && this.index < edges.length) {
      const { index } = this;
      this.index += step;
      const position = this.read(index);
      if (position && (!previous || this.follows(previous, position))) {
        this.left -= 1;
        this.head = { values: position.values, id: position.id, answer: this.answer, index };
        return;
      }
      this.isFaulty = true;
    }
  }

  /** Takes no row more; what breaks the protocol among them is found. */
  readToEnd(): void {
    while (this.head) this.advance();
  }

  /** The row's position, if it is of the expected ordering, inside the page's bounds and of a home that the shard was asked for (law 6). */
  private read(index: number): Position | null {
    const { plan, page, expected } = this.reading;
    const edge = this.edges[index];
    if (!isRaw(edge)) return null;
    const cursor = this.known?.index === index ? this.known.cursor : decodeCursor(edge[CURSOR]);
    if (!cursor || !hasOrdering(cursor, expected)) return null;
    const node = edge[plan.edges[0]!.node];
    if (!(node instanceof Fault) && !(isRaw(node) && node[ID] === cursor.id)) return null;
    const isOwn = plan.reference === 'foreign' || this.answer.set.has(parseId(cursor.id)!.home);
    return isOwn && isInside(page, expected, cursor) ? cursor : null;
  }

  private follows(previous: Position, position: Position): boolean {
    return comparePositions(this.reading.expected.direction, previous, position) * this.step < 0;
  }
}

function hasOrdering(cursor: Ordering & Position, expected: ExpectedOrdering): boolean {
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
