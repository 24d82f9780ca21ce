// A library's data as the root value of the contract: what a shard with these rows answers.
import {
  getDirectiveValues,
  isAbstractType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { compareCodePoints, compareValues } from '../../../schema/code-point-order';
import { refuse } from '../../../schema/codes';
import { homeOf, parseId } from '../../../schema/id';
import { referencePage, type PageArgs } from './reference-page';

export interface BookRow {
  id: string;
  title: string | null;
  rank: number | null;
  /** Fen; null when masked. */
  price: string | null;
  lent: boolean;
  wantedBy: string | null;
  reader: string | null;
  owner: string | null;
  sequel: string | null;
  readers: string[];
  subject: string | null;
  topic: string | null;
}

export interface ReaderRow {
  id: string;
  name: string | null;
  favourite: string | null;
}

export interface Rows {
  books: BookRow[];
  readers: ReaderRow[];
}

interface ListArgs extends PageArgs {
  homes?: string[] | null;
  filter?: { title?: string; rank?: { from?: number; to?: number }; reader?: string } | null;
}

/** `homes`: the homes that this library speaks for. */
export function createLibrary(homes: readonly string[], rows: Rows, asOf: string) {
  const own = new Set(homes);
  const asked = (args: ListArgs) => (args.homes ? [...new Set(args.homes)] : [...homes]);

  const coverage = (of: readonly string[]) => {
    const missing = of.filter((home) => !own.has(home)).sort(compareCodePoints);
    return {
      complete: missing.length === 0,
      asOf,
      asked: of.length,
      answered: of.length - missing.length,
      missing: missing.map((home) => ({ home, reason: 'NOT_JOINED' })),
    };
  };

  const checkHomes = (args: ListArgs) => {
    for (const home of args.homes ?? []) homeOf(home);
  };

  const matches =
    ({ filter }: ListArgs) =>
    (book: BookRow) => {
      if (filter?.title != null && book.title !== filter.title) return false;
      if (filter?.reader != null && book.reader !== filter.reader) return false;
      const { from, to } = filter?.rank ?? {};
      if (from != null && (book.rank === null || book.rank < from)) return false;
      return !(to != null && (book.rank === null || book.rank > to));
    };

  const list = (books: BookRow[], args: ListArgs, of: readonly string[]) => {
    checkHomes(args);
    const within = books.filter(
      (book) => own.has(homeOf(book.id)) && of.includes(homeOf(book.id)) && matches(args)(book),
    );
    const page = referencePage(within, args, 'BookOrderField', 'TITLE', (book, field) =>
      field === 'RANK' ? book.rank : book.title,
    );
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: bookOf(node) }));
    const nobody = of.length > 0 && of.every((home) => !own.has(home));
    return { ...page, totalCount: nobody ? null : page.totalCount, edges, coverage: coverage(of) };
  };

  const total = (books: BookRow[]) => ({
    fen: books.some(({ price }) => price === null)
      ? null
      : String(books.reduce((sum, { price }) => sum + BigInt(price!), 0n)),
    maskedCount: books.filter(({ price }) => price === null).length,
  });

  const summary = (books: BookRow[], args: ListArgs & { groupBy?: string }) => {
    checkHomes(args);
    const of = asked(args);
    const within = books.filter(
      (book) => own.has(homeOf(book.id)) && of.includes(homeOf(book.id)) && matches(args)(book),
    );
    const ranks = within.flatMap(({ rank }) => (rank === null ? [] : [rank]));
    const keys = [...new Set(within.map(({ wantedBy }) => wantedBy ?? ''))].sort(compareCodePoints);
    return {
      coverage: coverage(of),
      count: within.length,
      money: total(within),
      lowest: ranks.length > 0 ? Math.min(...ranks) : null,
      highest: ranks.length > 0 ? Math.max(...ranks) : null,
      anyLent: within.length > 0 ? within.some(({ lent }) => lent) : null,
      allLent: within.length > 0 ? within.every(({ lent }) => lent) : null,
      groups:
        args.groupBy == null
          ? null
          : keys.map((key) => {
              const group = within.filter(({ wantedBy }) => (wantedBy ?? '') === key);
              return {
                key,
                wantedBy: organizationRef(key || null),
                count: group.length,
                money: total(group),
              };
            }),
    };
  };

  const sortReaders = (readers: ReaderRow[]) =>
    [...readers].sort((a, b) => compareValues(a.name, b.name) || compareCodePoints(a.id, b.id));

  /** Of a reference of which only the key is selected nobody checks whether it exists. */
  const reference = (
    type: string,
    id: string | null,
    info: GraphQLResolveInfo,
    find: (id: string) => object | null,
  ) => (id === null ? null : selectsKeyOnly(info, type) ? { __typename: type, id } : find(id));

  const organizationRef = (id: string | null) => (id === null ? null : organizationOf(id));

  const organizationOf = (id: string): object => ({
    __typename: 'Organization',
    id,
    name: own.has(id) ? `Library ${id}` : null,
    founded: 1900,
    books: (args: ListArgs) => list(rows.books, args, [id]),
    shelfSummary: () => ({
      coverage: coverage([id]),
      size: own.has(id) ? rows.books.filter((book) => homeOf(book.id) === id).length : null,
      label: () => (own.has(id) ? 'shelf' : 'unknown'),
    }),
    wantedBooks: (args: ListArgs) =>
      list(
        rows.books.filter(({ wantedBy }) => wantedBy === id),
        args,
        asked(args),
      ),
    wantedSummary: (args: ListArgs) =>
      summary(
        rows.books.filter(({ wantedBy }) => wantedBy === id),
        args,
      ),
    wantedReaders: (args: ListArgs) => {
      const fans = rows.readers.filter(({ favourite }) => favourite !== null && homeOf(favourite) === id);
      return sortReaders(
        fans.filter((reader) => own.has(homeOf(reader.id)) && asked(args).includes(homeOf(reader.id))),
      ).map(readerOf);
    },
  });

  const bookOf = (row: BookRow): object => ({
    __typename: 'Book',
    ...row,
    shout: ({ times, on }: { times?: number; on?: string }) => {
      if (on !== undefined && on !== null && !/^\d{4}-\d\d-\d\d$/.test(on))
        throw refuse('BAD_DAY', { zh: '日期不对。', en: `Not a day: ${on}.` });
      if (times === -1) throw new Error('SELECT secret FROM http://10.0.0.1/');
      return row.title === null ? null : `${row.title}!`.repeat(times ?? 1);
    },
    wantedBy: () => organizationRef(row.wantedBy),
    topic: () => row.topic && topicOf(row.topic),
    reader: (_: unknown, __: unknown, info: GraphQLResolveInfo) =>
      reference('Reader', row.reader, info, findReader),
    owner: (_: unknown, __: unknown, info: GraphQLResolveInfo) =>
      reference('Reader', row.owner, info, findReader),
    sequel: (_: unknown, __: unknown, info: GraphQLResolveInfo) =>
      reference('Book', row.sequel, info, findBook),
    readers: (_: unknown, __: unknown, info: GraphQLResolveInfo) =>
      row.readers.map((id) => reference('Reader', id, info, findReader)),
    subject: (_: unknown, __: unknown, info: GraphQLResolveInfo) => {
      if (row.subject === null) return null;
      const kind = parseId(row.subject)?.kind;
      if (kind === undefined) return organizationOf(row.subject);
      return kind === 'book'
        ? reference('Book', row.subject, info, findBook)
        : reference('Reader', row.subject, info, findReader);
    },
  });

  const readerOf = (row: ReaderRow): object => ({
    __typename: 'Reader',
    ...row,
    books: (args: ListArgs) =>
      list(
        rows.books.filter((book) => book.reader === row.id && homeOf(book.id) === homeOf(row.id)),
        args,
        [homeOf(row.id)],
      ),
    favourite: (_: unknown, __: unknown, info: GraphQLResolveInfo) =>
      reference('Book', row.favourite, info, findBook),
    library: () => organizationOf(homeOf(row.id)),
  });

  const findBook = (id: string) => found(rows.books, id, bookOf);
  const findReader = (id: string) => found(rows.readers, id, readerOf);

  /** Throws BAD_ID for a malformed id; null for an unknown one or another library's. */
  function found<T extends { id: string }>(all: T[], id: string, make: (row: T) => object): object | null {
    const row = own.has(homeOf(id)) ? all.find((candidate) => candidate.id === id) : undefined;
    return row ? make(row) : null;
  }

  const tried = (make: () => object | null) => {
    try {
      return make();
    } catch (error) {
      return error as Error;
    }
  };

  const topicOf = (id: string): object => {
    const about = rows.books.filter(({ topic }) => topic === id);
    return {
      __typename: 'Topic',
      id,
      books: (args: ListArgs) => list(about, args, asked(args)),
      summary: (args: ListArgs) => summary(about, args),
      ownBooks: (args: ListArgs) => list(about, args, [homeOf(id)]),
    };
  };

  const entity = ({ __typename: type, id }: { __typename: string; id: string }) => {
    if (type === 'Topic') return topicOf(parseId(id) ? id : homeOf(id));
    if (type === 'Organization') return homeOf(id) === id ? organizationOf(id) : null;
    return type === 'Book' ? findBook(id) : findReader(id);
  };

  return {
    books: (args: ListArgs) => list(rows.books, args, asked(args)),
    book: ({ id }: { id: string }) => findBook(id),
    booksById: ({ ids }: { ids: string[] }) => ids.map((id) => tried(() => findBook(id))),
    bookSummary: (args: ListArgs) => summary(rows.books, args),
    readers: (args: ListArgs & { prefix?: string }) => {
      checkHomes(args);
      const mine = rows.readers.filter(({ id }) => own.has(homeOf(id)) && asked(args).includes(homeOf(id)));
      return sortReaders(mine.filter(({ name }) => args.prefix == null || name?.startsWith(args.prefix))).map(
        readerOf,
      );
    },
    shelf: (args: ListArgs & { home: string }) => list(rows.books, args, [homeOf(args.home)]),
    shelfSize: ({ home }: { home?: string | null }) =>
      home == null
        ? null
        : own.has(homeOf(home))
          ? rows.books.filter((book) => homeOf(book.id) === home).length
          : null,
    lend: ({ book, to }: { book: string; to?: string }) => {
      const row = rows.books.find(({ id }) => id === book);
      if (!row) throw refuse('NOT_FOUND', { zh: '没有这本书。', en: `No such book: ${book}.` });
      row.lent = true;
      row.reader = to ?? null;
      return {
        message: 'lent',
        book: bookOf(row),
        reader: to == null ? null : { __typename: 'Reader', id: to },
      };
    },
    rename: ({ input }: { input: { book: string; title: string } }) => {
      const row = rows.books.find(({ id }) => id === input.book);
      if (row) row.title = input.title;
      return row ? bookOf(row) : null;
    },
    _entities: ({ representations }: { representations: { __typename: string; id: string }[] }) =>
      representations.map((representation) => tried(() => entity(representation))),
  };
}

function selectsKeyOnly(
  { fieldNodes, fragments, variableValues, schema }: GraphQLResolveInfo,
  typeName: string,
): boolean {
  const isIncluded = (node: SelectionNode) =>
    getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if !== false;
  /** A fragment on another type asks nothing of an object of this one. */
  const applies = (condition: string | undefined) => {
    const type = condition === undefined ? undefined : schema.getType(condition);
    if (!type || condition === typeName) return true;
    return isAbstractType(type) && schema.isSubType(type, schema.getType(typeName) as GraphQLObjectType);
  };
  const isKeyOnly = ({ selections }: SelectionSetNode): boolean =>
    selections.filter(isIncluded).every((node) => {
      if (node.kind === Kind.FIELD) return node.name.value === 'id' || node.name.value === '__typename';
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments[node.name.value]!;
      return !applies(fragment.typeCondition?.name.value) || isKeyOnly(fragment.selectionSet);
    });
  return fieldNodes.every(({ selectionSet }) => !selectionSet || isKeyOnly(selectionSet));
}
