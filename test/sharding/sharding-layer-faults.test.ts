// The layer over shards that lie, dawdle or are gone: what came is answered, the rest is said.
import { encodeCursor, hashFilter } from '../../schema/cursor';
import { book, bookId, reader, readerId } from './kit/some-rows';
import { CUT, FAIL, HANG, type Lie } from './kit/reference-shard';
import { startSpread, type Spread } from './kit/spread';

let spread: Spread;

const rows = () => ({
  books: [
    book('ann', 1, { title: 'b', wantedBy: 'bob', reader: readerId('bob', 1), owner: readerId('ann', 9) }),
    book('ann', 2, { title: 'd', wantedBy: 'cyd' }),
    book('bob', 3, { title: 'a', wantedBy: 'gone', price: null, sequel: bookId('ann', 1) }),
    book('cyd', 4, { title: 'c', wantedBy: 'ann' }),
  ],
  readers: [reader('ann', 9), reader('bob', 1), reader('cyd', 1)],
});

beforeEach(async () => {
  spread = await startSpread({
    homes: [['ann'], ['bob', 'bea'], ['cyd']],
    rows: rows(),
    transport: { fetchTimeout: 800, breakerPause: 20 },
  });
});
afterEach(() => spread.stop());

const lie = (shard: number, how: Lie) => (spread.shards[shard]!.lie = how);
const codes = (errors: readonly any[] | undefined) =>
  (errors ?? []).map(({ extensions, path }) => `${extensions.code} ${path.join('.')}`);
const titles = (connection: any) => connection.edges.map(({ node }: any) => node.title);

const BOOKS =
  '{ books { totalCount pageInfo { hasNextPage hasPreviousPage } edges { node { id title } } coverage { complete asked answered missing { home reason } } } }';

describe('a shard that does not answer is an outcome', () => {
  test.each<[string, Lie]>([
    ['hangs', () => HANG],
    ['is cut off', () => CUT],
    ['fails', () => FAIL],
    ['says no JSON', () => '<html>'],
    ['says JSON that is no answer', () => [1, 2]],
    ['says an answer without data', () => ({ data: null, errors: [{ message: 'http://10.0.0.1 SELECT' }] })],
    [
      'fails at the field',
      () => ({ data: { _lx_0: null }, errors: [{ message: 'http://10.0.0.1 SELECT', path: ['_lx_0'] }] }),
    ],
  ])('it %s', async (_, how) => {
    lie(1, how);
    const { data, errors, homes } = await spread.ask(BOOKS);
    const { books } = data as any;
    expect(titles(books)).toEqual(['b', 'c', 'd']);
    expect(books.totalCount).toBe(3);
    expect(books.coverage).toEqual({
      complete: false,
      asked: 4,
      answered: 2,
      missing: [
        { home: 'bea', reason: 'UNREACHABLE' },
        { home: 'bob', reason: 'UNREACHABLE' },
      ],
    });
    expect(codes(errors)).toEqual(['HOME_UNAVAILABLE books', 'HOME_UNAVAILABLE books']);
    expect(homes).toEqual({ asked: 4, answered: 2, missing: books.coverage.missing });
    expect(JSON.stringify(errors)).not.toMatch(/10\.0\.0\.1|SELECT/);
  });

  test('it is stopped, and whole again soon after it is back', async () => {
    await spread.shards[1]!.stop();
    for (let i = 0; i < 8; i++) expect(codes((await spread.ask(BOOKS)).errors)).toHaveLength(2);
    await spread.restart(1);
    let errors: unknown = 'down';
    for (const end = Date.now() + 2_000; errors && Date.now() < end;) ({ errors } = await spread.ask(BOOKS));
    expect(errors).toBeUndefined();
  });

  test('nobody answers: no figure is shown', async () => {
    for (const i of [0, 1, 2]) lie(i, () => FAIL);
    const { data } = await spread.ask(
      '{ books { totalCount edges { cursor } pageInfo { hasNextPage endCursor } coverage { answered } } bookSummary(groupBy: "x") { count lowest money { fen } groups { key } } readers { id } }',
    );
    expect(data).toEqual({
      books: {
        totalCount: null,
        edges: [],
        pageInfo: { hasNextPage: false, endCursor: null },
        coverage: { answered: 0 },
      },
      bookSummary: { count: null, lowest: null, money: { fen: null }, groups: null },
      readers: null,
    });
  });

  test('an entity of a silent home is null, an organization keeps its key and says what is missing', async () => {
    lie(1, () => HANG);
    const query = `{ book(id: "${bookId('ann', 1)}") { title reader { name } wantedBy { id name books { totalCount edges { cursor } pageInfo { hasNextPage } coverage { complete asked answered missing { home reason } } } shelfSummary { size coverage { answered } } wantedBooks(homes: ["ann", "bob"]) { totalCount coverage { answered } } } } }`;
    const { data, errors } = await spread.ask(query);
    expect(data).toEqual({
      book: {
        title: 'b',
        reader: null,
        wantedBy: {
          id: 'bob',
          name: null,
          books: {
            totalCount: null,
            edges: [],
            pageInfo: { hasNextPage: false },
            coverage: {
              complete: false,
              asked: 1,
              answered: 0,
              missing: [{ home: 'bob', reason: 'UNREACHABLE' }],
            },
          },
          shelfSummary: { size: null, coverage: { answered: 0 } },
          wantedBooks: { totalCount: 1, coverage: { answered: 1 } },
        },
      },
    });
    expect(codes(errors)).toEqual(['HOME_UNAVAILABLE book']);
  });

  test('a home that has not joined is no error', async () => {
    const { data, errors } = await spread.ask(
      '{ books { edges { node { wantedBy { id books { coverage { missing { home reason } } } } } } } }',
    );
    expect(errors).toBeUndefined();
    expect((data as any).books.edges[0].node.wantedBy).toEqual({
      id: 'gone',
      books: { coverage: { missing: [{ home: 'gone', reason: 'NOT_JOINED' }] } },
    });
  });

  test('errors are capped and the rest is counted', async () => {
    const many = Array.from({ length: 30 }, (_, i) => `m${i}`);
    const big = await startSpread({ homes: [many, ['ann']], rows: rows(), bounds: { errors: 3 } });
    big.shards[0]!.lie = () => FAIL;
    const { errors } = await big.ask('{ books { totalCount } }');
    expect(codes(errors)).toHaveLength(4);
    expect(errors!.at(-1)!.message).toContain('27 more');
    await big.stop();
  });
});

/** Changes the answer to the first root field. */
const change =
  (edit: (connection: any) => void): Lie =>
  (answer) => {
    edit(Object.values(answer.data)[0]);
    return answer;
  };
const cursor = (
  over: Partial<{ order: string; direction: 'ASC' | 'DESC'; filterHash: string; title: string; id: string }>,
) =>
  encodeCursor(
    {
      order: over.order ?? 'BookOrderField.TITLE',
      direction: over.direction ?? 'ASC',
      filterHash: over.filterHash ?? hashFilter(null),
    },
    { values: [over.title ?? 'zz'], id: over.id ?? bookId('bob', 8) },
  );
const edge = (over: Parameters<typeof cursor>[0]) => ({
  _lx_cursor: cursor(over),
  node: { _lx_id: over.id ?? bookId('bob', 8), title: 'lie' },
});

describe('a shard speaks only for its homes', () => {
  const faults: [string, (connection: any) => void, string[]][] = [
    ["another home's row", (it) => it.edges.push(edge({ id: bookId('ann', 8) })), ['a']],
    ['a broken order', (it) => it.edges.push(edge({ title: '0' })), ['a']],
    ['a row twice', (it) => it.edges.push(it.edges[0]), ['a']],
    ['a cursor that cannot be read', (it) => it.edges.push({ ...edge({}), _lx_cursor: 'xx' }), ['a']],
    ['a cursor of another direction', (it) => it.edges.push(edge({ direction: 'DESC' })), ['a']],
    ['a cursor of another filter', (it) => it.edges.push(edge({ filterHash: '0000000000000000' })), ['a']],
    [
      'a cursor of another row',
      (it) => it.edges.push({ ...edge({}), node: { _lx_id: bookId('bob', 9), title: 'lie' } }),
      ['a'],
    ],
    ['a row that is no object', (it) => it.edges.push(7), ['a']],
    ['a row without node', (it) => it.edges.push({ _lx_cursor: cursor({}), node: null }), ['a']],
    ['edges that are no list', (it) => (it.edges = 'x'), []],
    ['a count that is no number', (it) => (it._lx_total = 'many'), ['a']],
    ['flags that are none', (it) => (it._lx_page = 3), ['a']],
  ];
  test.each(faults)('%s is dropped and said', async (_, edit, kept) => {
    lie(1, change(edit));
    const { data, errors } = await spread.ask(BOOKS);
    const { books } = data as any;
    expect(titles(books)).toEqual([...kept, 'b', 'c', 'd']);
    expect(books.totalCount).toBe(3);
    expect(books.coverage.missing).toEqual([
      { home: 'bea', reason: 'INVALID_ANSWER' },
      { home: 'bob', reason: 'INVALID_ANSWER' },
    ]);
    expect(codes(errors)).toEqual(['SHARD_PROTOCOL books']);
  });

  test("another home's rows do not come through a connection of one home", async () => {
    lie(1, (answer) => {
      for (const entity of (answer.data._lx_1 ?? Object.values(answer.data)[0]) as any[])
        entity?.books?.edges?.push(edge({ id: bookId('ann', 8) }));
      return answer;
    });
    const { data, errors } = await spread.ask(
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { books { edges { node { title } } } } } }',
      { r: [{ __typename: 'Organization', id: 'bob' }] },
    );
    expect(data).toEqual({ _entities: [{ books: { edges: [{ node: { title: 'a' } }] } }] });
    expect(codes(errors)).toEqual(['SHARD_PROTOCOL _entities']);
  });

  test('a local object of another home is treated as foreign', async () => {
    lie(
      0,
      change((it) => (it.edges[0].node.owner = { _lx_id: readerId('cyd', 1), name: 'forged' })),
    );
    const { data } = await spread.ask(
      '{ books(homes: ["ann"], first: 1) { edges { node { owner { id name } } } } }',
    );
    expect((data as any).books.edges[0].node.owner).toEqual({ id: readerId('cyd', 1), name: 'r1' });
  });

  test('an entity is answered by its own id only', async () => {
    lie(1, (answer) => {
      for (const list of Object.values(answer.data) as any[])
        if (Array.isArray(list)) list.forEach((it) => it && (it._lx_id = readerId('bob', 7)));
      return answer;
    });
    const { data, errors } = await spread.ask(`{ book(id: "${bookId('ann', 1)}") { reader { name } } }`);
    expect(data).toEqual({ book: { reader: null } });
    expect(codes(errors)).toEqual(['SHARD_PROTOCOL book']);
  });

  test('a summary with operands of the wrong type is left out', async () => {
    lie(
      1,
      change((it) => (it.money.fen = {})),
    );
    const { data } = await spread.ask(
      '{ bookSummary { count money { fen } coverage { missing { home } } } }',
    );
    expect(data).toEqual({
      bookSummary: {
        count: 3,
        money: { fen: '300' },
        coverage: { missing: [{ home: 'bea' }, { home: 'bob' }] },
      },
    });
  });
});

describe('wrong types never crash', () => {
  const junk = [null, 0, 'x', true, [], [[]], {}, [null], { edges: {} }, { __proto__: null }];
  test.each(junk.map((value) => [JSON.stringify(value), value]))(
    '%s in place of anything',
    async (_, value) => {
      const query = `{ books { edges { cursor node { id title rank reader { name } owner { name } readers { name } subject { ... on Reader { name } } wantedBy { id books { totalCount } wantedSummary { count } } } } totalCount pageInfo { hasNextPage } }
      bookSummary(groupBy: "x") { count money { fen } groups { key wantedBy { name } } } readers { name books { edges { cursor } } } booksById(ids: ["${bookId('bob', 3)}"]) { title owner { name } } shelf(home: "bob") { totalCount edges { node { id } } } }`;
      for (let depth = 0; depth < 6; depth++) {
        lie(1, (answer) => replaceAt(answer, depth, value));
        const { data, errors } = await spread.ask(query);
        expect(data).not.toBeUndefined();
        for (const error of errors ?? [])
          expect(['SHARD_PROTOCOL', 'HOME_UNAVAILABLE']).toContain(error.extensions!.code);
      }
    },
  );

  function replaceAt(answer: any, depth: number, value: unknown): unknown {
    if (depth === 0) return value;
    if (typeof answer !== 'object' || answer === null) return answer;
    for (const key of Object.keys(answer)) answer[key] = replaceAt(answer[key], depth - 1, value);
    return answer;
  }

  test('a leaf of the wrong type is null with an error at its path', async () => {
    lie(
      1,
      change((it) => (it.edges[0].node.title = { x: 1 })),
    );
    const { data, errors } = await spread.ask(
      '{ b: books { e: edges { node { title } } } }'.replace('e: edges', 'edges'),
    );
    expect((data as any).b.edges[0].node.title).toBeNull();
    expect(codes(errors)).toEqual(['SHARD_PROTOCOL b.edges.0.node.title']);
  });
});

describe("the caller's faults", () => {
  test('a bad argument is one error at one field', async () => {
    const { data, errors } = await spread.ask(
      '{ books { edges { node { shout(on: "soon") title } } } all: books { totalCount } }',
    );
    expect(titles((data as any).books)).toEqual(['a', 'b', 'c', 'd']);
    expect((data as any).all.totalCount).toBe(4);
    expect(codes(errors)).toEqual(['BAD_DAY books.edges.0.node.shout']);
  });

  test('a page that every shard refuses is refused once', async () => {
    const { data, errors } = await spread.ask(
      '{ books(first: -1) { edges { cursor } } all: books { totalCount } c: books(after: "x") { edges { cursor } } }',
    );
    expect(data).toEqual({ books: null, all: { totalCount: 4 }, c: null });
    expect(codes(errors).sort()).toEqual(['BAD_CURSOR c', 'BAD_PAGE books']);
  });

  test('an error that nulls the whole answer costs no neighbour its part', async () => {
    lie(1, (answer, { query }) => {
      const alias = /(_lx_\d+):booksById/.exec(query)?.[1];
      return alias
        ? { data: null, errors: [{ message: 'too many', path: [alias], extensions: { code: 'TOO_MANY' } }] }
        : answer;
    });
    const { data, errors } = await spread.ask(
      `{ books { totalCount } booksById(ids: ["${bookId('bob', 3)}", "${bookId('ann', 2)}"]) { title } }`,
    );
    expect(data).toEqual({ books: { totalCount: 4 }, booksById: [null, { title: 'd' }] });
    expect(codes(errors)).toEqual(['TOO_MANY booksById.0']);
  });

  test('a refusal says nothing of addresses', async () => {
    for (const i of [0, 1, 2])
      lie(i, () => ({
        data: { _lx_0: null },
        errors: [{ message: 'see http://10.0.0.1/x', path: ['_lx_0'], extensions: { code: 'BAD_RANGE' } }],
      }));
    expect((await spread.ask('{ books { totalCount } }')).errors).toEqual([
      { message: 'see …', path: ['books'], extensions: { code: 'BAD_RANGE' } },
    ]);
  });

  test('one shard alone cannot refuse the caller', async () => {
    lie(1, () => ({
      data: { _lx_0: null },
      errors: [{ message: 'no', path: ['_lx_0'], extensions: { code: 'BAD_DAY' } }],
    }));
    const { data, errors } = await spread.ask('{ books { totalCount } }');
    expect(data).toEqual({ books: { totalCount: 3 } });
    expect(codes(errors)).toEqual(['SHARD_PROTOCOL books']);
  });

  test('malformed ids disturb nobody else', async () => {
    const { data, errors } = await spread.ask(
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on Book { title } } book(id: "x.y") { title } good: book(id: "${bookId('cyd', 4)}") { title } booksById(ids: ["?", "${bookId('ann', 2)}"]) { title } books(homes: ["A"]) { totalCount } }`,
      {
        r: [
          { __typename: 'Book', id: 'nonsense!' },
          { __typename: 'Book', id: bookId('ann', 1) },
          { __typename: 'Nothing', id: 'ann' },
          5,
        ],
      },
    );
    expect(data).toEqual({
      _entities: [null, { title: 'b' }, null, null],
      book: null,
      good: { title: 'c' },
      booksById: [null, { title: 'd' }],
      books: null,
    });
    expect(codes(errors).sort()).toEqual([
      'BAD_ID _entities.0',
      'BAD_ID book',
      'BAD_ID books',
      'BAD_ID booksById.0',
      'BAD_USER_INPUT _entities.2',
      'BAD_USER_INPUT _entities.3',
    ]);
  });

  test("a shard's own failure is masked", async () => {
    const { data, errors } = await spread.ask('{ books { edges { node { title shout(times: -1) } } } }');
    expect(titles((data as any).books)).toEqual(['a', 'b', 'c', 'd']);
    expect(codes(errors)).toEqual(['INTERNAL books.edges.0.node.shout']);
    expect(JSON.stringify(errors)).not.toMatch(/SELECT|10\.0\.0\.1/);
  });

  test('names of ours, introspection, broken documents', async () => {
    for (const query of [
      '{ _lx_a: books { totalCount } }',
      'query($_lx_b: Int) { books(first: $_lx_b) { totalCount } }',
      '{ __schema { types { name } } }',
      '{',
      '{ nothing }',
      'query A { __typename } query B { __typename }',
    ]) {
      const { data, errors } = await spread.ask(query);
      expect(data).toBeNull();
      expect(errors![0]!.extensions!.code).toMatch(/GRAPHQL_(PARSE|VALIDATION)_FAILED/);
    }
    expect(spread.shards.flatMap(({ requests }) => requests)).toEqual([]);
  });

  test('bounds are refused with a sentence', async () => {
    const small = await startSpread({
      homes: [['ann'], ['bob'], ['cyd']],
      rows: rows(),
      bounds: { rows: 100, ids: 3, hops: 1 },
    });
    const many = Array(4).fill(bookId('ann', 1));
    const { data, errors } = await small.ask(
      'query($ids: [ID!]!, $homes: [ID!]) { a: books(first: 40) { edges { cursor } } b: books(first: 10) { totalCount } c: booksById(ids: $ids) { title } d: books(homes: $homes) { totalCount } e: books(first: 1) { edges { node { reader { name } sequel { reader { name } } } } } }',
      { ids: many, homes: many },
    );
    expect(codes(errors)).toEqual(expect.arrayContaining(['TOO_MANY c']));
    expect(data).toBeNull();
    const second = await small.ask(
      'query($homes: [ID!]) { a: books(first: 40) { edges { cursor } } b: books(first: 10) { totalCount } d: books(homes: $homes) { totalCount } e: books(first: 1) { edges { node { sequel { reader { name } } } } } }',
      { homes: many },
    );
    expect(codes(second.errors)).toEqual([
      'TOO_MANY a',
      'TOO_MANY d',
      'TOO_MANY e.edges.0.node.sequel.reader',
    ]);
    await small.stop();
  });
});

test('above a threshold keys are asked first and only the winners are filled in', async () => {
  const keysFirst = await startSpread({
    homes: [['ann'], ['bob'], ['cyd']],
    rows: rows(),
    bounds: { keysFirstAbove: 3 },
  });
  const { data } = await keysFirst.ask('{ books(first: 2) { edges { node { title reader { name } } } } }');
  expect(data).toEqual({
    books: {
      edges: [{ node: { title: 'a', reader: null } }, { node: { title: 'b', reader: { name: 'r1' } } }],
    },
  });
  expect(keysFirst.shards.map(({ requests }) => requests.length)).toEqual([2, 3, 1]);
  expect(keysFirst.shards[2]!.requests[0]!.query).not.toContain('title');
  await keysFirst.stop();
});
