// Brings a file into the graph: finds the lists in its sheets and imports them in the order in which they build on each other.
import { createNames } from '../graph/names';
import { FileFault, type Sheet } from '../grid';
import { LISTS } from '../lists/all-lists';
import type { ListDeclaration } from '../lists/list';
import { readInThread } from '../read/read-in-thread';
import { findHeadings } from './find-headings';
import { importList, type FoundSheet, type ImportGround } from './import-list';
import { SETTLED, type ImportReport, type ListReport } from './verdict';

export interface ImportOptions extends Omit<ImportGround, 'names'> {
  /** Without it every sheet that is called after a list is imported. */
  list?: ListDeclaration;
}

/** Rejects with a FileFault or a GraphFault where nothing can be said of any row; else every row has its verdict. */
export async function importFile(bytes: Buffer, { list, ...options }: ImportOptions): Promise<ImportReport> {
  const found = findLists(await readInThread(bytes), list);
  const ground: ImportGround = { ...options, names: createNames(options.ask, options.home) };
  const lists: ListReport[] = [];
  for (const sheet of found) lists.push(await importList(sheet, ground));
  const complete = lists.every(({ rows }) => rows.every(({ verdict }) => SETTLED.has(verdict)));
  return { dryRun: options.dryRun, home: options.home, at: options.now().toISOString(), complete, lists };
}

function findLists(sheets: readonly Sheet[], list: ListDeclaration | undefined): FoundSheet[] {
  const found = list ? sheetOf(list, sheets, true) : LISTS.flatMap((each) => sheetOf(each, sheets, false));
  if (found.length > 0) return found;
  throw new FileFault(list ? noHeadings(list) : NO_LIST);
}

/** The sheet of the list's name; where one list was asked for, else the first that has its headings. */
function sheetOf(list: ListDeclaration, sheets: readonly Sheet[], anyName: boolean): FoundSheet[] {
  const named = sheets.filter(({ name }) => name.trim() === list.title.zh || name.trim() === list.name);
  for (const sheet of named.length > 0 || !anyName ? named : sheets) {
    const headings = findHeadings(list, sheet);
    if (headings) return [{ list, sheet, headings }];
  }
  return [];
}

function noHeadings({ title, columns }: ListDeclaration) {
  const needed = columns.filter(({ required }) => required).map(({ heading }) => heading);
  return {
    zh: `没有找到“${title.zh}”的表头；应有：${needed.join('、')}。请下载模板对照。`,
    en: `No headings of the list "${title.en}" were found; expected: ${needed.join(', ')}. Compare the template.`,
  };
}

const NO_LIST = {
  zh: `没有工作表以名册命名；应为：${LISTS.map(({ title }) => title.zh).join('、')}。或说明是哪一个名册。`,
  en: `No sheet is called after a list; expected: ${LISTS.map(({ title }) => title.zh).join('、')}. Or say which list it is.`,
};
