// What a fetch asks of entities that are alike: each once, and found without comparing all with all.
import type { FetchNode } from '@apollo/query-planner';
import { compileGather } from '../../gateway/execution/plan/gather';
import { compilePath } from '../../gateway/execution/plan/walk-path';
import type { JsonObject, Run } from '../../gateway/execution/run/run';

const field = (name: string) => ({ kind: 'Field' as const, name });

/** A fetch that needs these fields of each offer. */
function gatherBy(...names: string[]) {
  const requires = [
    { kind: 'InlineFragment', typeCondition: 'Offer', selections: ['__typename', ...names].map(field) },
  ];
  const gather = compileGather(
    { kind: 'Fetch', requires } as unknown as FetchNode,
    compilePath(['offers', '@']),
    new Map(),
  );
  return (offers: JsonObject[]) =>
    gather({ data: { offers }, growths: 0, merges: 0, found: new Map() } as unknown as Run);
}

const offer = (values: JsonObject) => ({ __typename: 'Offer', ...values });

test.each<[string, string[], JsonObject[], string[], number[]]>([
  ['one key', ['id'], [{ id: 1 }, { id: '1' }, { id: 1 }], ['"id":1', '"id":"1"'], [2, 1]],
  ['a key that is null', ['id'], [{ id: null }, { id: null }], ['"id":null'], [2]],
  ['a key that is an object', ['id'], [{ id: { a: 1 } }, { id: { a: 1 } }], ['"id":{"a":1}'], [2]],
  ['a key that never came', ['id'], [{ id: 1 }, {}, {}], ['"id":1'], [1]],
  [
    'two keys',
    ['org', 'id'],
    [
      { org: 'a', id: 1 },
      { org: 'a', id: 2 },
      { org: 'a', id: 1 },
    ],
    ['"org":"a","id":1', '"org":"a","id":2'],
    [2, 1],
  ],
])('%s', (_, keys, offers, texts, targets) => {
  const batch = gatherBy(...keys)(offers.map(offer));
  expect(batch.texts).toEqual(texts.map((text) => `{"__typename":"Offer",${text}}`));
  expect(batch.targets.map(({ length }) => length)).toEqual(targets);
});

test.each([
  ['one field that all share', (org: string) => gatherBy('org', 'id')(many(org)), 1_000],
  ['a key that is null for all', () => gatherBy('org')(many(null)), 1],
])('%s: each is looked at a few times, however many there are', (_, gather, asked) => {
  reads = 0;
  expect(gather('a').texts).toHaveLength(asked);
  expect(reads).toBeLessThan(5 * 1_000);
});

let reads = 0;

/** A thousand offers of one organization; who reads it is counted. */
function many(org: string | null): JsonObject[] {
  return Array.from({ length: 1_000 }, (_, id) =>
    Object.defineProperty(offer({ id }), 'org', {
      enumerable: true,
      get: () => {
        reads += 1;
        return org;
      },
    }),
  );
}
