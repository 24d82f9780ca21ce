// Decides what is to be done with a row before anything is sent: refused by ourselves, there already, or to be made or changed.
import { quote, type Sentence } from '../../../schema/codes';
import { writeCell, type WritingContext } from '../cells/write-cell';
import { isSame, valueOf } from '../graph/value-of';
import type { ListColumn, ListDeclaration } from '../lists/list';
import type { ExistingRow, ExistingRows } from './existing-rows';
import type { ReadRow } from './read-row';
import { bilingual, type Note, type Verdict } from './verdict';

export type Decision =
  | { kind: 'verdict'; verdict: Verdict; notes: Note[]; existing?: ExistingRow }
  | { kind: 'create' }
  /** `differences` may be none. */
  | { kind: 'keep'; existing: ExistingRow; differences: Difference[] };

export interface Difference {
  column: ListColumn;
  note: Note;
}

export interface DecidingGround {
  list: ListDeclaration;
  home: string;
  existing: ExistingRows;
  /** By key, the row of the file that had it first. */
  seen: Map<string, number>;
  headingOf(field: string): string;
  writing: WritingContext;
}

export function decideRow(read: ReadRow, ground: DecidingGround): Decision {
  const { list, existing } = ground;
  if (read.isSum) return verdict('SKIPPED', note(SUM));
  if (Object.keys(read.given).length === 0) return verdict('SKIPPED', note(NOTHING));
  if (isOfAnother(read, ground)) return verdict('SKIPPED', note(otherOwner(read.owner!)));
  if (read.notes.length > 0) return verdict('INVALID', ...read.notes);
  if (read.waitsFor.length > 0) return verdict('WAITS', ...read.waitsFor);
  const named = read.id === undefined ? undefined : existing.byId(read.id);
  if (read.id !== undefined && !named)
    return verdict('INVALID', { given: read.id, message: bilingual(noSuchId(read.id)) });
  const keys = list.keys(read.values);
  const found = named ? [named] : existing.byKeys(keys);
  const missing = found.length > 0 ? [] : missingNotes(read, ground);
  if (missing.length > 0) return verdict('INVALID', ...missing);
  const first = firstOf(named?.row.id ?? keys[0]!, read, ground);
  if (first !== undefined) return verdict('DUPLICATE', note(sameAs(first)));
  return found.length > 0 ? compare(read, found, ground) : { kind: 'create' };
}

/** The row above that is the same; from now on this one, where there is none. */
function firstOf(key: string, { number }: ReadRow, { seen }: DecidingGround): number | undefined {
  const first = seen.get(key);
  if (first === undefined) seen.set(key, number);
  return first;
}

function compare(read: ReadRow, found: readonly ExistingRow[], ground: DecidingGround): Decision {
  const compared = found.map((existing) => ({
    existing,
    differences: differencesOf(read, existing, ground),
  }));
  const same = compared.find(({ differences }) => differences.length === 0);
  if (same) return { kind: 'keep', ...same };
  if (found.length === 1) return { kind: 'keep', ...compared[0]! };
  return verdict('DIFFERS', note(several(found)));
}

/** An empty cell says nothing. */
function differencesOf(
  { values, given }: ReadRow,
  { row }: ExistingRow,
  ground: DecidingGround,
): Difference[] {
  return ground.list.columns.flatMap((column) => {
    const value = values[column.field];
    const there = valueOf(column, row);
    // What is said for a step only, or is added by steps of its own.
    if (value === undefined || column.path === '' || column.cell.kind === 'references') return [];
    if (isSame(column, value, there)) return [];
    const now = writeCell(column.cell, there, ground.writing);
    const heading = ground.headingOf(column.field);
    return [
      { column, note: { column: heading, given: given[column.field], message: bilingual(different(now)) } },
    ];
  });
}

function missingNotes({ values, given }: ReadRow, { list, headingOf }: DecidingGround): Note[] {
  return list.columns
    .filter(({ required, field }) => required && values[field] === undefined && !given[field])
    .map(({ field, heading }) => ({ column: headingOf(field) || heading, message: bilingual(EMPTY) }));
}

function isOfAnother({ owner, id }: ReadRow, { home, existing, writing }: DecidingGround): boolean {
  if (owner === undefined || (id !== undefined && existing.byId(id))) return false;
  return owner !== home && owner !== writing.nameOf('organizations', home);
}

function verdict(what: Verdict, ...notes: Note[]): Decision {
  return { kind: 'verdict', verdict: what, notes };
}

function note(sentence: Sentence): Note {
  return { message: bilingual(sentence) };
}

const SUM = { zh: '合计行，未导入。', en: 'A line of sums; it was left out.' };
const NOTHING = { zh: '除序号外没有内容，未导入。', en: 'It holds nothing but its number; it was left out.' };
const EMPTY = { zh: '不能为空；请填写。', en: 'It may not be empty; fill it in.' };
const sameAs = (row: number): Sentence => ({ zh: `与第 ${row} 行相同。`, en: `The same as row ${row}.` });
const otherOwner = (owner: string): Sentence => ({
  zh: `属于 ${quote(owner)}，由其自己导入。`,
  en: `It belongs to ${quote(owner)}, who imports it.`,
});
const noSuchId = (id: string): Sentence => ({
  zh: `本单位没有编号 ${quote(id)}；新的行请不要填编号。`,
  en: `The organization has no ${quote(id)}; leave the id of a new row empty.`,
});
const different = (now: string): Sentence => ({
  zh: now === '' ? '现在为空。' : `现在是 ${quote(now)}。`,
  en: now === '' ? 'It is empty now.' : `It is ${quote(now)} now.`,
});
const several = (found: readonly ExistingRow[]): Sentence => ({
  zh: `已有 ${found.length} 行同名；请在“编号”列写明是哪一行：${found.map(({ row }) => row.id).join('、')}。`,
  en: `${found.length} rows are called so; write in 编号 which it is: ${found.map(({ row }) => row.id).join(', ')}.`,
});
