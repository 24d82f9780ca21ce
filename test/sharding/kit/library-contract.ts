// A small contract that has everything the layer knows: libraries (homes) with books and readers.

export const LIBRARY = 'library';

const PAGE = 'first: Int, after: String, last: Int, before: String';
const BOOK_LIST = `filter: BookFilter, orderBy: BookOrder, ${PAGE}`;

export const LIBRARY_SDL = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])

  scalar Fen
  scalar Day

  type Query {
    "书。 Books."
    books(homes: [ID!] @home, ${BOOK_LIST}): BookConnection @scatter
    book(id: ID! @home): Book @local
    booksById(ids: [ID!]! @home): [Book]! @local
    bookSummary(homes: [ID!] @home, filter: BookFilter, groupBy: String): BookSummary @scatter
    readers(homes: [ID!] @home, prefix: String): [Reader!] @scatter(orderBy: ["name", "id"]) @local
    shelf(home: ID! @home, ${BOOK_LIST}): BookConnection
    shelfSize(home: ID @home): Int
  }

  type Mutation {
    lend(book: ID! @home, to: ID): LendResult
    rename(input: RenameInput!): Book @local
  }

  input RenameInput { book: ID! @home, title: String! }

  type LendResult { message: String!, book: Book @local, reader: Reader @foreign }

  type Organization @key(fields: "id") {
    id: ID!
    name: String
    founded: Int!
    books(${BOOK_LIST}): BookConnection
    shelfSummary: ShelfSummary
    wantedBooks(homes: [ID!] @home, ${BOOK_LIST}): BookConnection @scatter
    wantedSummary(homes: [ID!] @home, groupBy: String): BookSummary @scatter
    wantedReaders(homes: [ID!] @home): [Reader!] @scatter(orderBy: ["name", "id"]) @local
  }

  type ShelfSummary { coverage: Coverage!, size: Int, label: String! }

  type Book @key(fields: "id") {
    id: ID!
    title: String
    rank: Int
    price: Fen
    shout(times: Int, on: Day): String
    wantedBy: Organization @foreign
    reader: Reader @foreign
    owner: Reader @local
    sequel: Book @foreign
    readers: [Reader] @foreign
    subject: Subject @foreign
    topic: Topic @foreign
  }

  "主题,属于另一契约。 A topic, of another contract."
  type Topic @key(fields: "id") {
    id: ID!
    books(homes: [ID!] @home, ${BOOK_LIST}): BookConnection @scatter
    summary(homes: [ID!] @home, groupBy: String): BookSummary @scatter
    ownBooks(${BOOK_LIST}): BookConnection
  }

  type Reader @key(fields: "id") {
    id: ID!
    name: String
    books(${BOOK_LIST}): BookConnection
    favourite: Book @foreign
    library: Organization @foreign
  }

  union Subject = Book | Reader | Organization

  input BookFilter { title: String, rank: RankRange, reader: ID, at: ID @home }
  input RankRange { from: Int, to: Int }
  enum BookOrderField { TITLE RANK }
  enum Direction { ASC DESC }
  input BookOrder { field: BookOrderField!, direction: Direction! = ASC }

  type BookConnection { edges: [BookEdge!]!, pageInfo: PageInfo!, totalCount: Int, coverage: Coverage! }
  type BookEdge { cursor: String!, node: Book @local }
  type PageInfo @shareable { hasNextPage: Boolean!, hasPreviousPage: Boolean!, startCursor: String, endCursor: String }
  type Coverage @shareable { complete: Boolean!, asOf: String!, asked: Int!, answered: Int!, missing: [MissingHome!]! }
  type MissingHome @shareable { home: ID!, reason: MissingReason! }
  enum MissingReason { UNREACHABLE NOT_JOINED INVALID_ANSWER }

  type BookSummary {
    coverage: Coverage!
    count: Int @merge(by: SUM)
    money: MoneyTotal
    lowest: Int @merge(by: MIN)
    highest: Int @merge(by: MAX)
    anyLent: Boolean @merge(by: ANY)
    allLent: Boolean @merge(by: ALL)
    groups: [BookGroup!] @merge(key: "key")
  }
  type BookGroup { key: String!, wantedBy: Organization @foreign, count: Int @merge(by: SUM), money: MoneyTotal }
  type MoneyTotal { fen: Fen @merge(by: SUM), maskedCount: Int @merge(by: SUM) }
`;
