// No address, stack, query or file of a server reaches a client, whatever a subgraph answers and in whatever mode.
import { DIRECTORY_CODE } from './kit/little-graph';
import { type TestGateway, listOf, startGateway } from './kit/start-gateway';
import { type Subgraph, startSubgraph } from './kit/start-subgraph';

let directory: Subgraph;
let gateway: TestGateway;

beforeAll(async () => {
  directory = await startSubgraph({ contracts: [DIRECTORY_CODE] });
  gateway = await startGateway(listOf(1, { name: 'first', url: directory.url }));
});

beforeEach(() => {
  gateway.log.length = 0;
});

afterAll(() => Promise.all([gateway.stop(), directory.stop()]));

const SECRETS: Array<[string, string]> = [
  ['a stack', 'boom\n    at Object.resolve (/srv/app/booking.js:12:7)'],
  ['SQL', "You have an error near: SELECT id, phone FROM booking WHERE note = '13800000000'"],
  ['a driver error', 'SQLITE_CONSTRAINT_UNIQUE: booking.phone 13800000000'],
  ['an address', 'connect to http://10.0.0.7:4001/directory failed'],
  ['a host', 'connect ECONNREFUSED 10.0.0.7:4001'],
  ['a file', 'cannot open /etc/lianxi/secret.key'],
];
const TELLTALES = /SELECT|booking|13800000000|srv|10\.0\.0\.7|4001|etc|secret|SQLITE|ECONN|stack/;

function answerWith(error: Record<string, unknown>): void {
  directory.misbehave = { body: JSON.stringify({ data: { organizations: null }, errors: [error] }) };
}

test.each(SECRETS)(
  '%s under an unknown code becomes INTERNAL, is logged once, and its words are not',
  async (_, message) => {
    answerWith({
      message,
      path: ['organizations'],
      extensions: { code: 'ER_X', stacktrace: [message], exception: { sql: message } },
    });
    const answer = await gateway.ask('{ organizations { name } }');
    expect(answer).toEqual({
      data: { organizations: null },
      errors: [
        {
          message: expect.stringMatching(/系统内部出错.*Something failed on our side/) as string,
          path: ['organizations'],
          extensions: { code: 'INTERNAL' },
        },
      ],
    });
    expect(gateway.log).toHaveLength(1);
    expect(JSON.parse(gateway.log[0]!)).toMatchObject({
      level: 50,
      subgraph: 'directory',
      path: 'organizations',
    });
    expect(gateway.log[0]).not.toMatch(/SELECT|13800000000|10\.0\.0\.7|secret/);
  },
);

test.each(SECRETS)('%s under a known code keeps the code and loses the words', async (_, message) => {
  answerWith({ message, path: ['organizations'], extensions: { code: 'BAD_PAGE' } });
  const { errors } = await gateway.ask('{ organizations { name } }');
  expect(errors).toMatchObject([{ path: ['organizations'], extensions: { code: 'BAD_PAGE' } }]);
  expect(JSON.stringify(errors)).not.toMatch(TELLTALES);
});

test("a subgraph cannot pass its words off as the gateway's own", async () => {
  answerWith({
    message: SECRETS[1]![1],
    path: ['organizations'],
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
  expect(JSON.stringify(await gateway.ask('{ organizations { name } }'))).not.toMatch(TELLTALES);
});

test('an answer of the wrong shape is null with INTERNAL at its place, and nothing of it is shown', async () => {
  directory.misbehave = { body: '{"data":{"organizations":"SELECT secret"}}' };
  const answer = await gateway.ask('{ organizations { name } rooms { name } }');
  expect(answer.data).toEqual({ organizations: null, rooms: null });
  expect(answer.errors).toMatchObject([{ path: ['organizations'], extensions: { code: 'INTERNAL' } }]);
  expect(JSON.stringify(answer)).not.toMatch(TELLTALES);
  expect(gateway.log).toHaveLength(1);
  expect(gateway.log[0]).not.toMatch(/SELECT/);
});

describe("the client's own faults are told in full", () => {
  const faults: Array<[string, string, number, RegExp]> = [
    ['{ organisations { name } }', 'GRAPHQL_VALIDATION_FAILED', 400, /Cannot query field/],
    ['{ organizations { name }', 'GRAPHQL_PARSE_FAILED', 400, /Syntax Error/],
    ['query($id: ID!) { organization(id: $id) { name } }', 'BAD_USER_INPUT', 400, /\$id/],
  ];

  test.each(faults)('%s', async (query, code, status, words) => {
    const response = await post(JSON.stringify({ query }));
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringMatching(words) as string, extensions: { code } }],
    });
  });
});

function post(body: string): Promise<Response> {
  return fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
}
