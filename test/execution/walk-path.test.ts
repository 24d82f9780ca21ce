// Paths of plans: fields, lists of lists, and parts that are narrowed to types.
import { compilePath } from '../../gateway/execution/plan/walk-path';

const DATA = {
  pets: [
    { __typename: 'Dog', id: 1, toys: [[{ id: 'a' }], [null, { id: 'b' }], null] },
    null,
    { __typename: 'Cat', id: 2 },
  ],
  one: { __typename: 'Cat', id: 3, friend: { id: 4 } },
};

test.each<[string[], unknown[], string[]]>([
  [
    ['pets', '@'],
    [1, 2],
    ['pets.0', 'pets.2'],
  ],
  [['pets', '@|[Cat]'], [2], ['pets.2']],
  [
    ['pets', '@|[Cat,Dog]'],
    [1, 2],
    ['pets.0', 'pets.2'],
  ],
  [
    ['pets', '@', 'toys', '@', '@'],
    ['a', 'b'],
    ['pets.0.toys.0.0', 'pets.0.toys.1.1'],
  ],
  [['one|[Dog]', 'friend'], [], []],
  [['one|[Cat]', 'friend'], [4], ['one.friend']],
  [['|[Query]', 'one'], [3], ['one']],
  [['toString'], [], []],
])('%j', (path, ids, places) => {
  const walk = compilePath(path);
  expect(walk.find(DATA, false).map(({ id }) => id)).toEqual(ids);
  const seen: string[] = [];
  walk.eachPlace(DATA, (_, place) => seen.push(place.join('.')));
  expect(seen).toEqual(places);
});

test('an object that stands in two places is found once, and both places are told', () => {
  const shared = { id: 1 };
  const data = { all: [{ list: [shared] }, { list: [shared] }] };
  const walk = compilePath(['all', '@', 'list', '@']);
  expect(walk.find(data, true)).toEqual([shared]);
  const places: string[] = [];
  walk.eachPlace(data, (_, place) => places.push(place.join('.')));
  expect(places).toEqual(['all.0.list.0', 'all.1.list.0']);
});
