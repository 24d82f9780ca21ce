// Reads an .xlsx (ECMA-376): texts and numbers of its sheets. Macros, pictures and links are never unpacked.
import { BOUNDS, FileFault, type Sheet } from '../grid';
import { unpack } from './unpack';
import { readDayStyles, readSharedTexts, readWorkbook } from './xlsx-parts';
import { readSheet } from './xlsx-sheet';

const TYPES = '[Content_Types].xml';
const READ =
  /^xl\/(?:workbook|styles|sharedStrings|worksheets\/[^/]+)\.xml$|^xl\/_rels\/workbook\.xml\.rels$/;

export async function readXlsx(bytes: Buffer): Promise<Sheet[]> {
  const parts = await unpack(bytes, (name) => name === TYPES || READ.test(name));
  if (/macroEnabled/i.test(parts.get(TYPES) ?? '')) throw new FileFault(MACROS);
  const [workbook, relations] = [parts.get('xl/workbook.xml'), parts.get('xl/_rels/workbook.xml.rels')];
  if (!workbook || !relations) throw new FileFault(NO_WORKBOOK);
  const { sheets, since1904 } = readWorkbook(workbook, relations);
  const texts = readSharedTexts(parts.get('xl/sharedStrings.xml') ?? '<sst/>');
  const dayStyles = readDayStyles(parts.get('xl/styles.xml') ?? '<styleSheet/>');
  let rowsLeft: number = BOUNDS.rows;
  return sheets.slice(0, BOUNDS.sheets).map(({ name, part }) => {
    const rows = readSheet(parts.get(part) ?? '<worksheet/>', { texts, dayStyles, since1904, rowsLeft });
    rowsLeft -= rows.length;
    return { name, rows };
  });
}

const MACROS = {
  zh: '文件带有宏；请另存为“Excel 工作簿 (.xlsx)”再试。',
  en: 'The file holds macros; save it as "Excel workbook (.xlsx)".',
};
const NO_WORKBOOK = {
  zh: '这不是 Excel 工作簿；请用 .xlsx 或 CSV。',
  en: 'This is no workbook; use .xlsx or CSV.',
};
