// What a caller did wrong is one error at one place, and disturbs nothing else.
import { parse } from 'graphql';
import { book, bookId, reader, readerId } from './kit/some-rows';
import type { Lie } from './kit/reference-shard';
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

  test('a document that comes along is taken as valid; what the layer keeps for itself is refused all the same', async () => {
    const [query, ours] = ['{ nothing }', '{ _lx_a: books { totalCount } }'];
    const { data, errors } = await spread.ask({ query, document: parse('{ books { totalCount } }') });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ books: { totalCount: 4 } });
    const refused = await spread.ask({ query: ours, document: parse(ours) });
    expect(codes(refused.errors?.map((error) => ({ ...error, path: [] })))).toEqual([
      'GRAPHQL_VALIDATION_FAILED ',
    ]);
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
