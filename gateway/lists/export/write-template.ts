// The template of a list: its headings to be filled in, and beside them what to write, from the list's own columns.
import type { GraphQLSchema } from 'graphql';
import type { Cell } from '../cells/cell';
import { choicesOf } from '../cells/choice-words';
import type { ListColumn, ListDeclaration } from '../lists/list';
import type { Document, Format } from '../write/table';
import { writeDocument } from '../write/write-document';

const TITLES = ['名册', '表头', '必填', '填什么', '可选的值', '示例'];

/** CSV has the headings of the first list only. */
export async function writeTemplate(
  lists: readonly ListDeclaration[],
  format: Format,
  schema: GraphQLSchema,
): Promise<Buffer> {
  const explained = lists.flatMap((list) => list.columns.map((column) => explain(list, column, schema)));
  const tables = lists.map(({ title, columns }) => ({
    name: title.zh,
    titles: columns.map(headingOf),
    rows: [],
  }));
  const preface = { name: '填写说明', titles: TITLES, rows: format === 'csv' ? [] : explained };
  const document: Document = { preface, tables };
  return writeDocument(document, format);
}

/** A star marks what must be filled in; it is read as if it were not there. */
function headingOf({ heading, required }: ListColumn): string {
  return required ? `${heading}*` : heading;
}

function explain({ title }: ListDeclaration, column: ListColumn, schema: GraphQLSchema): string[] {
  const { heading, required, about, example, cell } = column;
  return [
    title.zh,
    heading,
    required ? '是' : '',
    about || KINDS[cell.kind],
    valuesOf(cell, schema),
    example,
  ];
}

function valuesOf(cell: Cell, schema: GraphQLSchema): string {
  if (cell.kind === 'flag') return '是、否';
  return cell.kind === 'choice'
    ? choicesOf(schema, cell.of)
        .map(({ zh }) => zh)
        .join('、')
    : '';
}

export const KINDS: Record<Cell['kind'], string> = {
  text: '文字',
  whole: '整数',
  money: '金额',
  flag: '是或否',
  day: '日期，例如 2026-03-05 或 2026年3月5日',
  time: '日期和时刻，例如 2026-12-10 14:00',
  words: '几个词，用顿号分开',
  choice: '可选的值之一',
  reference: '名称或编号',
  references: '名称或编号，几个用顿号分开',
};
