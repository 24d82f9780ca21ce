// A sharded contract in the graph: rows of many homes as one list, what is missing named, and the same over /shards.
import type { ContractFile } from '../../gateway/supergraph/contract-file';
import { LIBRARY, LIBRARY_SDL } from '../sharding/kit/library-contract';
import { FAIL, HANG, type ReferenceShard, startReferenceShard } from '../sharding/kit/reference-shard';
import { book, bookId } from '../sharding/kit/some-rows';
import { type TestGateway, askGraph, eventually, startGateway, writeList } from './kit/start-gateway';
import { type Subgraph, startSubgraph } from './kit/start-subgraph';

const MOTTO_SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Query { mottoOf(id: ID!): Organization }
  type Organization @key(fields: "id") { id: ID! motto: String }
`;
const MOTTO = {
  name: 'directory',
  sdl: MOTTO_SDL,
  resolvers: {
    Query: { mottoOf: (_: unknown, { id }: { id: string }) => ({ id }) },
    Organization: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      motto: ({ id }: { id: string }) => `${id} reads`,
    },
  },
};
const CONTRACTS: ContractFile[] = [
  { name: 'directory', sdl: MOTTO_SDL, answeredBy: 'ordinary' },
  { name: LIBRARY, sdl: LIBRARY_SDL, answeredBy: 'sharded' },
];

const BOOKS = `{ books(orderBy: { field: TITLE }) {
  edges { node { title wantedBy { id motto } } } totalCount coverage { complete asked answered missing { home reason } }
} }`;

let east: ReferenceShard;
let west: ReferenceShard;
let directory: Subgraph;
let gateway: TestGateway;

function list(version: number, westUrl = west.url) {
  const shards = [
    { name: 'street', url: directory.url, contracts: ['directory'], homes: [] },
    { name: 'east', url: east.url, contracts: [LIBRARY], homes: east.homes },
    { name: 'west', url: westUrl, contracts: [LIBRARY], homes: west.homes },
  ];
  return { version, shards, notJoined: [{ home: 'north', contracts: [LIBRARY] }] };
}

beforeEach(async () => {
  east = await startReferenceShard('east', ['e1', 'e2'], {
    books: [book('e1', 1, { title: 'a', wantedBy: 'w1' }), book('e2', 2, { title: 'c' })],
    readers: [],
  });
  west = await startReferenceShard('west', ['w1'], {
    books: [book('w1', 3, { title: 'b', wantedBy: 'e2' })],
    readers: [],
  });
  directory = await startSubgraph({ contracts: [MOTTO] });
  gateway = await startGateway(list(1), { fetchDeadlineMs: 500 }, { contracts: CONTRACTS });
});

afterEach(() => Promise.all([gateway?.stop(), east?.stop(), west?.stop(), directory?.stop()]));

test('rows of all shards are one list, joined with another subgraph, and the homes are told', async () => {
  const answer = await gateway.ask(BOOKS);
  expect(answer).toEqual({
    data: {
      books: {
        edges: [
          { node: { title: 'a', wantedBy: { id: 'w1', motto: 'w1 reads' } } },
          { node: { title: 'b', wantedBy: { id: 'e2', motto: 'e2 reads' } } },
          { node: { title: 'c', wantedBy: null } },
        ],
        totalCount: 3,
        coverage: {
          complete: false,
          asked: 4,
          answered: 3,
          missing: [{ home: 'north', reason: 'NOT_JOINED' }],
        },
      },
    },
    extensions: { homes: { asked: 4, answered: 3, missing: [{ home: 'north', reason: 'NOT_JOINED' }] } },
  });
});

test('a shard that falls silent is named, and the others answer', async () => {
  for (const lie of [HANG, FAIL]) {
    west.lie = () => lie;
    const { data, errors, extensions } = await gateway.ask(BOOKS);
    expect(data).toMatchObject({
      books: { edges: [{ node: { title: 'a' } }, { node: { title: 'c' } }], coverage: { answered: 2 } },
    });
    expect(errors).toHaveLength(1);
    expect(errors![0]).toMatchObject({ path: ['books'], extensions: { code: 'HOME_UNAVAILABLE' } });
    const missing = [
      { home: 'north', reason: 'NOT_JOINED' },
      { home: 'w1', reason: 'UNREACHABLE' },
    ];
    expect(extensions).toEqual({ homes: { asked: 4, answered: 2, missing } });
    expect(JSON.stringify(errors)).not.toMatch(/SELECT|10\.0\.0\.1|127\.0\.0\.1/);
  }
});

test("a shard's own error keeps its code and its place below an entity", async () => {
  const query = `{ mottoOf(id: "e1") { shelf: books(first: -1) { totalCount } } ok: mottoOf(id: "w1") { motto } }`;
  const { data, errors } = await gateway.ask(query);
  expect(data).toEqual({ mottoOf: { shelf: null }, ok: { motto: 'w1 reads' } });
  expect(errors).toMatchObject([{ path: ['mottoOf', 'shelf'], extensions: { code: 'BAD_PAGE' } }]);
});

test('a shard that moves is asked at its new place by the next request', async () => {
  const moved = await startReferenceShard('west', ['w1'], west.rows);
  await west.stop();
  writeList(gateway.listFile, list(2, moved.url));
  await eventually(() => gateway.log.some((line) => line.includes('"version":2')), Boolean);
  expect(await gateway.ask(BOOKS)).toMatchObject({ data: { books: { totalCount: 3 } } });
  await moved.stop();
});

test('a mutation goes to the shard of its home only', async () => {
  const { data } = await gateway.ask(`mutation { lend(book: "${bookId('w1', 3)}") { message } }`);
  expect(data).toMatchObject({ lend: { message: expect.any(String) as string } });
  expect([east, west].map(({ requests }) => requests.length)).toEqual([0, 1]);
});

describe('the layer as an ordinary subgraph', () => {
  const ask = (query: string, variables?: Record<string, unknown>) =>
    askGraph(`${gateway.url}/shards/${LIBRARY}`, query, variables);

  test('tells its contract without the directives of sharding', async () => {
    const { data } = await ask('{ _service { sdl } }');
    const { sdl } = (data as { _service: { sdl: string } })._service;
    expect(sdl).toContain('@key(fields: "id")');
    expect(sdl).toContain('@link(');
    expect(sdl).not.toMatch(/@home|@scatter|@merge|@foreign|@local|MergeBy/);
  });

  test('answers lists of all shards and entities by their keys', async () => {
    const query = `query($of: [_Any!]!) {
      _entities(representations: $of) { ... on Book { title wantedBy { id } } }
      books(orderBy: { field: TITLE, direction: DESC }, first: 1) { edges { node { title } } }
    }`;
    const of = [bookId('w1', 3), bookId('e1', 9), bookId('e1', 1)].map((id) => ({ __typename: 'Book', id }));
    const { data, errors } = await ask(query, { of });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      _entities: [{ title: 'b', wantedBy: { id: 'e2' } }, null, { title: 'a', wantedBy: { id: 'w1' } }],
      books: { edges: [{ node: { title: 'c' } }] },
    });
  });

  test('places an error at its entity', async () => {
    const of = ['w1', 'nobody!'].map((id) => ({ __typename: 'Organization', id }));
    const { errors } = await ask(
      'query($of: [_Any!]!) { _entities(representations: $of) { ... on Organization { name } } }',
      { of },
    );
    expect(errors).toMatchObject([{ path: ['_entities', 1], extensions: { code: 'BAD_ID' } }]);
  });

  test('has the same guards as the graph', async () => {
    const url = `${gateway.url}/shards/${LIBRARY}`;
    const simple = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"{ __typename }"}',
    });
    expect(simple.status).toBe(400);
    expect(await ask('{ __schema { queryType { name } } }')).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
    expect(await ask('{ nothing }')).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
  });
});

test('a contract that breaks a rule of sharding stops the gateway with a sentence', async () => {
  const broken = CONTRACTS.map((contract) => ({
    ...contract,
    sdl: contract.sdl.replace('sequel: Book @foreign', 'sequel: Book'),
  }));
  await expect(startGateway(list(1), {}, { contracts: broken })).rejects.toThrow(
    /contract "library" cannot be sharded.*sequel/s,
  );
});
