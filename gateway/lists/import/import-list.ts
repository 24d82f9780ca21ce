// Brings one sheet of one list into the graph, row by row, in their order.
import type { GraphQLSchema } from 'graphql';
import { choicesOf } from '../cells/choice-words';
import type { AskGraph } from '../graph/ask-graph';
import type { NameIndex } from '../graph/name-index';
import type { Names } from '../graph/names';
import { FileFault, type Sheet } from '../grid';
import type { ListDeclaration } from '../lists/list';
import { createRow, keepRow, type Carried, type CarryingGround } from './carry-out-row';
import { decideRow, type DecidingGround } from './decide-row';
import { readExisting } from './existing-rows';
import type { Headings } from './find-headings';
import { readRow, type ReadRow } from './read-row';
import { bilingual, countVerdicts, type ListReport, type RowVerdict } from './verdict';

export interface ImportGround {
  ask: AskGraph;
  schema: GraphQLSchema;
  names: Names;
  home: string;
  dryRun: boolean;
  update: boolean;
  now: () => Date;
}

export interface FoundSheet {
  list: ListDeclaration;
  sheet: Sheet;
  headings: Headings;
}

export async function importList(
  { list, sheet, headings }: FoundSheet,
  ground: ImportGround,
): Promise<ListReport> {
  checkHeadings(list, headings);
  const headingOf = (field: string) =>
    headings.columns.find(({ column }) => column.field === field)?.heading ?? '';
  const existing = await readExisting(ground.ask, list, ground.home);
  const { home, update } = ground;
  const carrying: CarryingGround = { list, home, update, sending: ground, headingOf };
  const deciding = { list, home, existing, seen: new Map<string, number>(), headingOf };
  const rows: RowVerdict[] = [];
  for (const row of headings.rows) {
    const names = await namesFor(list, headings, ground);
    const choices = (type: string) => choicesOf(ground.schema, type);
    const read = readRow(row, { list, headings, names, choicesOf: choices });
    const writing = { choicesOf: choices, nameOf: nameIn(names) };
    const isStopped = rows.some(({ verdict }) => verdict === 'UNANSWERED');
    const carried = isStopped ? NOT_SENT : await settleRow(read, { ...deciding, writing }, carrying);
    rows.push({ row: row.number, name: nameOf(list, read, writing.nameOf), ...carried });
    if (list.feeds && carried.verdict === 'CREATED') tellNames(list.feeds, read, ground);
  }
  return { list: list.name, sheet: sheet.name, unused: headings.unused, counts: countVerdicts(rows), rows };
}

async function settleRow(
  read: ReadRow,
  deciding: DecidingGround,
  carrying: CarryingGround,
): Promise<Carried> {
  const decision = decideRow(read, deciding);
  if (decision.kind === 'create') return createRow(read, carrying);
  if (decision.kind === 'keep') return keepRow(read, decision, carrying);
  return { verdict: decision.verdict, notes: decision.notes };
}

/** Rows that follow may name the one that was made, or in a dry run would have been. */
function tellNames(source: string, { values }: ReadRow, { names, dryRun }: ImportGround): void {
  if (dryRun) names.expect(source, values);
  names.forget(source);
}

/** Those that some cell of the list may name; each is read once. */
async function namesFor(
  { columns }: ListDeclaration,
  headings: Headings,
  { names }: ImportGround,
): Promise<Map<string, NameIndex>> {
  const found = new Map<string, NameIndex>([['organizations', await names.of('organizations')]]);
  for (const column of columns) {
    const { cell } = column;
    const isThere = headings.columns.some((each) => each.column === column);
    if (cell.kind === 'references' && isThere) found.set(cell.to, await names.of(cell.to));
    if (cell.kind === 'reference' && (isThere || cell.only)) found.set(cell.to, await names.of(cell.to));
  }
  return found;
}

function nameIn(names: ReadonlyMap<string, NameIndex>) {
  return (source: string, id: string, within?: string) => names.get(source)?.nameOf(id, within) ?? id;
}

/** Where a row is called by what it refers to, by its name. */
function nameOf(
  list: ListDeclaration,
  { values }: ReadRow,
  nameIn: (source: string, id: string) => string,
): string {
  return nameIn('organizations', list.nameOf(values));
}

function checkHeadings({ title }: ListDeclaration, { twice }: Headings): void {
  if (twice.length === 0) return;
  throw new FileFault({
    zh: `“${title.zh}”的表头 ${twice.join('、')} 重复；请只留一列。`,
    en: `The sheet "${title.en}" has a heading twice (${twice.join(', ')}); keep one column.`,
  });
}

const NOT_SENT: Carried = {
  verdict: 'NOT_SENT',
  notes: [
    {
      message: bilingual({
        zh: '前一行没有答复，此行没有发送；请再导入一次。',
        en: 'A row before it was not answered, so it was not sent; import the file again.',
      }),
    },
  ],
};
