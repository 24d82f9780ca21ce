// Writes a table to a file that people open: .csv with a byte order mark for Excel, or .xlsx.
import type { Language } from '../words/words';
import type { TableContent } from './table-content';

export interface Sheet {
  name: string;
  titles: string[];
  cells: string[][];
}

export function sheetOf(content: TableContent, language: Language): Sheet {
  return {
    name: content.title[language],
    titles: content.columns.map(({ title }) => title[language]),
    cells: content.rows.map((row) => content.columns.map((column) => column.text(row, language))),
  };
}

/** RFC 4180. A cell that a spreadsheet would run as a formula is led by an apostrophe. */
export function csvOf({ titles, cells }: Sheet): string {
  const line = (values: string[]) => values.map((value) => quoteCell(harmless(value))).join(',');
  return `\uFEFF${[titles, ...cells].map(line).join('\r\n')}\r\n`;
}

function harmless(value: string): string {
  return /^[=+@\t\r]|^-(?!\d)/.test(value) ? `'${value}` : value;
}

function quoteCell(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

export function saveCsv(sheet: Sheet): void {
  save(new Blob([csvOf(sheet)], { type: 'text/csv;charset=utf-8' }), `${sheet.name}.csv`);
}

/** The writer of .xlsx is loaded only by those who export. */
export async function saveXlsx(sheet: Sheet): Promise<void> {
  const { default: writeXlsxFile } = await import('write-excel-file/universal');
  const header = sheet.titles.map((value) => ({ value, fontWeight: 'bold' as const }));
  const cells = sheet.cells.map((row) => row.map((value) => ({ value, type: String })));
  const blob = await writeXlsxFile([header, ...cells], { sheet: sheet.name.slice(0, 31) }).toBlob();
  save(blob, `${sheet.name}.xlsx`);
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
