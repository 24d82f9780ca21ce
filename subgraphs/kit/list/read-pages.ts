// Reads one page for each of many parents: one SQL statement, however many parents there are.
import type { SelectQueryBuilder } from 'typeorm';
import { groupBy } from '../group-by';
import type { NounSpec } from '../noun/spec';
import type { RequestContext } from '../request-context';
import { inList, type Condition } from '../sql/condition';
import { visibleRows } from '../sql/visible-rows';
import { beyond, sqlDirection, type Window } from './window';

type Row = Record<string, unknown> & { id: string };

/** A list of a noun, perhaps one for each parent. */
export interface ListQuery {
  spec: NounSpec;
  conditions: Condition[];
  window: Window;
  /** The column that holds the parent's id; absent for a root list. */
  parent?: string;
}

export interface Page {
  /** In the list's order. */
  rows: Row[];
  /** The window holds more rows than the page: after its end, or before its start when backwards. */
  more: boolean;
}

/** Rows around the window, for the flags and the total count of a connection. */
export interface Tally {
  total: number;
  /** Rows up to and with `after`. */
  before: number;
  /** Rows from `before` on. */
  after: number;
}

/** Law: one page for each parent, by position. A root list has the one parent ''. */
export async function readPages(context: RequestContext, query: ListQuery, parents: readonly string[]): Promise<Page[]> {
  if (parents.length === 1) return [toPage(query.window, await readOne(context, query, parents[0]!))];
  const rows = groupBy(await readMany(context, query, parents), (row) => row[query.parent!] as string);
  return parents.map((parent) => toPage(query.window, rows.get(parent) ?? []));
}

function toPage({ size, backwards }: Window, rows: Row[]): Page {
  const kept = rows.slice(0, size);
  return { rows: backwards ? kept.reverse() : kept, more: rows.length > size };
}

/** One more row than the page tells whether the window holds more. */
function readOne(context: RequestContext, query: ListQuery, parent: string): Promise<Row[]> {
  return inOrder(windowed(context, query, [parent]), query.window).limit(query.window.size + 1).getMany() as Promise<Row[]>;
}

async function readMany(context: RequestContext, query: ListQuery, parents: readonly string[]): Promise<Row[]> {
  const { spec, window } = query;
  const direction = sqlDirection(window);
  const places = windowed(context, query, parents)
    .select('t.id', 'id')
    .addSelect(`ROW_NUMBER() OVER (PARTITION BY t.${query.parent} ORDER BY t.${window.property} ${direction}, t.id ${direction})`, 'place');
  const rows = context.manager
    .createQueryBuilder(spec.target, 't')
    .where(`t.id IN (SELECT ranked.id FROM (${places.getQuery()}) ranked WHERE ranked.place <= :most)`, { most: window.size + 1 })
    .setParameters(places.getParameters());
  return inOrder(rows as SelectQueryBuilder<Row>, window).getMany();
}

function inOrder(rows: SelectQueryBuilder<Row>, window: Window): SelectQueryBuilder<Row> {
  const direction = sqlDirection(window);
  return rows.orderBy(`t.${window.property}`, direction).addOrderBy('t.id', direction);
}

function windowed(context: RequestContext, query: ListQuery, parents: readonly string[]): SelectQueryBuilder<Row> {
  const { after, before } = query.window;
  const rows = matching(context, query, parents);
  if (after) and(rows, beyond(query.window, 'after', after));
  if (before) and(rows, beyond(query.window, 'before', before));
  return rows;
}

/** All rows that the filter lets through, for these parents. */
export function matching(context: RequestContext, query: Omit<ListQuery, 'window'>, parents: readonly string[]): SelectQueryBuilder<Row> {
  const rows = context.manager.createQueryBuilder(query.spec.target, 't') as SelectQueryBuilder<Row>;
  if (query.parent) and(rows, inList(`t.${query.parent}`, parents));
  const visible = visibleRows(query.spec, context);
  if (visible) and(rows, visible);
  for (const each of query.conditions) and(rows, each);
  return rows;
}

function and(rows: SelectQueryBuilder<Row>, { sql, parameters }: Condition): void {
  rows.andWhere(sql, parameters);
}

/** Law: one tally for each parent, by position, in one statement. */
export async function readTallies(context: RequestContext, query: ListQuery, parents: readonly string[]): Promise<Tally[]> {
  const rows = matching(context, query, parents).select('COUNT(*)', 'total');
  addTally(rows, 'before', query.window.after && beyond(query.window, 'before', query.window.after, true));
  addTally(rows, 'after', query.window.before && beyond(query.window, 'after', query.window.before, true));
  if (query.parent) rows.addSelect(`t.${query.parent}`, 'parent').groupBy(`t.${query.parent}`);
  const tallies = await rows.getRawMany<Record<string, unknown>>();
  const byParent = new Map(tallies.map((row) => [query.parent ? (row.parent as string) : '', row]));
  return parents.map((parent) => toTally(byParent.get(parent)));
}

function addTally(rows: SelectQueryBuilder<Row>, name: string, which: Condition | undefined): void {
  if (!which) return;
  rows.addSelect(`SUM(CASE WHEN ${which.sql} THEN 1 ELSE 0 END)`, `rows_${name}`).setParameters(which.parameters);
}

function toTally(row: Record<string, unknown> | undefined): Tally {
  const figure = (name: string) => Number(row?.[name] ?? 0);
  return { total: figure('total'), before: figure('rows_before'), after: figure('rows_after') };
}
