// Random libraries and questions, rich in ties, nulls, astral text, empty homes, dangling references and duplicates.
import fc from 'fast-check';
import { encodeCursor, hashFilter } from '../../../schema/cursor';
import type { BookRow, ReaderRow, Rows } from './library';
import { bookId, readerId, topicId } from './some-rows';

export interface World {
  /** Homes of each shard; one home may have no rows. */
  homes: string[][];
  rows: Rows;
}

const HOMES = ['ann', 'bob', 'bob-2', 'cyd', 'dan'];
/** Ties in every column; astral text beside U+FFFD, which UTF-16 orders the other way round; trailing space; empty text. */
const TITLES = ['a', 'a ', 'A', '', 'b', '一', '\u{1F600}', '\uFFFD', null, 'é', 'e\u0301'];

const home = fc.constantFrom(...HOMES);
const title = fc.constantFrom(...TITLES);
const rank = fc.constantFrom(null, -1, 0, 1, 2, 10);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 3 });
const anyBook = fc.tuple(home, fc.integer({ min: 0, max: 9 })).map(([of, n]) => bookId(of, n));
/** Some of them exist. */
const anyReader = fc.tuple(home, fc.integer({ min: 0, max: 4 })).map(([of, n]) => readerId(of, n));
const organization = fc.constantFrom(...HOMES, 'stranger');

const book: fc.Arbitrary<BookRow> = fc.record({
  id: anyBook,
  title,
  rank,
  price: orNull(fc.constantFrom('0', '100', '-7', '99999999999999999999')),
  lent: fc.boolean(),
  wantedBy: orNull(organization),
  reader: orNull(anyReader),
  owner: fc.constant(null),
  sequel: orNull(anyBook),
  readers: fc.array(anyReader, { maxLength: 3 }),
  subject: orNull(fc.oneof(anyBook, anyReader, organization)),
  topic: orNull(fc.constantFrom(topicId('ann', 1), topicId('stranger', 1))),
});

const reader: fc.Arbitrary<ReaderRow> = fc.record({ id: anyReader, name: title, favourite: orNull(anyBook) });

export const world: fc.Arbitrary<World> = fc
  .record({
    books: fc.uniqueArray(book, { selector: ({ id }) => id, maxLength: 24 }),
    readers: fc.uniqueArray(reader, { selector: ({ id }) => id, maxLength: 12 }),
    shards: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: HOMES.length, maxLength: HOMES.length }),
  })
  .map(({ books, readers, shards }) => ({
    homes: [0, 1, 2, 3]
      .map((shard) => HOMES.filter((_, i) => shards[i] === shard))
      .filter((own) => own.length > 0),
    rows: { books: books.map(withOwner), readers },
  }));

/** A local reference stays in its home. */
function withOwner(row: BookRow): BookRow {
  return { ...row, owner: row.rank === 1 ? readerId(row.id.split('.')[0]!, 1) : null };
}

export interface ListQuestion {
  homes: string[];
  filter: object | null;
  orderBy: { field: 'TITLE' | 'RANK'; direction: 'ASC' | 'DESC' } | null;
  first: number | null;
  last: number | null;
  after: string | null;
  before: string | null;
}

const size = fc.constantFrom(null, 0, 1, 2, 3, 5, 500);

/** `homes` is always said, so that the question is the same without the layer. Cursors may point between rows. */
export const listQuestion: fc.Arbitrary<ListQuestion> = fc
  .record({
    homes: fc.oneof(fc.constant(HOMES), fc.uniqueArray(home)),
    filter: fc.constantFrom(
      null,
      {},
      { rank: { from: 0, to: 2 } },
      { rank: { to: 1 }, title: null },
      { title: 'a' },
    ),
    field: fc.constantFrom('TITLE' as const, 'RANK' as const),
    direction: fc.constantFrom('ASC' as const, 'DESC' as const),
    implicit: fc.boolean(),
    size,
    fromEnd: fc.boolean(),
    after: orNull(fc.tuple(title, rank, anyBook)),
    before: orNull(fc.tuple(title, rank, anyBook)),
  })
  .map(({ homes, filter, field, direction, implicit, size: rows, fromEnd, after, before }) => {
    const orderBy = implicit ? null : { field, direction };
    const cursor = (at: [string | null, number | null, string] | null) =>
      at &&
      encodeCursor(
        {
          order: `BookOrderField.${orderBy?.field ?? 'TITLE'}`,
          direction: orderBy?.direction ?? 'ASC',
          filterHash: hashFilter(filter),
        },
        { values: [orderBy?.field === 'RANK' ? at[1] : at[0]], id: at[2] },
      );
    return {
      homes,
      filter,
      orderBy,
      first: fromEnd ? null : rows,
      last: fromEnd ? (rows ?? 2) : null,
      after: cursor(after),
      before: cursor(before),
    };
  });
