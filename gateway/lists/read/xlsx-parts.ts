// The parts of a workbook around its sheets: which sheets there are, shared texts, and which styles make a number a day.
import { walkXml } from './walk-xml';

export interface SheetPart {
  name: string;
  /** Name of the part in the file. */
  part: string;
}

export interface Workbook {
  sheets: SheetPart[];
  /** Days are counted from 1904, as old Macs did. */
  since1904: boolean;
}

export function readWorkbook(workbook: string, relations: string): Workbook {
  const targets = new Map<string, string>();
  walkXml(relations, {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, partOf(Target));
    },
  });
  const read: Workbook = { sheets: [], since1904: false };
  walkXml(workbook, {
    open: (element, { name = '', id = '', date1904 }) => {
      if (element === 'workbookPr') read.since1904 = date1904 === '1' || date1904 === 'true';
      if (element === 'sheet' && targets.has(id)) read.sheets.push({ name, part: targets.get(id)! });
    },
  });
  return read;
}

function partOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** By their number. The reading aids of Japanese texts (`rPh`) are left out. */
export function readSharedTexts(xml: string): string[] {
  const texts: string[] = [];
  let inText = false;
  let aids = 0;
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') texts.push('');
      if (name === 'rPh') aids += 1;
      inText = name === 't' && aids === 0;
    },
    close: (name) => {
      if (name === 'rPh') aids -= 1;
      if (name === 't') inText = false;
    },
    text: (text) => {
      if (inText && texts.length > 0) texts[texts.length - 1] += text;
    },
  });
  return texts;
}

/** By the number of the style: whether a number in it is a day or a time. */
export function readDayStyles(xml: string): boolean[] {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  walkXml(xml, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') formats.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) styles.push(isDayFormat(Number(numFmtId), formats));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** Formats that Excel knows without a code (ECMA-376, 18.8.30), the Chinese ones with them. */
const BUILT_IN: ReadonlyArray<readonly [number, number]> = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

function isDayFormat(id: number, formats: ReadonlyMap<number, string>): boolean {
  const code = formats.get(id);
  if (code === undefined) return BUILT_IN.some(([from, to]) => id >= from && id <= to);
  const spoken = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return !/general/i.test(spoken) && /[ymdhs]/i.test(spoken);
}
