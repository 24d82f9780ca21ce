// The conformance suite finds an honest shard in order, and each kind of lie.
import { examineShard } from '../../gateway/sharding/conformance/examine-shard';
import { createHttpTransport } from '../../gateway/sharding/http-transport';
import { LIBRARY, LIBRARY_SDL } from './kit/library-contract';
import { startReferenceShard, type Lie, type ReferenceShard } from './kit/reference-shard';
import { book } from './kit/some-rows';

const TITLES = ['甲', null, 'b', 'a', '😀', '\ue000', null, 'a', 'B', '甲 '];
const rows = () => ({
  books: TITLES.map((title, i) => book(i % 2 ? 'ann' : 'bob', i, { title, rank: i % 3 })),
  readers: [],
});

let shard: ReferenceShard;
const transport = createHttpTransport({ fetchTimeout: 5_000 });

beforeEach(async () => {
  shard = await startReferenceShard('examined', ['ann', 'bob'], rows());
});
afterEach(() => shard.stop());
afterAll(() => transport.close());

const examine = (lie: Lie | null = null) => {
  shard.lie = lie;
  return examineShard(
    transport,
    { name: 'examined', url: shard.url, contracts: [LIBRARY], homes: [] },
    LIBRARY,
    LIBRARY_SDL,
  );
};

/** A lie about the list in an answer. */
const aboutList =
  (change: (list: any, request: { variables: any }) => void): Lie =>
  (answer, request) => {
    if (answer.data?.books) change(answer.data.books, request);
    return answer;
  };

test('an honest shard breaks nothing', async () => {
  const report = await examine();
  expect(report.breaches).toEqual([]);
  expect(report).toMatchObject({ lists: 1, rows: TITLES.length });
});

const lies: [law: string, lie: Lie][] = [
  ['order', aboutList((list) => list.edges.reverse())],
  ['count', aboutList((list) => (list.totalCount += 1))],
  ['flags', aboutList((list) => (list.pageInfo.hasPreviousPage = false))],
  ['flags', aboutList((list, { variables }) => variables.first === 0 && (list.pageInfo.hasNextPage = false))],
  [
    'cursor',
    aboutList((list) => list.edges.forEach((edge: any) => (edge.cursor = `${edge.cursor.slice(0, -4)}AAAA`))),
  ],
  ['both directions', aboutList((list, { variables }) => variables.last && list.edges.shift())],
  [
    'homes',
    aboutList(
      (list, { variables }) =>
        variables.homes?.[0] === 'ann' &&
        list.edges.forEach((edge: any) => (edge.node.id = edge.node.id.replace('ann', 'bob'))),
    ),
  ],
  [
    'entities',
    (answer) => {
      answer.data?._entities?.reverse();
      return answer;
    },
  ],
  ['form', aboutList((list) => list.edges.length > 1 && (list.edges[1] = null))],
  ['form', aboutList((list) => list.edges.forEach((edge: any) => (edge.node = null)))],
  ['form', aboutList((list) => list.edges.forEach((edge: any) => (edge.node.id = 'NOT AN ID')))],
  ['form', aboutList((list) => list.edges.forEach((edge: any) => (edge.cursor = null)))],
  ['form', aboutList((list) => (list.edges = 'none'))],
  ['refusals', (answer) => (answer.errors ? { data: answer.data } : answer)],
];

test.each(lies)('it notices a breach of the law: %s', async (law, lie) => {
  const { breaches } = await examine(lie);
  expect(breaches.map((breach) => breach.law)).toContain(law);
});

test('what is no row is shown', async () => {
  const { breaches } = await examine(aboutList((list) => list.edges.fill(null)));
  expect(breaches[0]!.sentence).toContain('edge 0 must have a cursor, and a node with an id');
  expect(breaches[0]!.sentence).toContain('got “null”');
});

test('a shard that does not answer is told in a sentence', async () => {
  await shard.stop();
  await expect(examine()).rejects.toThrow('did not answer');
});
