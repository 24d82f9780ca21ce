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
  /** Amounts that are known: with none, a sum of 0 says nothing. */
  knownCount: number;
  maskedCount: number;
  unstatedCount: number;
}

export type Figures = { count: number } & Record<string, number | null | MoneyFigures>;

export type GroupValue = string | number | boolean | null;

export interface Groups {
  whole: Figures;
  groups: { values: GroupValue[]; figures: Figures }[];
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
  rows.addSelect(`COUNT(${column})`, `${property}_known`);
  if (kind !== 'money') return;
  rows.addSelect(`SUM(t.${property}.masked)`, `${property}_masked`);
  rows.addSelect(`SUM(t.${property}.unstated)`, `${property}_unstated`);
}

function toGroups({ spec, dimensions }: GroupQuery, raw: Raw[]): Groups {
  const groups = raw.map((row) => ({ values: dimensions.map((column, i) => valueOf(column, row[`d${i}`])), figures: figuresOf(spec, row, dimensions) }));
  const filled = groups.filter((group) => group.figures.count > 0);
  return { whole: addUp(spec, filled.map((group) => group.figures)), groups: dimensions.length > 0 ? filled : [] };
}

/** Both databases keep a flag as a number; a group shows it, and is keyed, as true or false. */
function valueOf({ kind }: ColumnSpec, value: string | number | null | undefined): GroupValue {
  if (value === null || value === undefined) return null;
  if (kind === 'flag') return Number(value) === 1;
  return kind === 'int' ? Number(value) : value;
}

function figuresOf(spec: NounSpec, row: Raw, dimensions: ColumnSpec[]): Figures {
  const figures: Figures = { count: Number(row.count) };
  for (const column of sums(spec)) {
    const { kind, property } = column;
    const sum = String(row[`${property}_sum`] ?? 0);
    figures[property] = kind === 'money' ? moneyIn(row, property, sum) : wholeOf(column, row, sum, dimensions);
  }
  return figures;
}

/** Null where a row has no value, and where unlike quantities would be added. */
function wholeOf({ property, per }: ColumnSpec, row: Raw, sum: string, dimensions: ColumnSpec[]): number | null {
  const alike = per === undefined || dimensions.some((dimension) => dimension.property === per);
  return alike && Number(row[`${property}_known`]) === Number(row.count) ? Number(sum) : null;
}

function moneyIn(row: Raw, property: string, knownFen: string): MoneyFigures {
  const figure = (name: string) => Number(row[`${property}_${name}`]);
  return moneyOf({ knownFen, knownCount: figure('known'), maskedCount: figure('masked'), unstatedCount: figure('unstated') });
}

function moneyOf(known: Omit<MoneyFigures, 'fen'>): MoneyFigures {
  return { fen: known.maskedCount + known.unstatedCount > 0 ? null : known.knownFen, ...known };
}

function addUpMoney(parts: MoneyFigures[]): MoneyFigures {
  const total = (name: 'knownCount' | 'maskedCount' | 'unstatedCount') => parts.reduce((sum, part) => sum + part[name], 0);
  return moneyOf({
    knownFen: String(parts.reduce((sum, part) => sum + BigInt(part.knownFen), 0n)),
    knownCount: total('knownCount'),
    maskedCount: total('maskedCount'),
    unstatedCount: total('unstatedCount'),
  });
}

function addUpWhole(parts: (number | null)[]): number | null {
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

/** Unlike quantities have no sum: only groups by their unit do. No rows at all add up to zero, in any unit, as they do where nobody is asked. */
function addUp(spec: NounSpec, parts: Figures[]): Figures {
  const whole: Figures = { count: parts.reduce((sum, part) => sum + part.count, 0) };
  for (const { kind, property, per } of sums(spec)) {
    const values = parts.map((part) => part[property]);
    if (kind === 'money') whole[property] = addUpMoney(values as MoneyFigures[]);
    else whole[property] = per === undefined || parts.length === 0 ? addUpWhole(values as (number | null)[]) : null;
  }
  return whole;
}
