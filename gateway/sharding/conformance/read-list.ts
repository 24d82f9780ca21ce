// Reads the list in a shard's answer, which may be anything: what is no list of rows is told, and what is left is examined on.
import { quote } from '../../../schema/codes';
import { parseId } from '../../../schema/id';

export interface Row {
  cursor: string;
  id: string;
}

export interface ListPage {
  rows: Row[];
  totalCount: number | null;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

interface RawList {
  totalCount?: unknown;
  pageInfo?: { hasNextPage?: unknown; hasPreviousPage?: unknown } | null;
  edges?: unknown;
}

/** What was refused is null, and says nothing of the form of lists. */
export function readList(value: unknown): { page: ListPage; faults: string[] } {
  const { totalCount, pageInfo, edges } = (value ?? {}) as RawList;
  const isList = Array.isArray(edges);
  const read = (isList ? (edges as unknown[]) : []).map(readEdge);
  const faults = read.filter((row) => typeof row === 'string');
  return {
    page: {
      rows: read.filter((row) => typeof row !== 'string'),
      totalCount: typeof totalCount === 'number' ? totalCount : null,
      hasNextPage: pageInfo?.hasNextPage === true,
      hasPreviousPage: pageInfo?.hasPreviousPage === true,
    },
    faults: isList || value == null ? faults : [`edges must be a list; got ${show(edges)}`],
  };
}

/** The row, or what is wrong with it. */
function readEdge(edge: unknown, i: number): Row | string {
  const { cursor, node } = (edge ?? {}) as { cursor?: unknown; node?: { id?: unknown } | null };
  const id = node?.id;
  if (typeof cursor === 'string' && typeof id === 'string' && parseId(id)) return { cursor, id };
  return `edge ${i} must have a cursor, and a node with an id of the graph; got ${show(edge)}`;
}

function show(value: unknown): string {
  return quote(JSON.stringify(value) ?? 'nothing', 200);
}
