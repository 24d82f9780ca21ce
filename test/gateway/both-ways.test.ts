// Whatever is asked, the direct way and Apollo Server answer alike, to the byte, and pass the same guards and hooks in the same order.
import { createHash } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import type { GatewayConfig } from '../../gateway/config';
import type { ContractFile } from '../../gateway/supergraph/contract-file';
import { LIBRARY, LIBRARY_SDL } from '../sharding/kit/library-contract';
import { FAIL, HANG, type ReferenceShard, startReferenceShard } from '../sharding/kit/reference-shard';
import { book } from '../sharding/kit/some-rows';
import { type Pair, type Way, askTraced, expectAlike, startPair, stepsOf } from './kit/both-ways';
import { CONTRACTS, DIRECTORY_CODE, ROOMS_CODE } from './kit/little-graph';
import { type RawAnswer, type RawRequest, get, post, sendRaw } from './kit/raw-request';
import { type Subgraph, startSubgraph } from './kit/start-subgraph';

const BOOK_CONTRACTS: ContractFile[] = [{ name: LIBRARY, sdl: LIBRARY_SDL, answeredBy: 'sharded' }];
const LISTED = 'query Listed { organizations { name rooms { name } } }\n';
const ORIGIN = 'https://app.example.org';

let subgraph: Subgraph;
let east: ReferenceShard;
/** The same graph on both ways: of ordinary subgraphs, and of a sharded contract. */
let rooms: Pair;
let books: Pair;
/** Of the rooms, with little time. */
let hurried: Pair;

function start(contracts: ContractFile[], settings: Partial<GatewayConfig> = {}): Promise<Pair> {
  const shards = [
    { name: 'street', url: subgraph.url, contracts: ['directory', 'rooms'], homes: [] },
    { name: 'east', url: east.url, contracts: [LIBRARY], homes: east.homes },
  ];
  const common = { introspection: true, corsOrigins: [ORIGIN] };
  return startPair(
    { version: 1, shards, notJoined: [] },
    { ...common, ...settings },
    { contracts, operations: [{ file: 'listed.graphql', text: LISTED }] },
  );
}

/** Every server that was started, as this suite may see it. */
const servers: Array<{ internals: { plugins: object[] } }> = [];

/** Six gateways, on a machine that may do other things. */
const SLOW_START_MS = 240_000;

beforeAll(async () => {
  subgraph = await startSubgraph({ contracts: [DIRECTORY_CODE, ROOMS_CODE] });
  east = await startReferenceShard('east', ['e1', 'e2'], {
    books: [book('e1', 1, { title: 'a' }), book('e2', 2, { title: '书' })],
    readers: [],
  });
  const spy = jest.spyOn(ApolloServer.prototype, 'start');
  rooms = await start(CONTRACTS);
  books = await start(BOOK_CONTRACTS, { fetchDeadlineMs: 1_500 });
  hurried = await start(CONTRACTS, { requestDeadlineMs: 500 });
  servers.push(...(spy.mock.contexts as unknown as typeof servers));
}, SLOW_START_MS);
afterAll(async () => {
  await Promise.all([rooms, books, hurried].flatMap(({ direct, apollo }) => [direct.stop(), apollo.stop()]));
  await Promise.all([east.stop(), subgraph.stop()]);
});
afterEach(() => {
  subgraph.misbehave = undefined;
  east.lie = null;
});

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const byHash = (text: string, version = 1) => ({ persistedQuery: { version, sha256Hash: hashOf(text) } });

const NAMES = '{ organizations { id name rooms { name owner { motto } } } }';
const BROKEN = '{ organizations { name town } }';
const BOOKS =
  '{ books(orderBy: { field: TITLE }) { edges { node { title } } totalCount coverage { complete } } }';
const CONDITIONS = `query($yes: Boolean!, $id: ID!) {
  organization(id: $id) { name @skip(if: $yes) ...F @include(if: $yes) } } fragment F on Organization { motto }`;
const OTHER_CONDITION =
  'query A { rooms { name } } query B($x: Boolean!) { organizations { name @include(if: $x) } }';
const TWO = 'query A { rooms { name } } query B { organizations { name } }';
const RENAME = 'mutation { rename(id: "first-home", name: "x") { name } }';

interface Case {
  request: RawRequest;
  /** Of the second time that it is asked. */
  way: Way | 'any';
  given?: () => unknown;
  /** Of `rooms`, if nothing is said. */
  of?: 'books' | 'hurried';
}

const direct_ = (request: RawRequest, given?: () => void): Case => ({ request, way: 'direct', given });
const ofBooks = (request: RawRequest, given?: () => void): Case => ({
  request,
  way: 'direct',
  given,
  of: 'books',
});
const apollo_ = (request: RawRequest): Case => ({ request, way: 'apollo' });
const any = (request: RawRequest): Case => ({ request, way: 'any' });
const accept = (type: string) => ({ accept: type });
const errors =
  (...all: object[]) =>
  () => {
    subgraph.misbehave = { body: JSON.stringify({ data: { organizations: null }, errors: all }) };
  };

const CASES: Record<string, Case> = {
  'a query': direct_(post({ query: NAMES })),
  'nulls where nothing is meant': direct_(
    post({ query: NAMES, variables: null, operationName: null, extensions: null }),
  ),
  'other members and other extensions': direct_(post({ query: NAMES, id: 7, extensions: { trace: true } })),
  'a byte order mark before the body': direct_(post(`\ufeff${JSON.stringify({ query: NAMES })}`)),
  'aliases, __typename and a member called __proto__': direct_(
    post({ query: '{ __typename a: rooms { __typename __proto__: name constructor: name } }' }),
  ),
  'conditions on': direct_(post({ query: CONDITIONS, variables: { yes: true, id: 'first-home' } })),
  'conditions off': direct_(post({ query: CONDITIONS, variables: { yes: false, id: 'first-home' } })),
  'one of two operations': direct_(post({ query: TWO, operationName: 'B' })),
  'one whose neighbour has a condition': direct_(post({ query: OTHER_CONDITION, operationName: 'A' })),
  'text beyond ASCII': ofBooks(post({ query: BOOKS })),
  introspection: direct_(post({ query: '{ __schema { types { name kind } } rooms { name } }' })),
  'from an origin that may read': direct_(post({ query: NAMES }, { origin: ORIGIN })),
  'from an origin that may not': direct_(post({ query: NAMES }, { origin: 'https://evil.example' })),
  'for JSON': direct_(post({ query: NAMES }, accept('application/json'))),
  'for the newer type': direct_(post({ query: NAMES }, accept('application/graphql-response+json'))),
  'for one rather than the other': direct_(
    post({ query: NAMES }, accept('application/json;q=0.5, application/graphql-response+json')),
  ),
  'for anything': direct_(post({ query: NAMES }, accept('*/*'))),
  'of a type with a charset': direct_(
    post({ query: NAMES }, { 'content-type': 'application/json; charset=utf-8' }),
  ),
  GET: direct_(get({ query: NAMES })),
  'GET with variables': direct_(get({ query: CONDITIONS, variables: { yes: true, id: 'second-home' } })),
  'GET with the header of Apollo': direct_(get({ query: NAMES }, { 'x-apollo-operation-name': 'x' })),
  'GET of JSON': direct_(get({ query: NAMES }, { 'content-type': 'application/json' })),
  'the hash of a listed operation': direct_(get({ operationName: 'Listed', extensions: byHash(LISTED) })),
  'the same by POST': direct_(post({ operationName: 'Listed', extensions: byHash(LISTED) })),
  'a text with its hash': direct_(post({ query: NAMES, extensions: byHash(NAMES) })),
  'a hash that was registered': direct_(get({ extensions: byHash(NAMES) })),

  'an error of a subgraph': direct_(post({ query: BROKEN })),
  'an error of a subgraph, by its hash': direct_(post({ query: BROKEN, extensions: byHash(BROKEN) })),
  'an error that is masked': direct_(
    post({ query: NAMES }),
    errors({ message: 'SELECT secret FROM x', path: ['organizations'], extensions: { code: 'ER_X' } }),
  ),
  'an error without a code': direct_(post({ query: NAMES }), errors({ message: 'at /srv/app/x.js:1' })),
  'the same error twice': direct_(
    post({ query: NAMES }),
    errors(
      { message: 'no', path: ['organizations'], extensions: { code: 'BAD_PAGE' } },
      { message: 'no', path: ['organizations'], extensions: { code: 'BAD_PAGE' } },
    ),
  ),
  'an answer of the wrong shape': direct_(post({ query: NAMES }), () => {
    subgraph.misbehave = { body: '{"data":{"organizations":[{"id":1.5,"name":{}},3]}}' };
  }),
  'no JSON from a subgraph': direct_(post({ query: NAMES }), () => {
    subgraph.misbehave = { status: 502, body: '<html>' };
  }),
  'a home that is silent': ofBooks(post({ query: BOOKS }), () => {
    east.lie = () => FAIL;
  }),
  'a home that does not answer in time': ofBooks(post({ query: BOOKS }), () => {
    east.lie = () => HANG;
  }),
  'the deadline': {
    request: post({ query: NAMES }),
    way: 'any',
    given: () => (subgraph.misbehave = 'hang'),
    of: 'hurried',
  },
  'a variable that is missing': direct_(post({ query: CONDITIONS, variables: { yes: true } })),
  'a variable of another type': direct_(post({ query: CONDITIONS, variables: { yes: 'x', id: 'y' } })),
  'a bad variable, for JSON': direct_(
    post({ query: CONDITIONS, variables: { yes: null, id: [] } }, accept('application/json')),
  ),

  'a mutation': apollo_(post({ query: RENAME })),
  'a mutation by GET': apollo_(get({ query: RENAME })),
  'no such operation': apollo_(post({ query: TWO, operationName: 'C' })),
  'which of two operations is not said': apollo_(post({ query: TWO })),
  'an operation without a name, by an empty one': apollo_(post({ query: NAMES, operationName: '' })),
  'a document that is not valid': apollo_(post({ query: '{ nowhere }' })),
  'a document that is no GraphQL': apollo_(post({ query: '{ rooms {' })),
  'a subscription': apollo_(post({ query: 'subscription { rooms }' })),
  'too many fields': apollo_(post({ query: `{ ${'rooms { id } '.repeat(300)} }` })),
  'too many variables': apollo_(
    post({
      query: NAMES,
      variables: Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`v${i}`, 1])),
    }),
  ),
  'a type that is not offered': apollo_(post({ query: NAMES }, accept('image/png'))),
  'a hash that is not known': any(get({ extensions: byHash('{ nobody }') })),
  'a hash of another text': any(post({ query: NAMES, extensions: byHash('{ nobody }') })),
  'a hash of another version': any(post({ query: NAMES, extensions: byHash(NAMES, 2) })),
  'a hash that is no text': any(post({ extensions: { persistedQuery: { version: 1, sha256Hash: 7 } } })),
  'a GET that any page can send': any(get({ query: NAMES }, {})),
  'a POST that any page can send': any({
    ...post({ query: NAMES }),
    headers: { 'content-type': 'text/plain' },
  }),
  'GET of another type': any(get({ query: NAMES }, { 'content-type': 'application/xml' })),
  'two queries in one link': any({ ...get({ query: NAMES }), path: '/graphql?query={a}&query={b}' }),
  'variables that are no JSON': any(get({ query: NAMES, variables: '{' })),
  'variables that are no object': any(get({ query: NAMES, variables: 'null' })),
  'variables that are a list': any(post({ query: NAMES, variables: [1] })),
  'variables that are a text': any(post({ query: NAMES, variables: '{}' })),
  'a name that is no text': any(post({ query: NAMES, operationName: 7 })),
  'extensions that are no object': any(post({ query: NAMES, extensions: 7 })),
  'a query that is no text': any(post({ query: 7 })),
  'an empty query': any(post({ query: '' })),
  nothing: any(post({})),
  'a list of requests': any(post([{ query: NAMES }])),
  'no JSON': any(post('{')),
  'an empty body': any(post('')),
};

test.each(Object.entries(CASES))('%s', async (_, { request, way, given, of }) => {
  given?.();
  await expectAlike({ rooms, books, hurried }[of ?? 'rooms'], request, way);
});

/** Written out, so that none can be left out of the list without a word. */
const STEPS = [
  ...['identity', 'variables', 'document', 'access'],
  'run',
  ...['status-for-json', 'homes', 'each-error-once', 'status-of-failure', 'keeping', 'usage'],
];

test('both ways pass the whole list: each guard, the run, each hook, in this order', async () => {
  for (const gateway of [rooms.direct, rooms.apollo]) {
    await sendRaw(gateway.url, post({ query: NAMES }));
    const [, passed] = await askTraced(gateway, post({ query: NAMES }));
    expect(stepsOf(passed)).toEqual(STEPS);
  }
});

/** What a plugin of Apollo Server did, only one of the ways would pass. */
test('Apollo Server has no plugin but that of the list, and those that turn its own off', () => {
  expect(servers.length).toBeGreaterThanOrEqual(6);
  for (const { internals } of servers) {
    const plugins = internals.plugins.filter((plugin) => !('__is_disabled_plugin__' in plugin));
    expect(plugins.map((plugin) => Object.keys(plugin))).toEqual([['requestDidStart']]);
  }
});

describe('an answer that a client keeps', () => {
  const request = get({ operationName: 'Listed', extensions: byHash(LISTED) });
  const header = ({ headers }: RawAnswer, name: string) =>
    headers.find(([each]) => each.toLowerCase() === name)?.[1];

  test.each(['direct', 'apollo'] as const)(
    '%s: it is told that it still stands, until it does not',
    async (way) => {
      const { url } = rooms[way];
      await sendRaw(url, request);
      const whole = await sendRaw(url, request);
      expect(whole.status).toBe(200);
      expect(header(whole, 'cache-control')).toBe('private, no-cache');
      expect(header(whole, 'vary')).toBe('Origin, Accept, Authorization');
      const tag = header(whole, 'etag')!;
      for (const names of [tag, `"other", W/${tag}`, '*']) {
        const again = await sendRaw(url, {
          ...request,
          headers: { ...request.headers, 'if-none-match': names },
        });
        expect([again.status, again.body, header(again, 'etag')]).toEqual([304, '', tag]);
      }
      subgraph.misbehave = { body: '{"data":{"organizations":[]}}' };
      const other = await sendRaw(url, { ...request, headers: { ...request.headers, 'if-none-match': tag } });
      expect([other.status, other.body]).toEqual([200, '{"data":{"organizations":[]}}\n']);
    },
  );

  test('a part of an answer, a POST and a text are kept by nobody', async () => {
    const silent = get({ extensions: byHash(BOOKS) });
    await sendRaw(books.direct.url, post({ query: BOOKS, extensions: byHash(BOOKS) }));
    east.lie = () => FAIL;
    const answers = [await sendRaw(books.direct.url, silent)];
    east.lie = null;
    answers.push(await sendRaw(rooms.direct.url, post({ extensions: byHash(LISTED) })));
    answers.push(await sendRaw(rooms.direct.url, get({ query: LISTED })));
    for (const answer of answers) {
      expect([header(answer, 'cache-control'), header(answer, 'etag')]).toEqual(['no-store', undefined]);
    }
    expect(header(await sendRaw(books.direct.url, silent), 'cache-control')).toBe('private, no-cache');
  });
});
