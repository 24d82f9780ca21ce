// GraphQL over HTTP: the audits of the package graphql-http, every MUST and every SHOULD but those that are named here.
import { serverAudits } from 'graphql-http';
import { DIRECTORY_CODE, ROOMS_CODE } from './kit/little-graph';
import { type TestGateway, listOf, startGateway } from './kit/start-gateway';
import { type Subgraph, startSubgraph } from './kit/start-subgraph';

let subgraph: Subgraph;
let gateway: TestGateway;

beforeAll(async () => {
  subgraph = await startSubgraph({ contracts: [DIRECTORY_CODE, ROOMS_CODE] });
  gateway = await startGateway(listOf(1, { name: 'first', url: subgraph.url }), { introspection: true });
});
afterAll(() => Promise.all([gateway.stop(), subgraph.stop()]));

const BY_CSRF_PREVENTION =
  'A page of any site can send such a GET without a preflight, so it is refused (CSRF prevention) unless a header shows that it is no plain link.';

/** By the audit's id: why it does not hold. Each is a MAY. */
const EXCEPTIONS: Record<string, string> = {
  '5A70': BY_CSRF_PREVENTION,
  D6D5: BY_CSRF_PREVENTION,
  '6A70': BY_CSRF_PREVENTION,
};

const audits = serverAudits({ url: () => `${gateway.url}/graphql`, fetchFn: fetch });

test('no MUST and no SHOULD is left out', () => {
  const left = audits.filter(({ id, name }) => id in EXCEPTIONS && !name.startsWith('MAY'));
  expect(left).toEqual([]);
  expect(audits.filter(({ name }) => name.startsWith('MUST')).length).toBeGreaterThan(5);
  expect(audits.filter(({ name }) => name.startsWith('SHOULD')).length).toBeGreaterThan(20);
});

test.each(audits.filter(({ id }) => !(id in EXCEPTIONS)))('$id $name', async ({ fn }) => {
  expect(await fn()).toMatchObject({ status: 'ok' });
});

describe('what CSRF prevention refuses', () => {
  const named = (all: typeof audits) => all.filter(({ id }) => id in EXCEPTIONS);
  const withHeader = serverAudits({
    url: () => `${gateway.url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...init.headers, 'apollo-require-preflight': '1' } }),
  });

  test.each(named(audits))('$id $name: refused', async ({ fn }) => {
    expect((await fn()).status).not.toBe('ok');
  });

  test.each(named(withHeader))('$id $name: holds with the header', async ({ fn }) => {
    expect(await fn()).toMatchObject({ status: 'ok' });
  });
});

test.each([
  ['application/json', 200],
  ['application/json; charset=utf-8', 200],
  ['*/*', 400],
  ['application/graphql-response+json, application/json;q=0.9', 400],
])('a document that is not valid, for a client that takes %s: %i', async (accept, status) => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query: '{ nowhere }' }),
  });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
});
