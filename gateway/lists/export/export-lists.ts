// Writes lists of the graph as whoever asks may see them, to the last row; says first whom they rest on, and who is missing.
import type { GraphQLSchema } from 'graphql';
import { toShanghaiText } from '../../../schema/shanghai-time';
import type { Choice } from '../cells/cell';
import { choicesOf } from '../cells/choice-words';
import { escapeCell } from '../cells/escape-cell';
import { writeCell } from '../cells/write-cell';
import type { AskGraph } from '../graph/ask-graph';
import { createNames, type Names } from '../graph/names';
import type { NameIndex } from '../graph/name-index';
import { readConnection, unite, type Coverage } from '../graph/read-connection';
import { selectionOf, valueOf } from '../graph/value-of';
import { ID_HEADING, OWNER_HEADING, STATE_HEADING } from '../lists/headings';
import type { GraphRow, ListDeclaration } from '../lists/list';
import type { Document, Format, Table } from '../write/table';
import { writeDocument } from '../write/write-document';

export interface ExportOptions {
  lists: readonly ListDeclaration[];
  format: Format;
  ask: AskGraph;
  schema: GraphQLSchema;
  /** Of one organization only; of all by default. */
  home?: string;
  now: () => Date;
}

export interface Exported {
  bytes: Buffer;
  /** Rows, over all lists. */
  rows: number;
  coverage: Coverage;
}

/** Rejects with a GraphFault where a page does not come; an organization that does not answer is named in the file. */
export async function exportLists(options: ExportOptions): Promise<Exported> {
  const { lists, ask, home = '', format, now } = options;
  const names = createNames(ask, home);
  const tables: Table[] = [];
  let coverage: Coverage = { asked: 0, answered: 0, missing: [] };
  for (const list of lists) {
    const read = await readConnection<GraphRow>(ask, {
      plural: list.plural,
      select: selectionOf(list),
      ...(home && { home }),
    });
    if (read.coverage) coverage = unite(coverage, read.coverage);
    tables.push(tableOf(list, read.rows, await groundOf(list, names, options.schema)));
  }
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const preface = prefaceOf({ coverage, rows, at: now(), missing: await namesOfMissing(coverage, names) });
  const document: Document = { preface, tables };
  return { bytes: await writeDocument(document, format), rows, coverage };
}

interface Ground {
  names: ReadonlyMap<string, NameIndex>;
  choices(type: string): readonly Choice[];
}

async function groundOf({ columns }: ListDeclaration, names: Names, schema: GraphQLSchema): Promise<Ground> {
  const sources = new Set(['organizations']);
  for (const { cell } of columns)
    if (cell.kind === 'reference' || cell.kind === 'references') sources.add(cell.to);
  const read = await Promise.all(
    [...sources].map(async (source) => [source, await names.of(source)] as const),
  );
  return { names: new Map(read), choices: (type) => choicesOf(schema, type) };
}

function tableOf(list: ListDeclaration, rows: readonly GraphRow[], ground: Ground): Table {
  const titles = [
    ID_HEADING,
    OWNER_HEADING,
    ...list.columns.map(({ heading }) => heading),
    ...(list.states ? [STATE_HEADING] : []),
  ];
  return { name: list.title.zh, titles, rows: rows.map((row) => cellsOf(list, row, ground)) };
}

function cellsOf({ columns, states }: ListDeclaration, row: GraphRow, { names, choices }: Ground): string[] {
  const nameOf = (source: string, id: string, within?: string) => names.get(source)!.nameOf(id, within);
  const cells = columns.map((column) => {
    const { cell } = column;
    const scope =
      cell.kind === 'reference' && cell.within && columns.find(({ field }) => field === cell.within);
    const within = scope ? (valueOf(scope, row) as string | null) : null;
    return writeCell(cell, valueOf(column, row), { choicesOf: choices, nameOf, ...(within && { within }) });
  });
  const owner = row.owner ? escapeCell(nameOf('organizations', row.owner.id)) : '';
  const state = states && (choices(states).find(({ code }) => code === row.state)?.zh ?? '');
  return [row.id, owner, ...cells, ...(state === undefined ? [] : [state])];
}

interface Said {
  coverage: Coverage;
  rows: number;
  at: Date;
  missing: string[];
}

function prefaceOf({ coverage: { asked, answered }, rows, at, missing }: Said): Table {
  const said = [
    ['导出时间', toShanghaiText(at.toISOString())],
    ['行数', String(rows)],
    ['问了几家', `${asked} 家，答复 ${answered} 家`],
    ['缺哪些单位', missing.length === 0 ? '无' : missing.join('；')],
    ['说明', '本表只含导出人有权查看的行；改后可再导入，空格表示不改'],
  ];
  return { name: '说明', titles: ['项目', '内容'], rows: said };
}

async function namesOfMissing({ missing }: Coverage, names: Names): Promise<string[]> {
  if (missing.length === 0) return [];
  const organizations = await names.of('organizations');
  return missing.map(({ home, reason }) => `${organizations.nameOf(home)}（${REASONS[reason] ?? reason}）`);
}

const REASONS: Record<string, string> = {
  UNREACHABLE: '没有应答',
  NOT_JOINED: '未接入',
  INVALID_ANSWER: '应答不合约定',
};
