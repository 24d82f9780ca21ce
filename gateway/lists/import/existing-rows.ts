// The rows that the home has already, found again by their id or by what makes them the same.
import { readConnection } from '../graph/read-connection';
import { GraphFault, type AskGraph } from '../graph/ask-graph';
import { selectionOf, valuesOf } from '../graph/value-of';
import type { GraphRow, ListDeclaration, Values } from '../lists/list';

export interface ExistingRow {
  row: GraphRow;
  values: Values;
}

export interface ExistingRows {
  byId(id: string): ExistingRow | undefined;
  /** Those of the first key that has any. */
  byKeys(keys: readonly string[]): ExistingRow[];
}

/** Rejects with a GraphFault where the home does not answer: then nobody knows what is there. */
export async function readExisting(
  ask: AskGraph,
  list: ListDeclaration,
  home: string,
): Promise<ExistingRows> {
  const { plural, filter } = list;
  const connection = { plural, select: selectionOf(list), home, ...(filter && { filter }) };
  const { rows, coverage } = await readConnection<GraphRow>(ask, connection);
  const [missing] = coverage?.missing ?? [];
  if (missing || coverage?.answered === 0) throw silent(home, missing?.reason ?? 'UNREACHABLE');
  return indexRows(
    list,
    rows.map((row) => ({ row, values: valuesOf(list, row) })),
  );
}

function indexRows(list: ListDeclaration, rows: readonly ExistingRow[]): ExistingRows {
  const byId = new Map(rows.map((each) => [each.row.id, each]));
  const byKey = new Map<string, ExistingRow[]>();
  for (const each of rows)
    for (const key of list.keys(each.values, each.row).slice(0, 1))
      byKey.set(key, [...(byKey.get(key) ?? []), each]);
  return {
    byId: (id) => byId.get(id),
    byKeys: (keys) => keys.map((key) => byKey.get(key) ?? []).find((found) => found.length > 0) ?? [],
  };
}

function silent(home: string, reason: string): GraphFault {
  return new GraphFault('HOME_UNAVAILABLE', {
    zh: `单位 ${home} 没有应答（${reason}），不知道已有哪些行；什么都没有导入，请稍后再试。`,
    en: `${home} did not answer (${reason}), so nobody knows what is there; nothing was imported, try again later.`,
  });
}
