// What the graph has of a row of a list, in the form in which it is compared and written.
import type { Value } from '../cells/cell';
import { MASKED } from '../cells/read-number';
import type { GraphRow, ListColumn, ListDeclaration, Values } from '../lists/list';

/** What is selected of a row so that all its columns can be told. */
export function selectionOf({ columns, states }: ListDeclaration): string {
  const selected = columns
    .filter(({ path }) => path !== '')
    .map((column) => column.select ?? selectPath(pathOf(column)));
  return ['version', 'owner { id }', ...(states ? ['state'] : []), ...new Set(selected)].join(' ');
}

function pathOf({ path, field }: ListColumn): string {
  return path ?? field;
}

function selectPath(path: string): string {
  const [first, ...rest] = path.split('.');
  return rest.length === 0 ? first! : `${first} { ${selectPath(rest.join('.'))} }`;
}

/** Null for what the row does not have. */
export function valueOf(column: ListColumn, row: GraphRow): Value | null {
  if (column.path === '') return null;
  const value = follow(row, pathOf(column).split('.'));
  const isMasked = column.masked !== undefined && follow(row, column.masked.split('.')) === true;
  return (value ?? (isMasked ? MASKED : null)) as Value | null;
}

/** Along lists, all that is found. */
function follow(from: unknown, [first, ...rest]: string[]): unknown {
  if (first === undefined || from === null || from === undefined) return from;
  if (Array.isArray(from))
    return from.map((each) => follow(each, [first, ...rest])).filter((each) => each != null);
  return follow((from as Record<string, unknown>)[first], rest);
}

/** Those that the row has. */
export function valuesOf({ columns }: ListDeclaration, row: GraphRow): Values {
  const values = columns.map((column) => [column.field, valueOf(column, row)] as const);
  return Object.fromEntries(values.filter((each): each is [string, Value] => each[1] !== null));
}

/** Times are the same to the minute, which is all that a list holds; entries in any order. */
export function isSame({ cell }: ListColumn, one: Value, other: Value | null): boolean {
  if (other === null) return cell.kind === 'flag' && one === false;
  if (cell.kind === 'time') return minute(one) === minute(other);
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each) => other.includes(each));
  return one === other;
}

function minute(time: Value): number {
  return Math.floor(Date.parse(String(time)) / 60_000);
}
