// Reads one row of a sheet: its values by field, and a note for each cell that cannot be read.
import { parseId } from '../../../schema/id';
import type { Cell, CellContext, Choice, Value } from '../cells/cell';
import { readCell } from '../cells/read-cell';
import type { NameIndex } from '../graph/name-index';
import type { GridRow } from '../grid';
import type { ListDeclaration, Values } from '../lists/list';
import type { FoundColumn, Headings } from './find-headings';
import { bilingual, type Note } from './verdict';

export interface ReadRow {
  number: number;
  id?: string;
  owner?: string;
  /** 合计 and its like, in any of its cells. */
  isSum: boolean;
  values: Values;
  /** Texts of the cells, by field. */
  given: Readonly<Record<string, string>>;
  notes: Note[];
  /** It names a row that a dry run would have made. */
  waitsFor: Note[];
}

export interface ReadingGround {
  list: ListDeclaration;
  headings: Headings;
  names: ReadonlyMap<string, NameIndex>;
  choicesOf(type: string): readonly Choice[];
}

const SUM = /^(?:合计|总计|小计)[:：]?$/;

export function readRow(row: GridRow, ground: ReadingGround): ReadRow {
  const { headings } = ground;
  const values: Record<string, Value> = {};
  const read: ReadRow = {
    number: row.number,
    ...idAt(row, headings.idAt),
    ...textAt(row, 'owner', headings.ownerAt),
    isSum: [...row.cells.values()].some(({ text }) => SUM.test(text.replaceAll(/\s/g, ''))),
    values,
    given: {},
    notes: [],
    waitsFor: [],
  };
  for (const column of inOrder(headings.columns)) readColumn(row, column, { read, values, ground });
  fillOnly(values, ground);
  return read;
}

/** What a reference lies within is read before it. */
function inOrder(columns: readonly FoundColumn[]): FoundColumn[] {
  const isWithin = ({ column: { cell } }: FoundColumn) =>
    Number(cell.kind === 'reference' && cell.within !== undefined);
  return [...columns].sort((a, b) => isWithin(a) - isWithin(b));
}

interface Course {
  read: ReadRow;
  values: Record<string, Value>;
  ground: ReadingGround;
}

function readColumn(
  row: GridRow,
  { column, at, heading, unit }: FoundColumn,
  { read, values, ground }: Course,
): void {
  const cell = row.cells.get(at);
  if (!cell || isWithinNothing(column.cell, values)) return;
  const note = { column: heading, given: cell.text };
  const reading = cell.fault
    ? { fault: cell.fault }
    : readCell(column.cell, cell.text, contextOf(column.cell, values, ground, unit));
  (read.given as Record<string, string>)[column.field] = cell.text;
  if (!reading) return;
  if ('value' in reading) values[column.field] = reading.value;
  else if ('fault' in reading) read.notes.push({ ...note, message: bilingual(reading.fault) });
  else read.waitsFor.push({ ...note, message: bilingual(WAITS) });
}

/** The column that it lies within has a note of its own. */
function isWithinNothing(cell: Cell, values: Values): boolean {
  return cell.kind === 'reference' && cell.within !== undefined && values[cell.within] === undefined;
}

function contextOf(
  cell: Cell,
  values: Values,
  { names, choicesOf }: ReadingGround,
  unit?: string,
): CellContext {
  const within =
    cell.kind === 'reference' && cell.within ? (values[cell.within] as string | undefined) : undefined;
  return {
    choicesOf,
    find: (source, name, scope) => names.get(source)!.find(name, scope),
    ...(unit && { unit }),
    ...(within && { within }),
  };
}

/** Where there is only one, nobody has to name it. */
function fillOnly(values: Record<string, Value>, { list, names }: ReadingGround): void {
  for (const { field, cell } of list.columns) {
    if (cell.kind !== 'reference' || !cell.only || values[field] !== undefined) continue;
    const only = names.get(cell.to)?.only();
    if (only) values[field] = only;
  }
}

/** What is no id of a row is a number of the people's own. */
function idAt(row: GridRow, at: number | undefined): { id?: string } {
  const { id } = textAt(row, 'id', at);
  return id !== undefined && parseId(id)?.kind !== undefined ? { id } : {};
}

function textAt<K extends string>(row: GridRow, key: K, at: number | undefined): Partial<Record<K, string>> {
  const text = at === undefined ? undefined : row.cells.get(at)?.text;
  return (text ? { [key]: text } : {}) as Partial<Record<K, string>>;
}

const WAITS = {
  zh: '所指的行尚未建立；建立之后再由其所有方判定。',
  en: 'The row that it names is not there yet; its owner decides once it is.',
};
