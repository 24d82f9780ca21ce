// The list of shards: what is read, what is refused, and how a contract sees it.
import { homesOfContract } from '../../gateway/sharding/contract-homes';
import { parseShardList } from '../../gateway/sharding/shard-list';

const street = {
  name: 'street',
  url: 'http://127.0.0.1:4001/',
  contracts: ['sharing', 'conference'],
  homes: ['street-a', 'unit-b'],
};
const yili = { name: 'yili', url: 'https://yili.example/graph', contracts: ['conference'], homes: ['yili'] };
const list = (over: object = {}) => ({
  version: 1,
  shards: [street, yili],
  notJoined: [{ home: 'late', contracts: ['sharing'] }],
  ...over,
});

test('a list is read', () => {
  const read = parseShardList(list());
  expect(read.shards.map(({ url }) => url)).toEqual(['http://127.0.0.1:4001', 'https://yili.example/graph']);
  expect(parseShardList({ version: 0, shards: [] })).toEqual({ version: 0, shards: [], notJoined: [] });
});

test('a contract sees the shards that speak it, once per version', () => {
  const read = parseShardList(list());
  const sharing = homesOfContract(read, 'sharing');
  expect(sharing.homes).toEqual(['late', 'street-a', 'unit-b']);
  expect(sharing.shardOf.get('unit-b')?.name).toBe('street');
  expect(sharing.shardOf.has('late')).toBe(false);
  expect(homesOfContract(read, 'conference').homes).toEqual(['street-a', 'unit-b', 'yili']);
  expect(homesOfContract(read, 'sharing')).toBe(sharing);
});

test.each<[string, unknown, string]>([
  ['no object', [], 'expected a JSON object'],
  ['a version that is none', list({ version: '7' }), 'version is "7"'],
  ['shards that are no list', list({ shards: {} }), 'shards is {}; expected a list.'],
  [
    'a home on two shards',
    list({ shards: [street, { ...yili, homes: ['unit-b'] }] }),
    'Home "unit-b" is on shards "street" and "yili"',
  ],
  [
    'two shards of one name',
    list({ shards: [street, { ...yili, name: 'street' }] }),
    'Two shards are named "street"',
  ],
  ['a bad address', list({ shards: [{ ...yili, url: 'yili:80' }] }), 'shards[0].url is "yili:80"'],
  ['an address with a NUL', list({ shards: [{ ...yili, url: 'http://h/\u0000' }] }), 'shards[0].url is'],
  [
    'an address with credentials',
    list({ shards: [{ ...yili, url: 'http://u:p@h/' }] }),
    'without credentials',
  ],
  [
    'a malformed home',
    list({ shards: [{ ...yili, homes: ['Yili', 'a.b.c'] }] }),
    'shards[0].homes[1] is "a.b.c"',
  ],
  [
    'a shard without contracts',
    list({ shards: [{ ...yili, contracts: [] }] }),
    'shards[0].contracts is empty',
  ],
  [
    'a home served and not joined',
    list({ notJoined: [{ home: 'unit-b', contracts: ['sharing'] }] }),
    'is not joined for "sharing", yet a shard serves it',
  ],
  [
    'a home twice in notJoined',
    list({
      notJoined: [
        { home: 'x', contracts: ['a'] },
        { home: 'x', contracts: ['b'] },
      ],
    }),
    'listed twice',
  ],
])('refused: %s', (_, json, sentence) => {
  expect(() => parseShardList(json)).toThrow(sentence);
});

test('all faults are said at once', () => {
  expect(() =>
    parseShardList({ version: -1, shards: [{ name: 'A', url: '', contracts: 1, homes: [1] }] }),
  ).toThrow(/version.*name.*url.*contracts.*homes\[0\]/s);
});
