// Rows by id, in batches of one request.
import { badId, homeOf, parseId } from '../../../schema/id';
import type { NounSpec } from '../noun/spec';
import { createBatch, type RequestContext } from '../request-context';
import { inList } from './condition';
import { hasMoved } from './has-moved';
import { visibleRows } from './visible-rows';

/** Law: N ids in, N rows out, by position; null for an unknown id. */
export function loadRow(context: RequestContext, spec: NounSpec, id: string): Promise<object | null> {
  const rows = context.batch(`row:${spec.name}`, () => createBatch((ids: readonly string[]) => readRows(context, spec, ids)));
  return rows.load(id);
}

/** As `loadRow`, but an id that a caller wrote: BAD_ID when it is malformed. */
export function loadRowAsked(context: RequestContext, spec: NounSpec, id: string): Promise<object | null> {
  if (!parseId(id)) throw badId(id);
  return loadRow(context, spec, id);
}

async function readRows(context: RequestContext, spec: NounSpec, ids: readonly string[]): Promise<(object | Error | null)[]> {
  const { sql, parameters } = inList('t.id', ids);
  const found = context.manager.createQueryBuilder(spec.target, 't').where(sql, parameters);
  const visible = visibleRows(spec, context);
  const rows = await (visible ? found.andWhere(visible.sql, visible.parameters) : found).getMany();
  const byId = new Map(rows.map((row) => [(row as { id: string }).id, row as object]));
  return ids.map((id) => byId.get(id) ?? (context.absent.has(homeOf(id)) ? hasMoved(homeOf(id)) : null));
}
