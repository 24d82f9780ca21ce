// Finds the headings of a list in a sheet: below titles, in any order, with spaces, marks and units of people's own.
import type { GridRow, Sheet } from '../grid';
import { plainText } from '../cells/plain-text';
import { ID_HEADING, OWNER_HEADING, STATE_HEADING } from '../lists/headings';
import type { ListColumn, ListDeclaration } from '../lists/list';

/** Written for people; nothing is read from them. */
const IGNORED = new Set(['序号', STATE_HEADING, '行号']);

export interface FoundColumn {
  column: ListColumn;
  at: number;
  /** As the file has it. */
  heading: string;
  unit?: string;
}

export interface Headings {
  columns: FoundColumn[];
  /** Where the ids of rows stand. */
  idAt?: number;
  ownerAt?: number;
  unused: string[];
  /** Headings that stand twice. */
  twice: string[];
  rows: GridRow[];
}

/** Titles and explanations may stand above; nobody writes more. */
const MOST_TITLE_ROWS = 20;

/** Undefined where no row of the sheet looks like the headings of the list. */
export function findHeadings(list: ListDeclaration, sheet: Sheet): Headings | undefined {
  const candidates = sheet.rows
    .slice(0, MOST_TITLE_ROWS)
    .map((row, i) => readHeadings(list, row, sheet.rows.slice(i + 1)));
  const best = candidates.reduce<Headings | undefined>(
    (a, b) => (b.columns.length > (a?.columns.length ?? 0) ? b : a),
    undefined,
  );
  return best && isEnough(list, best) ? best : undefined;
}

/** One alone may be a word in a text, unless a row needs no other. */
function isEnough(list: ListDeclaration, { columns }: Headings): boolean {
  const required = list.columns.filter((column) => column.required);
  return columns.length >= 2 || required.every((column) => columns.some((each) => each.column === column));
}

function readHeadings(list: ListDeclaration, row: GridRow, rows: GridRow[]): Headings {
  const found: Headings = { columns: [], unused: [], twice: [], rows };
  for (const [at, { text }] of row.cells) {
    const { name, unit } = bareHeading(text);
    const column = columnCalled(list, name);
    if (column && found.columns.some((each) => each.column === column)) found.twice.push(text);
    else if (column) found.columns.push({ column, at, heading: text, ...(unit && { unit }) });
    else if (name === ID_HEADING) found.idAt = at;
    else if (name === OWNER_HEADING) found.ownerAt = at;
    else if (!IGNORED.has(name)) found.unused.push(text);
  }
  return found;
}

const UNIT = /\((?:单位[:：]?)?(元|千元|万元|百万元|亿元)\)$/;
const REQUIRED_MARK = /^\*+|\*+$|\(必填\)$|\(选填\)$/g;

function bareHeading(text: string): { name: string; unit?: string } {
  const plain = plainText(text).replaceAll(REQUIRED_MARK, '');
  const unit = UNIT.exec(plain)?.[1];
  return { name: plain.replace(UNIT, ''), ...(unit && { unit }) };
}

/** A column's own heading goes before what others are called too. */
function columnCalled({ columns }: ListDeclaration, name: string): ListColumn | undefined {
  const bare = name.replace(/\([^()]*\)$/, '');
  const is = (heading: string) => [name, bare].includes(bareHeading(heading).name);
  return columns.find(({ heading }) => is(heading)) ?? columns.find(({ also = [] }) => also.some(is));
}
