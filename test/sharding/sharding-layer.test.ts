// The layer over honest shards: the answers that a caller expects, one law at a time.
import { bookId, book, reader, readerId, topicId } from './kit/some-rows';
import { startSpread, type Spread } from './kit/spread';

let spread: Spread;

const rows = () => ({
  books: [
    book('ann', 1, {
      title: 'b',
      wantedBy: 'bob',
      reader: readerId('bob', 1),
      sequel: bookId('cyd', 3),
      price: '10',
    }),
    book('ann', 2, {
      title: 'd',
      wantedBy: 'gone',
      owner: readerId('ann', 9),
      subject: 'bob',
      readers: [readerId('bob', 1), readerId('dan', 99)],
    }),
    book('bob', 3, {
      title: 'a',
      wantedBy: 'bob',
      reader: readerId('cyd', 1),
      price: null,
      topic: topicId('nowhere', 1),
    }),
    book('cyd', 3, {
      title: 'b',
      wantedBy: 'ann',
      subject: bookId('ann', 1),
      price: '99999999999999999999',
      topic: topicId('nowhere', 1),
    }),
    book('dan', 4, { title: null, wantedBy: 'bob', subject: readerId('bob', 1) }),
  ],
  readers: [
    reader('ann', 9),
    reader('bob', 1, { favourite: bookId('cyd', 3) }),
    reader('cyd', 1, { name: 'a' }),
    reader('dan', 2, { name: null }),
  ],
});

beforeAll(async () => {
  spread = await startSpread({ homes: [['ann', 'bob'], ['cyd'], ['dan']], rows: rows(), notJoined: ['eve'] });
});
afterAll(() => spread?.stop());
beforeEach(() => spread.shards.forEach((shard) => (shard.requests.length = 0)));

/** Asks with the layer and without it; both must say the same. */
async function same(query: string, variables?: Record<string, unknown>) {
  const [layered, whole] = await Promise.all([
    spread.ask(query, variables),
    spread.askWhole(query, variables),
  ]);
  expect(layered.errors).toBeUndefined();
  expect(layered.data).toEqual(JSON.parse(JSON.stringify(whole.data)));
  return layered.data as any;
}

test('a connection is merged in order, with flags and count', async () => {
  const data = await same(
    `{ books(homes:["ann","bob","cyd","dan"] first: 3) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id title __typename } } coverage { complete asked answered } } }`,
  );
  expect(data.books.edges.map((edge: any) => edge.node.title)).toEqual([null, 'a', 'b']);
});

test('a home that has not joined is in the coverage', async () => {
  const { data, homes } = await spread.ask(
    '{ books { totalCount coverage { complete asOf asked answered missing { home reason } } } }',
  );
  expect(data).toEqual({
    books: {
      totalCount: 5,
      coverage: {
        complete: false,
        asOf: '2026-11-22T16:00:00+08:00',
        asked: 5,
        answered: 4,
        missing: [{ home: 'eve', reason: 'NOT_JOINED' }],
      },
    },
  });
  expect(homes).toEqual({ asked: 5, answered: 4, missing: [{ home: 'eve', reason: 'NOT_JOINED' }] });
});

test('foreign objects come from their own homes, however deep', async () => {
  await same(
    `{ books(homes:["ann","bob","cyd","dan"]) { edges { node { id wantedBy { id name books(first: 1) { totalCount edges { node { title } } coverage { asked missing { home } } } } reader { name favourite { title wantedBy { name } } library { name } } sequel { title } readers { name } owner { name } } } } }`.replace(
      'wantedBy { id name',
      'wantedBy { id __typename name',
    ),
  );
});

test('unions are cut and joined by type', async () => {
  await same(
    `{ books(homes:["ann","bob","cyd","dan"]) { edges { node { id subject { __typename ... on Book { title } ... on Reader { name books { totalCount } } ... on Organization { id name } } } } } }`,
  );
});

test('a scattered field of an entity is asked of every shard', async () => {
  const data = await same(
    `{ book(id: "${bookId('ann', 1)}") { wantedBy { id wantedBooks(homes:["ann","bob","cyd","dan"]) { totalCount edges { node { id reader { name } } } } wantedSummary(homes:["ann","bob","cyd","dan"] groupBy: "x") { count money { fen maskedCount } groups { key count wantedBy { id name } } } wantedReaders(homes:["ann","bob","cyd","dan"]) { name library { id } } } } }`,
  );
  expect(data.book.wantedBy.wantedBooks.totalCount).toBe(3);
});

test("another contract's object is known by its key, wherever its home is", async () => {
  const { data, errors } = await spread.ask(
    'query($r: [_Any!]!) { _entities(representations: $r) { ... on Topic { id books { totalCount edges { node { title } } } ownBooks { totalCount coverage { missing { home reason } } } } } }',
    { r: [{ __typename: 'Topic', id: topicId('nowhere', 1) }] },
  );
  expect(errors).toBeUndefined();
  expect(data!._entities).toEqual([
    {
      id: topicId('nowhere', 1),
      books: { totalCount: 2, edges: [{ node: { title: 'a' } }, { node: { title: 'b' } }] },
      ownBooks: { totalCount: null, coverage: { missing: [{ home: 'nowhere', reason: 'NOT_JOINED' }] } },
    },
  ]);
});

test('a summary is merged field by field', async () => {
  await same(
    `{ bookSummary(homes:["ann","bob","cyd","dan"] groupBy: "wantedBy") { __typename count lowest highest anyLent allLent money { fen maskedCount } groups { key n: count money { fen } wantedBy { name } } coverage { asked answered } } s: bookSummary(homes: ["ann", "cyd"]) { money { fen } } }`,
  );
});

test('a plain list is merged by its declared order', async () => {
  const data = await same(
    '{ readers(homes:["ann","bob","cyd","dan"]) { id name favourite { title } books { totalCount } } }',
  );
  expect(data.readers.map((one: any) => one.name)).toEqual([null, 'a', 'r1', 'r9']);
});

test('fields by id are answered by the home of the id, by position', async () => {
  const ids = [bookId('cyd', 3), bookId('ann', 77), bookId('ann', 1), bookId('cyd', 3), bookId('gone', 1)];
  const data = await same(
    'query($ids: [ID!]!) { booksById(ids: $ids) { id title sequel { title } reader { name } } }',
    { ids },
  );
  expect(data.booksById.map((one: any) => one?.title ?? null)).toEqual(['b', null, 'b', 'b', null]);
});

test('entities are answered by position, whatever their type', async () => {
  const representations = [
    { __typename: 'Organization', id: 'bob' },
    { __typename: 'Book', id: bookId('dan', 4) },
    { __typename: 'Reader', id: readerId('bob', 1) },
    { __typename: 'Organization', id: 'bob' },
    { __typename: 'Book', id: bookId('dan', 5) },
  ];
  await same(
    'query($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on Organization { id name books(first: 3) { edges { node { id reader { __typename id } } } } wantedBooks(homes:["ann","bob","cyd","dan"] first: 1) { edges { node { title } } pageInfo { hasNextPage } } } ... on Book { title } ... on Reader { name favourite { title } } } }',
    { representations },
  );
});

test('aliases, fragments, variables and conditions', async () => {
  const query = `query Q($n: Int = 2, $yes: Boolean!, $no: Boolean!, $filter: BookFilter, $from: Int, $homes: [ID!]) {
    one: books(first: $n, homes: $homes) { ...C @include(if: $yes) totalCount @skip(if: $yes) }
    two: books(filter: { rank: { from: $from } }, homes: $homes, orderBy: { field: RANK, direction: DESC }) { a: edges { node { id } } b: edges { n1: node { x: title } n2: node { x: id } cursor } p: pageInfo { n: hasNextPage } }
    three: books(filter: $filter, homes: $homes) { totalCount ... @include(if: $no) { edges { cursor } } }
    __typename
  }
  fragment C on BookConnection { __typename edges { __typename ...E } ...C2 }
  fragment C2 on BookConnection { pageInfo { endCursor } }
  fragment E on BookEdge { cursor node { ... on Book { t: title shout(times: $n) } id } }`;
  await same(query, {
    yes: true,
    no: false,
    filter: { title: 'b' },
    from: 2,
    homes: ['ann', 'bob', 'cyd', 'dan'],
  });
  await same(query, { yes: false, no: true, homes: ['cyd'] });
});

test('a connection that one home answers', async () => {
  await same(
    `{ shelf(home: "ann", first: 1) { totalCount coverage { complete asked answered } edges { node { title wantedBy { id } } } pageInfo { hasNextPage } } shelfSize(home: "cyd") none: shelfSize }`,
  );
});

test('all root fields of a shard travel in one request', async () => {
  await spread.ask(
    `{ books { totalCount } bookSummary { count } book(id: "${bookId('cyd', 3)}") { title } }`,
  );
  expect(spread.shards.map((shard) => shard.requests.length)).toEqual([1, 1, 1]);
});

test('nothing hidden reaches the caller', async () => {
  const { data } = await spread.ask(
    '{ books { edges { node { sequel { title } subject { ... on Book { title } } } } } readers { favourite { title } } bookSummary(groupBy: "x") { groups { count } } }',
  );
  expect(JSON.stringify(data)).not.toContain('_lx_');
});

test('the service answers the SDL without our directives', async () => {
  const { data } = await spread.ask('{ _service { sdl } }');
  const { sdl } = (data as any)._service;
  expect(sdl).toContain('@key(fields: "id")');
  expect(sdl).toContain('书。 Books.');
  expect(sdl).not.toMatch(/@(home|scatter|merge|local|foreign)/);
});
