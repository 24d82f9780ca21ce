// Columns that many tables share: an organization, a day, a number, a code.
import type { Column } from '../graph/table-content';
import { codeWord } from '../words/code-word';
import { shell } from '../words/shell-words';
import type { Sentence } from '../words/words';
import { writeDay, writeDayAndTime, writeNumber } from '../words/write-figures';

type Read<Row, Value> = (row: Row) => Value | null | undefined;

export function textColumn<Row>(id: string, title: Sentence, read: Read<Row, string>): Column<Row> {
  return { id, title, text: (row, language) => read(row) ?? shell.unknown[language] };
}

/** What may well be absent, and then is no fault. */
export function optionalColumn<Row>(id: string, title: Sentence, read: Read<Row, string>): Column<Row> {
  return { id, title, isMinor: true, text: (row, language) => read(row) ?? shell.dash[language] };
}

export function numberColumn<Row>(id: string, title: Sentence, read: Read<Row, number>): Column<Row> {
  return {
    id,
    title,
    isNumber: true,
    text: (row, language) => (read(row) == null ? shell.unknown[language] : writeNumber(read(row)!)),
    sort: (row) => read(row) ?? null,
  };
}

export function dayColumn<Row>(id: string, title: Sentence, read: Read<Row, string>): Column<Row> {
  return dated(id, title, read, writeDay);
}

export function timeColumn<Row>(id: string, title: Sentence, read: Read<Row, string>): Column<Row> {
  return dated(id, title, read, writeDayAndTime);
}

function dated<Row>(
  id: string,
  title: Sentence,
  read: Read<Row, string>,
  write: typeof writeDay,
): Column<Row> {
  return {
    id,
    title,
    isShort: true,
    text: (row, language) => (read(row) == null ? shell.dash[language] : write(read(row)!, language)),
    sort: (row) => read(row) ?? null,
  };
}

export function codeColumn<Row>(
  id: string,
  title: Sentence,
  type: string,
  read: Read<Row, string>,
): Column<Row> {
  return { id, title, text: (row, language) => codeWord(type, read(row))[language] };
}
