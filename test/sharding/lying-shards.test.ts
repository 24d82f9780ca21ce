// The layer over shards that lie: what breaks the protocol is dropped and said, and nothing crashes.
import { encodeCursor, hashFilter } from '../../schema/cursor';
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

const BOOKS =
  '{ books { totalCount pageInfo { hasNextPage hasPreviousPage } edges { node { id title } } coverage { complete asked answered missing { home reason } } } }';

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

  test('a row that stands behind its place is missed at first, and then now and again', async () => {
    const hide = change((it) => it.edges.push(edge({ title: '0', id: bookId('cyd', 8) })));
    const query = '{ books(first: 2) { edges { node { title } } coverage { missing { home } } } }';
    lie(2, hide);
    const found: number[] = [];
    for (let i = 0; i < 34; i++) {
      const { data, errors } = await spread.ask(query);
      expect(titles((data as any).books)).toEqual(['a', 'b']);
      if (codes(errors).includes('SHARD_PROTOCOL books')) found.push(i);
    }
    expect(found[0]).toBe(0);
    expect(found[1]).toBeLessThanOrEqual(16);
    expect(found[2]! - found[1]!).toBe(16);
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
