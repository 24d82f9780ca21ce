// The arguments of lists: filter, order and page, made from what a noun's columns allow.
import { ArgsType, Directive, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { enumName } from '../noun/choice';
import type { Class, ColumnSpec, NounSpec } from '../noun/spec';
import { DayRange, IntRange, TimeRange } from '../ranges';
import type { Direction } from '../../../schema/cursor';

export const DirectionEnum = { ASC: 'ASC', DESC: 'DESC' } as const;
registerEnumType(DirectionEnum, {
  name: 'Direction',
  description: '排序方向；空值在升序最前、降序最后。 Direction of an order; null comes first in ASC and last in DESC.',
  valuesConfig: { ASC: { description: '升序。 Ascending.' }, DESC: { description: '降序。 Descending.' } },
});

/** Coerced arguments of a list field. */
export interface ListArgs {
  homes?: string[] | null;
  filter?: Record<string, unknown> | null;
  orderBy?: { field: string; direction: Direction } | null;
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

export function createFilterType(spec: NounSpec): Class | null {
  const columns = spec.columns.filter((column) => column.filter);
  const terms = Object.entries(spec.terms);
  if (columns.length + terms.length === 0) return null;
  const type = namedClass(`${spec.name}Filter`);
  for (const column of columns) {
    Field(filterInput(column) as () => Class, { nullable: true, description: column.description })(type.prototype, column.field);
  }
  for (const [name, term] of terms) {
    Field(term.type as () => Class, { nullable: true, description: term.description })(type.prototype, name);
  }
  InputType(type.name, { description: `${spec.description} 筛选：各条件同时成立。 A filter: all conditions hold.` })(type);
  return type;
}

function filterInput(column: ColumnSpec) {
  switch (column.kind) {
    case 'day':
      return () => DayRange;
    case 'time':
      return () => TimeRange;
    case 'int':
      return () => IntRange;
    case 'flag':
      return () => Boolean;
    case 'reference':
      return () => [ID];
    case 'enum':
      return () => [column.type()];
    default:
      return () => [String];
  }
}

export function createOrderType(spec: NounSpec): Class {
  const columns = spec.columns.filter((column) => column.order);
  const values = Object.fromEntries(columns.map((column) => [enumName(column.property), enumName(column.property)]));
  const descriptions = columns.map((column) => [enumName(column.property), { description: column.description }]);
  registerEnumType(values, {
    name: `${spec.name}OrderField`,
    description: `${spec.singular}:可以排序的字段。 Fields that ${spec.plural} can be ordered by.`,
    valuesConfig: Object.fromEntries(descriptions) as never,
  });
  const type = namedClass(`${spec.name}Order`);
  Field(() => values, { description: '排序字段。 The field to order by.' })(type.prototype, 'field');
  Field(() => DirectionEnum, { defaultValue: 'ASC', description: '方向，默认升序。 Direction, ascending by default.' })(type.prototype, 'direction');
  InputType(type.name, { description: `${spec.singular}:排序，末位以编号定序。 An order; ties are broken by id.` })(type);
  return type;
}

/** The argument classes of a noun's lists, with and without `homes`. */
export function createListArgs(spec: NounSpec, filter: Class | null, order: Class, withHomes: boolean): Class {
  const type = namedClass(`${spec.name}${withHomes ? 'Scattered' : ''}ListArgs`);
  if (withHomes) homesArgument(type);
  if (filter) argument(type, 'filter', () => filter, '筛选。 Filter.');
  const { property, direction } = spec.defaultOrder;
  argument(type, 'orderBy', () => order, `排序，默认 ${enumName(property)} ${direction}。 Order, by default ${enumName(property)} ${direction}.`);
  argument(type, 'first', () => Int, '取前几行，默认 50,最多 500。 The first rows, 50 by default and at most 500.');
  argument(type, 'after', () => String, '从此游标之后。 After this cursor.');
  argument(type, 'last', () => Int, '取后几行，不与 first 同用。 The last rows; not together with first.');
  argument(type, 'before', () => String, '到此游标之前。 Before this cursor.');
  ArgsType()(type);
  return type;
}

export function homesArgument(type: Class): void {
  argument(type, 'homes', () => [ID], '只问这些单位，默认全部。 Ask these organizations only, by default all.');
  Directive('@home')(type.prototype as object, 'homes');
}

export function argument(type: Class, name: string, of: () => unknown, description: string): void {
  Field(of as () => Class, { nullable: true, description })(type.prototype as object, name);
}

export function namedClass(name: string): Class {
  const type = class {};
  Object.defineProperty(type, 'name', { value: name });
  return type;
}
