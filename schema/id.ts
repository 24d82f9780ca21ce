// Ids of the graph: `<home>` for an organization, `<home>.<kind>.<ulid>` for everything else, lower case throughout.
import { quote, refuse } from './codes';

export interface Id {
  /** The organization that owns the row. */
  home: string;
  /** Absent on an organization's own id. */
  kind?: string;
}

const WORD = '[a-z0-9]+(?:-[a-z0-9]+)*';
const HOME = new RegExp(`^${WORD}$`);
const ROW = new RegExp(`^(${WORD})\\.(${WORD})\\.([0-7][0-9a-hjkmnp-tv-z]{25})$`);
/** Longest home and longest kind, in characters. */
export const MAX_WORD = 40;
/** Longest id: home, kind, ULID (26) and two dots. */
export const MAX_ID = MAX_WORD * 2 + 28;

/** Splits a well-formed id; null for a malformed one. */
export function parseId(id: unknown): Id | null {
  if (typeof id !== 'string' || id.length > MAX_ID) return null;
  if (HOME.test(id)) return id.length <= MAX_WORD ? { home: id } : null;
  const row = ROW.exec(id);
  if (!row || row[1]!.length > MAX_WORD || row[2]!.length > MAX_WORD) return null;
  return { home: row[1]!, kind: row[2]! };
}

/** The home of a well-formed id. Throws BAD_ID for a malformed one. */
export function homeOf(id: unknown): string {
  const parsed = parseId(id);
  if (!parsed) throw badId(id);
  return parsed.home;
}

export function badId(id: unknown) {
  return refuse('BAD_ID', {
    zh: `编号 ${quote(id)} 格式不对；应为“单位”或“单位.类别.ULID”，全部小写，请从图中查询结果里复制。`,
    en: `The id ${quote(id)} is malformed; expected <home> or <home>.<kind>.<ulid> in lower case: copy it from an answer of the graph.`,
  });
}
