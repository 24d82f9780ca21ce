// The layer over shards that dawdle or are gone: what came is answered, the rest is said.
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
