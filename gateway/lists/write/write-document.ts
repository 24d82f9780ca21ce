// Writes tables to a file that people open: .xlsx with a first sheet that explains, or CSV for Excel.
import writeXlsxFile from 'write-excel-file/node';
import type { Document, Format, Table } from './table';

export const CONTENT_TYPES: Record<Format, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** CSV holds one table: its first. */
export function writeDocument(document: Document, format: Format): Promise<Buffer> | Buffer {
  return format === 'xlsx' ? writeXlsx(document) : Buffer.from(csvOf(document), 'utf8');
}

function writeXlsx({ preface, tables }: Document): Promise<Buffer> {
  const sheets = [preface, ...tables].map((table) => ({
    sheet: table.name,
    data: dataOf(table),
    columns: table.titles.map((title) => ({ width: Math.max(12, title.length * 2 + 4) })),
    stickyRowsCount: 1,
  }));
  return writeXlsxFile(sheets).toBuffer();
}

/** Every cell is a text, so that nothing is taken for a formula and no number is rounded. */
function dataOf({ titles, rows }: Table) {
  const heading = titles.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  return [heading, ...rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String })))];
}

/** RFC 4180, with the byte order mark by which Excel knows UTF-8. */
function csvOf({ preface, tables: [table] }: Document): string {
  const explained = preface.rows.map(([what = '', said = '']) => [`${what}：${said}`]);
  const lines = [...explained, table!.titles, ...table!.rows].map((row) => row.map(quoteCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function quoteCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
