// The bounds on operations on real HTTP: the same over POST, GET and persisted queries, on the graph and on each shard route.
import { createHash } from 'node:crypto';
import { DOCUMENT_BOUNDS } from '../../gateway/guard/document-bounds';
import { HOSTILE_FAMILIES, type HostileOperation } from '../kit/hostile-families';
import { DIRECTORY_CODE, ROOMS_CODE } from './kit/little-graph';
import { type Answer, type TestGateway, listOf, startGateway } from './kit/start-gateway';
import { type Subgraph, startSubgraph } from './kit/start-subgraph';

const GOOD = '{ organization(id: "first-home") { name } }';
const GOOD_ANSWER = { data: { organization: { name: 'First' } } };
const DOUBLING = HOSTILE_FAMILIES['spreads that double']!(60);

let subgraph: Subgraph;
let gateway: TestGateway;

beforeAll(async () => {
  subgraph = await startSubgraph({ contracts: [DIRECTORY_CODE, ROOMS_CODE] });
  gateway = await startGateway(listOf(1, { name: 'first', url: subgraph.url }), { introspection: true });
});
beforeEach(() => void (subgraph.queries.length = 0));
afterAll(() => Promise.all([gateway.stop(), subgraph.stop()]));

interface Reply extends Answer {
  status: number;
}

async function send(init: RequestInit & { search?: string }): Promise<Reply> {
  const { search = '', ...rest } = init;
  const response = await fetch(`${gateway.url}/graphql${search}`, rest);
  return { status: response.status, ...((await response.json()) as Answer) };
}

function post(operation: object): Promise<Reply> {
  return send({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(operation),
  });
}

function get(parameters: Record<string, unknown>): Promise<Reply> {
  const entries = Object.entries(parameters).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return send({
    search: `?${new URLSearchParams(entries).toString()}`,
    headers: { 'apollo-require-preflight': '1' },
  });
}

function persisted(query: string) {
  return { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };
}

function expectTooComplex({ status, data, errors }: Reply) {
  expect(status).toBe(400);
  expect(data).toBeUndefined();
  expect(errors).toEqual([
    {
      message: expect.stringMatching(/[\u4e00-\u9fff].* [a-z]/) as string,
      extensions: { code: 'TOO_COMPLEX' },
    },
  ]);
  expect(subgraph.queries).toEqual([]);
}

describe('one hostile operation, every way in', () => {
  const { query } = DOUBLING;

  test('POST', async () => expectTooComplex(await post({ query })));
  test('POST to /', async () => {
    const response = await fetch(`${gateway.url}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expectTooComplex({ status: response.status, ...((await response.json()) as Answer) });
  });
  test('GET', async () => expectTooComplex(await get({ query })));
  test('with the name of one of its operations, and with one that it has not', async () => {
    expectTooComplex(await post({ query: `query A ${query}`, operationName: 'A' }));
    expectTooComplex(await post({ query: `query A ${query}`, operationName: 'B' }));
  });
  test('as a persisted query by POST, which is not kept', async () => {
    expectTooComplex(await post({ query, extensions: persisted(query) }));
    expect(await post({ extensions: persisted(query) })).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
  });
  test('as a persisted query by GET', async () => {
    expectTooComplex(await get({ query, extensions: persisted(query) }));
  });
  test('in a batch: batches are not taken', async () => {
    const reply = await post([{ query }, { query: GOOD }]);
    expect(reply).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });
});

test('a text that is too long, each time that it comes', async () => {
  const query = `{ rooms { id } } #${'x'.repeat(DOCUMENT_BOUNDS.characters)}`;
  for (let i = 0; i < 2; i++) expectTooComplex(await post({ query }));
  expectTooComplex(await post({ query, operationName: 'A', extensions: persisted(query) }));
});

describe('what Apollo Server says of faults, it says of what the planning thread found', () => {
  test('a document that cannot be parsed', async () => {
    expect(await post({ query: '{ rooms {' })).toEqual({
      status: 400,
      errors: [
        {
          message: 'Syntax Error: Expected Name, found <EOF>.',
          locations: [{ line: 1, column: 10 }],
          extensions: { code: 'GRAPHQL_PARSE_FAILED' },
        },
      ],
    });
  });

  test('a document with several faults: each with its place', async () => {
    expect(await post({ query: '{ room { id }\n  nowhere }' })).toEqual({
      status: 400,
      errors: [
        {
          message: 'Cannot query field "nowhere" on type "Query".',
          locations: [{ line: 2, column: 3 }],
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
        {
          message: 'Field "room" argument "id" of type "ID!" is required, but it was not provided.',
          locations: [{ line: 1, column: 3 }],
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ].sort((a, b) => a.locations[0]!.line - b.locations[0]!.line),
    });
  });

  test.each([
    ['a name that no operation has', { query: 'query A { rooms { id } }', operationName: 'B' }],
    ['no name although there are several', { query: 'query A { rooms { id } } query B { rooms { id } }' }],
    ['fragments only', { query: 'fragment F on Room { id }' }],
  ])('%s', async (what, operation) => {
    const reply = await post(operation);
    expect(reply.status).toBe(400);
    expect(reply.errors).toMatchObject([
      {
        extensions: {
          code: what === 'fragments only' ? 'GRAPHQL_VALIDATION_FAILED' : 'OPERATION_RESOLUTION_FAILURE',
        },
      },
    ]);
  });

  test('a name that no operation can have, for it is longer than the document', async () => {
    const query = 'query A { rooms { id } }';
    const [short, long] = await Promise.all(
      ['B', 'B'.repeat(500_000)].map((operationName) => post({ query, operationName })),
    );
    const withName = (reply: Reply) => JSON.parse(JSON.stringify(reply).replace(/B{500000}/g, 'B')) as Reply;
    expect(withName(long!)).toEqual(short);
    expect(short).toMatchObject({ status: 400 });
  });

  test('a subscription', async () => {
    expect(await post({ query: 'subscription { rooms { id } }' })).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
  });

  test('a variable of the wrong type', async () => {
    const query = 'query($id: ID!) { organization(id: $id) { name } }';
    expect(await post({ query, variables: { id: {} } })).toMatchObject({
      status: 400,
      errors: [{ locations: [{ line: 1, column: 7 }], extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(await post({ query, variables: { id: 'first-home' } })).toEqual({ status: 200, ...GOOD_ANSWER });
  });

  test('a persisted query that is not known, is sent, and is known', async () => {
    expect(await get({ extensions: persisted(GOOD) })).toMatchObject({
      status: 200,
      errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
    expect(await post({ query: GOOD, extensions: persisted(GOOD) })).toEqual({ status: 200, ...GOOD_ANSWER });
    expect(await get({ extensions: persisted(GOOD) })).toEqual({ status: 200, ...GOOD_ANSWER });
    expect(await post({ query: GOOD, extensions: persisted('{ x }') })).toMatchObject({ status: 400 });
  });
});

test('every family at a size that hurts: an answer, or a code and a sentence; the gateway is as before', async () => {
  const codes = new Set<string>();
  for (const [name, family] of Object.entries(HOSTILE_FAMILIES)) {
    const reply = await post(family(1_000) satisfies HostileOperation);
    if (reply.status === 200) continue;
    const code = String(reply.errors?.[0]?.extensions?.code);
    expect([name, code]).toEqual([
      name,
      expect.stringMatching(/^(TOO_COMPLEX|GRAPHQL_(PARSE|VALIDATION)_FAILED|BAD_USER_INPUT)$/),
    ]);
    codes.add(code);
  }
  expect([...codes]).toEqual(expect.arrayContaining(['TOO_COMPLEX', 'GRAPHQL_VALIDATION_FAILED']));
  expect(await post({ query: GOOD })).toEqual({ status: 200, ...GOOD_ANSWER });
});

test('values nested by the hundred thousand', async () => {
  const body = `{"query":"{ rooms { id } }","variables":{"v":${'['.repeat(300_000)}${']'.repeat(300_000)}}}`;
  expectTooComplex(await send({ method: 'POST', headers: { 'content-type': 'application/json' }, body }));
});

test('the introspection that tools send is within the bounds', async () => {
  const { getIntrospectionQuery } = await import('graphql');
  const full = {
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    inputValueDeprecation: true,
  };
  const { status, data } = await post({ query: getIntrospectionQuery({ ...full, oneOf: true }) });
  expect(status).toBe(200);
  expect(data).toHaveProperty('__schema');
});

test('the bounds are settings', async () => {
  const strict = await startGateway(listOf(1, { name: 'first', url: subgraph.url }), {
    documentBounds: { ...DOCUMENT_BOUNDS, depth: 1 },
  });
  const answer = await strict.ask(GOOD);
  expect(answer.errors).toMatchObject([{ extensions: { code: 'TOO_COMPLEX' } }]);
  expect(await strict.ask('{ __typename }')).toEqual({ data: { __typename: 'Query' } });
  await strict.stop();
});
