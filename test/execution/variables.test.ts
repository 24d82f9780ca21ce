// What variables decide of a run, and which of them are refused.
import { type Answering, type LittleSupergraph, littleSupergraph } from './kit/little-supergraph';

const ROOMS = `
  type Query { rooms(colors: [Color]): [Room] letter(to: String): String }
  type Room @key(fields: "id") { id: ID! }
  enum Color { RED GREEN }`;

let little: LittleSupergraph;
beforeAll(() => {
  little = littleSupergraph({ rooms: ROOMS });
});

const rooms: Answering = () => ({ data: { rooms: [{ id: 'r1', owner: null }] } });

test('a condition of another operation, or of a fragment that only others spread, decides nothing', async () => {
  const others =
    'query B($x: Boolean!) { rooms { id @include(if: $x) } } query C($y: Boolean!) { rooms { ...S } }';
  const fragments = 'fragment R on Room { id } fragment S on Room { id @skip(if: $y) }';
  const prepared = little.prepare(`query A { rooms { ...R } } ${others} ${fragments}`, rooms, 'A');
  const { data, errors } = await prepared.run({ variables: {}, context: {} });
  expect(errors).toEqual([]);
  expect(data).toEqual({ rooms: [{ id: 'r1' }] });
});

test('one that decides elsewhere may be anything here', async () => {
  const query = `query A($x: String) { letter(to: $x) } query B($x: Boolean!) { rooms { id @include(if: $x) } }`;
  const letters: Answering = () => ({ data: { letter: 'dear' } });
  const { data, errors } = await little
    .prepare(query, letters, 'A')
    .run({ variables: { x: 'a' }, context: {} });
  expect(errors).toEqual([]);
  expect(data).toEqual({ letter: 'dear' });
});

test('wrong values are named up to a bound: each error takes time to make', async () => {
  const prepared = little.prepare('query Q($x: [Color]) { rooms(colors: $x) { id } }', rooms);
  const x = Array.from({ length: 1_000 }, () => 'REDD');
  const { data, errors } = await prepared.run({ variables: { x }, context: {} });
  expect(data).toBeUndefined();
  expect(errors).toHaveLength(51);
  expect(errors.at(-1)!.message).toMatch(/Too many errors/);
  expect(errors.every(({ extensions }) => extensions.code === 'BAD_USER_INPUT')).toBe(true);
});
