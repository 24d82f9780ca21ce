// Rows by hand, for tests that name them.
import type { BookRow, ReaderRow } from './library';

/** A well-formed ULID that ends in a number. */
export const ulid = (n: number) => `01arz3ndektsv4rrffq69${String(n).padStart(5, '0')}`;
export const bookId = (home: string, n: number) => `${home}.book.${ulid(n)}`;
export const topicId = (home: string, n: number) => `${home}.topic.${ulid(n)}`;
export const readerId = (home: string, n: number) => `${home}.reader.${ulid(n)}`;

export function book(home: string, n: number, rest: Partial<BookRow> = {}): BookRow {
  const empty = {
    title: `t${n}`,
    rank: n,
    price: '100',
    lent: false,
    wantedBy: null,
    reader: null,
    owner: null,
    sequel: null,
    readers: [],
    subject: null,
    topic: null,
  };
  return { id: bookId(home, n), ...empty, ...rest };
}

export function reader(home: string, n: number, rest: Partial<ReaderRow> = {}): ReaderRow {
  return { id: readerId(home, n), name: `r${n}`, favourite: null, ...rest };
}
