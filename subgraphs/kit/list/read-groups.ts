// Reads the figures of a summary, for each of many parents, in one SQL statement.
import { groupBy } from '../group-by';
import type { ColumnSpec, NounSpec } from '../noun/spec';
import type { RequestContext } from '../request-context';
import type { Condition } from '../sql/condition';
import { matching } from './read-pages';

export interface GroupQuery {
  spec: NounSpec;
  conditions: Condition[];
  dimensions: ColumnSpec[];
  parent?: string;
}

export interface MoneyFigures {
  fen: string | null;
  knownFen: string;
  maskedCount: number;
  unstatedCount: number;
}

export type Figures = { count: number } & Record<string, number | null | MoneyFigures>;

export interface Groups {
  whole: Figures;
  groups: { values: (string | number | null)[]; figures: Figures }[];
}

type Raw = Record<string, string | number | null>;

/** Law: one result for each parent, by position. */
export async function readGroups(context: RequestContext, query: GroupQuery, parents: readonly string[]): Promise<Groups[]> {
  const rows = matching(context, query, parents).select('COUNT(*)', 'count');
  query.dimensions.forEach((column, i) => rows.addSelect(`t.${column.property}`, `d${i}`).addGroupBy(`t.${column.property}`));
  if (query.parent) rows.addSelect(`t.${query.parent}`, 'parent').addGroupBy(`t.${query.parent}`);
  for (const column of sums(query.spec)) addSum(rows, column);
  const byParent = groupBy(await rows.getRawMany<Raw>(), (row) => (query.parent ? row.parent : ''));
  return parents.map((parent) => toGroups(query, byParent.get(parent) ?? []));
}

function sums(spec: NounSpec): ColumnSpec[] {
  return spec.columns.filter((column) => column.sum);
}

/** Sums travel as text, since they may pass 2^53. */
function addSum(rows: { addSelect: (sql: string, name: string) => unknown }, { kind, property }: ColumnSpec): void {
  const column = kind === 'money' ? `t.${property}.fen` : `t.${property}`;
  rows.addSelect(`CAST(SUM(${column}) AS CHAR)`, `${property}_sum`);
  if (kind !== 'money') {
    rows.addSelect(`COUNT(${column})`, `${property}_known`);
    return;
  }
  rows.addSelect(`SUM(t.${property}.masked)`, `${property}_masked`);
  rows.addSelect(`SUM(t.${property}.unstated)`, `${property}_unstated`);
}

function toGroups({ spec, dimensions }: GroupQuery, raw: Raw[]): Groups {
  const groups = raw.map((row) => ({ values: dimensions.map((column, i) => valueOf(column, row[`d${i}`])), figures: figuresOf(spec, row, dimensions) }));
  const filled = groups.filter((group) => group.figures.count > 0);
  return { whole: addUp(spec, filled.map((group) => group.figures)), groups: dimensions.length > 0 ? filled : [] };
}

function valueOf(column: ColumnSpec, value: string | number | null | undefined): string | number | null {
  if (value === null || value === undefined) return null;
  return column.kind === 'int' || column.kind === 'flag' ? Number(value) : value;
}

function figuresOf(spec: NounSpec, row: Raw, dimensions: ColumnSpec[]): Figures {
  const figures: Figures = { count: Number(row.count) };
  for (const column of sums(spec)) {
    const { kind, property } = column;
    const sum = String(row[`${property}_sum`] ?? 0);
    figures[property] = kind === 'money' ? moneyOf(sum, Number(row[`${property}_masked`]), Number(row[`${property}_unstated`])) : wholeOf(column, row, sum, dimensions);
  }
  return figures;
}

/** Null where a row has no value, and where unlike quantities would be added. */
function wholeOf({ property, per }: ColumnSpec, row: Raw, sum: string, dimensions: ColumnSpec[]): number | null {
  const alike = per === undefined || dimensions.some((dimension) => dimension.property === per);
  return alike && Number(row[`${property}_known`]) === Number(row.count) ? Number(sum) : null;
}

function moneyOf(knownFen: string, maskedCount: number, unstatedCount: number): MoneyFigures {
  return { fen: maskedCount + unstatedCount > 0 ? null : knownFen, knownFen, maskedCount, unstatedCount };
}

function addUp(spec: NounSpec, parts: Figures[]): Figures {
  const total = (read: (part: Figures) => number) => parts.reduce((sum, part) => sum + read(part), 0);
  const whole: Figures = { count: total((part) => part.count) };
  for (const { kind, property, per } of sums(spec)) {
    const known = per === undefined && parts.every((part) => part[property] !== null);
    const money = (part: Figures) => part[property] as MoneyFigures;
    whole[property] =
      kind === 'money'
        ? moneyOf(
            String(parts.reduce((sum, part) => sum + BigInt(money(part).knownFen), 0n)),
            total((part) => money(part).maskedCount),
            total((part) => money(part).unstatedCount),
          )
        : known
          ? total((part) => part[property] as number)
          : null;
  }
  return whole;
}
