// Turns a coerced filter into SQL conditions on the rows with alias `t`.
import { refuse } from '../../../schema/codes';
import { badId, parseId } from '../../../schema/id';
import type { ColumnSpec, NounSpec } from '../noun/spec';
import { readDayRange, readIntRange, readTimeRange, type Bounds, type DayRange, type IntRange, type TimeRange } from '../ranges';
import { MAX_KEYS, type RequestContext } from '../request-context';
import { refuseInvalid } from '../scalar/invalid';
import { condition, inList, type Condition } from '../sql/condition';
import { hasMoved } from '../sql/has-moved';

/** Throws what is wrong with the filter. An empty list of values matches nothing. */
export function conditionsOf(spec: NounSpec, filter: Record<string, unknown> | null | undefined, context: RequestContext): Condition[] {
  refuseInvalid(filter);
  return Object.entries(filter ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .flatMap(([name, value]) => conditionOf(spec, name, value, context));
}

/** Throws for a home whose rows are not here: nothing would pass for "there is none". */
export function homesCondition(homes: readonly string[] | null | undefined, { absent }: Pick<RequestContext, 'absent'>): Condition[] {
  if (!homes) return [];
  for (const home of homes) if (parseId(home)?.kind !== undefined || !parseId(home)) throw badId(home);
  const gone = homes.find((home) => absent.has(home));
  if (gone !== undefined) throw hasMoved(gone);
  return [oneOf('t.home', homes)];
}

function conditionOf(spec: NounSpec, name: string, value: unknown, context: RequestContext): Condition[] {
  const term = spec.terms[name];
  if (term) return [term.where(value as never, 't', context)];
  const column = spec.columns.find((candidate) => candidate.field === name)!;
  return columnCondition(column, value, context.today);
}

function columnCondition({ kind, property }: ColumnSpec, value: unknown, today: string): Condition[] {
  const column = `t.${property}`;
  switch (kind) {
    case 'day':
      return between(column, readDayRange(value as DayRange, today), '<=');
    case 'time':
      return between(column, readTimeRange(value as TimeRange, today), '<');
    case 'int':
      return between(column, readIntRange(value as IntRange), '<=');
    case 'flag':
      return [condition(`${column} = ?`, value)];
    case 'reference':
      for (const id of value as unknown[]) if (!parseId(id)) throw badId(id);
      return [oneOf(column, value as unknown[])];
    default:
      return [oneOf(column, value as unknown[])];
  }
}

function oneOf(column: string, values: readonly unknown[]): Condition {
  const distinct = [...new Set(values)];
  if (distinct.length <= MAX_KEYS) return inList(column, distinct);
  throw refuse('TOO_MANY', {
    zh: `一个条件最多列出 ${MAX_KEYS} 个值，此处有 ${distinct.length} 个；请分几次查询。`,
    en: `A condition lists ${MAX_KEYS} values at most, here are ${distinct.length}; ask in parts.`,
  });
}

/** An open range still leaves out rows without a value: they lie nowhere. */
function between(column: string, { from, to }: Bounds<string | number>, end: '<' | '<='): Condition[] {
  const conditions = [];
  if (from != null) conditions.push(condition(`${column} >= ?`, from));
  if (to != null) conditions.push(condition(`${column} ${end} ?`, to));
  return conditions.length > 0 ? conditions : [condition(`${column} IS NOT NULL`)];
}
