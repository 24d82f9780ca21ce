// Workbooks as Excel, WPS and attackers write them, made part by part.
import { strToU8, zipSync } from 'fflate';

export interface MadeCell {
  /** A text, a number, or the inner XML of a `c` element with its attributes. */
  text?: string;
  number?: number;
  style?: number;
  raw?: { attributes: string; inner: string };
}

type Given = string | number | null | MadeCell;

export interface MadeSheet {
  name: string;
  rows: Given[][];
  /** E.g. `A2:A3`. */
  merged?: string[];
}

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Style 1 is a built-in day, 2 the Chinese 2026"年"3"月"5"日", 3 a day with a time, 4 money with a text in it. */
const STYLES = `<styleSheet xmlns="${NS}"><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="yyyy/m/d h:mm"/><numFmt numFmtId="178" formatCode="#,##0&quot; yuan&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="178"/></cellXfs></styleSheet>`;

export function partsOf(sheets: readonly MadeSheet[]): Record<string, string> {
  const each = (text: (i: number, sheet: MadeSheet) => string) =>
    sheets.map((sheet, i) => text(i + 1, sheet)).join('');
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    'xl/workbook.xml': `<workbook xmlns="${NS}" xmlns:r="r"><sheets>${each((i, { name }) => `<sheet name="${name}" sheetId="${i}" r:id="rId${i}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${each((i) => `<Relationship Id="rId${i}" Target="worksheets/sheet${i}.xml"/>`)}</Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': `<sst xmlns="${NS}"><si><t>共享 </t></si><si><r><t>拼</t></r><r><t>接</t></r><rPh><t>ピン</t></rPh></si></sst>`,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)])),
  };
}

export function makeWorkbook(...sheets: MadeSheet[]): Buffer {
  return zipParts(partsOf(sheets));
}

export function zipParts(parts: Record<string, string>): Buffer {
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  );
}

function sheetXml({ rows, merged = [] }: MadeSheet): string {
  const body = rows.map(
    (cells, i) => `<row r="${i + 1}">${cells.map((cell, at) => cellXml(cell, at, i + 1)).join('')}</row>`,
  );
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet xmlns="${NS}"><sheetData>${body.join('')}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`;
}

function cellXml(given: Given, at: number, row: number): string {
  if (given === null) return '';
  const r = `r="${String.fromCharCode(65 + at)}${row}"`;
  const { text, number, style = 0, raw } = typeof given === 'object' ? given : toCell(given);
  if (raw) return `<c ${r} ${raw.attributes}>${raw.inner}</c>`;
  if (number !== undefined) return `<c ${r} s="${style}"><v>${number}</v></c>`;
  return `<c ${r} t="inlineStr"><is><t>${(text ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
}

function toCell(given: string | number): MadeCell {
  return typeof given === 'number' ? { number: given } : { text: given };
}

/** What a part claims to unpack to, in the places where a zip says so (APPNOTE 4.3.7, 4.3.12). */
export function claimSize(zip: Buffer, name: string, size: number): Buffer {
  const changed = Buffer.from(zip);
  for (const [mark, sizeAt, nameAt] of [
    [0x04034b50, 22, 30],
    [0x02014b50, 24, 46],
  ] as const)
    for (let at = 0; at < changed.length - 46; at++)
      if (
        changed.readUInt32LE(at) === mark &&
        changed.toString('utf8', at + nameAt, at + nameAt + name.length) === name
      )
        changed.writeUInt32LE(size, at + sizeAt);
  return changed;
}
