// Reads a connection of the graph as rows, with what it says about itself.
import type { Coverage } from './figures';

interface Connection<Node> {
  totalCount?: number | null;
  coverage?: Coverage;
  pageInfo?: { hasNextPage: boolean };
  edges: { node: Node }[];
}

export interface List<Node> {
  rows: Node[];
  total: number | null;
  coverage: Coverage | null;
  /** False when more rows exist than were fetched, or nobody answered. */
  whole: boolean;
}

export function readList<Node>(connection: Connection<Node> | null | undefined): List<Node> {
  if (!connection) return { rows: [], total: null, coverage: null, whole: false };
  const { totalCount, coverage, pageInfo, edges } = connection;
  return {
    rows: edges.map(({ node }) => node),
    total: totalCount ?? null,
    coverage: coverage ?? null,
    whole: !pageInfo?.hasNextPage,
  };
}

/** Null as soon as one operand is unknown. */
export function sum(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (total, value) => (total === null || value === null ? null : total + value),
    0,
  );
}

/** The largest that is known; null when none is. */
export function largest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length ? Math.max(...known) : null;
}
