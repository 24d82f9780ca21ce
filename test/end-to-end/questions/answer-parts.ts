// Parts that many answers share: a named row, a page of a list, the groups of a summary.
import { compareUtf8 } from './in-order';
import { rowById, rowsOf, type Row, type World } from './world';

/** Id and name, by which answers show what a row refers to; null when it is not there or did not answer. */
export function named(world: World, table: string, id: string | null, label = 'name') {
  const row = rowById(world, table, id);
  return row && { id: row.id, [label]: row[label] as string };
}

export function organization(world: World, id: string | null) {
  return named(world, 'directory_organization', id);
}

/** The first rows of a list; rows come in order. `cursor` is told where the answer has one. */
export function page<Node>(rows: readonly Row[], first: number, node: (row: Row) => Node) {
  return {
    totalCount: rows.length,
    pageInfo: { hasNextPage: rows.length > first },
    edges: rows.slice(0, first).map((row) => ({ node: node(row) })),
  };
}

/** A page whose answer tells its last cursor too. */
export function pageWithCursor<Node>(rows: readonly Row[], first: number, node: (row: Row) => Node) {
  const { totalCount, edges } = page(rows, first, node);
  return {
    totalCount,
    edges,
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.length > 0 ? 'a cursor' : null },
  };
}

/** One group for each combination of values, by key. */
export function groups<Figures>(
  rows: readonly Row[],
  columns: readonly string[],
  figures: (rows: Row[]) => Figures,
) {
  const byKey = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(columns.map((column) => (row[column] as unknown) ?? null));
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return [...byKey]
    .sort(([a], [b]) => compareUtf8(a, b))
    .map(([key, group]) => ({ key, count: group.length, ...figures(group) }));
}

export function sum(rows: readonly Row[], column: string): number {
  return rows.reduce((total, row) => total + (row[column] as number), 0);
}

/** Rows of a table that belong to a parent. */
export function childrenOf(world: World, table: string, column: string, parent: Row): Row[] {
  return rowsOf(world, table, (row) => row[column] === parent.id);
}

/** An amount as it is stored: its columns begin with the name of the fact. */
export function amount(row: Row, fact: string) {
  const fen = row[`${fact}Fen`] as number | string | null;
  return {
    fen: fen === null ? null : String(fen),
    masked: Boolean(row[`${fact}Masked`]),
    unstated: Boolean(row[`${fact}Unstated`]),
  };
}

/** A total of amounts: not known where one of them is not. */
export function total(rows: readonly Row[], fact: string) {
  const amounts = rows.map((row) => amount(row, fact));
  const known = String(amounts.reduce((sum, { fen }) => sum + BigInt(fen ?? 0), 0n));
  const maskedCount = amounts.filter(({ masked }) => masked).length;
  const unstatedCount = amounts.filter(({ unstated }) => unstated).length;
  const knownCount = amounts.filter(({ fen }) => fen !== null).length;
  const fen = maskedCount + unstatedCount > 0 ? null : known;
  return { fen, knownFen: known, knownCount, maskedCount, unstatedCount };
}

/** Where a row is stated; null for what no document states. */
export function source(world: World, { sourceDocumentId, sourceParagraph }: Row) {
  if (sourceDocumentId === null) return null;
  return {
    paragraph: sourceParagraph as number | null,
    document: named(world, 'directory_source_document', sourceDocumentId as string, 'title'),
  };
}
