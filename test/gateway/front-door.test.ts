// What a request meets before it reaches the graph: origins, methods, sizes, pages, health.
import { DIRECTORY_CODE, ROOMS_CODE } from './kit/little-graph';
import { type TestGateway, listOf, startGateway } from './kit/start-gateway';
import { type Subgraph, startSubgraph } from './kit/start-subgraph';

const FRIEND = 'https://app.example.org';
const ASK = JSON.stringify({ query: '{ organization(id: "first-home") { name } }' });
const JSON_TYPE = { 'content-type': 'application/json' };

let subgraph: Subgraph;
let gateway: TestGateway;
let open: TestGateway;

beforeAll(async () => {
  subgraph = await startSubgraph({ contracts: [DIRECTORY_CODE, ROOMS_CODE] });
  const list = listOf(3, { name: 'first', url: subgraph.url }, { name: 'gone', url: 'http://127.0.0.1:1' });
  gateway = await startGateway(list, { corsOrigins: [FRIEND] });
  open = await startGateway(
    list,
    { introspection: true, explorer: true, sandbox: true },
    { operations: [{ file: 'rooms.graphql', text: '# 有哪些房间 <rooms>\n{ rooms { name } }\n' }] },
  );
});

afterAll(() => Promise.all([gateway.stop(), open.stop(), subgraph.stop()]));

describe('pages of other origins', () => {
  test('an origin of the list may send JSON and read the answer', async () => {
    const preflight = await fetch(`${gateway.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: FRIEND,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(FRIEND);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
    const answer = await send(gateway, {
      method: 'POST',
      headers: { ...JSON_TYPE, origin: FRIEND },
      body: ASK,
    });
    expect(answer.headers.get('access-control-allow-origin')).toBe(FRIEND);
    expect(await answer.json()).toEqual({ data: { organization: { name: 'First' } } });
  });

  test.each([
    'https://evil.example',
    'https://app.example.org.evil.example',
    'http://app.example.org',
    'null',
  ])('%s is refused', async (origin) => {
    const preflight = await fetch(`${gateway.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    const answer = await send(gateway, { method: 'POST', headers: { ...JSON_TYPE, origin }, body: ASK });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('vary')).toMatch(/origin/i);
  });

  test('what a page can send without a preflight never runs', async () => {
    subgraph.queries.length = 0;
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const response = await send(gateway, { method: 'POST', headers: { 'content-type': type }, body: ASK });
      expect(response.status).toBe(400);
      expect(await response.text()).toMatch(/CSRF/);
    }
    const get = await fetch(
      `${gateway.url}/graphql?query=${encodeURIComponent('{ organizations { name } }')}`,
    );
    expect(get.status).toBe(400);
    expect(subgraph.queries).toEqual([]);
  });

  test('a GET that shows it is no plain link is answered; a mutation by GET is not', async () => {
    const ask = (query: string) =>
      fetch(`${gateway.url}/graphql?query=${encodeURIComponent(query)}`, {
        headers: { 'apollo-require-preflight': '1' },
      });
    expect(await (await ask('{ organization(id: "first-home") { name } }')).json()).toEqual({
      data: { organization: { name: 'First' } },
    });
    expect((await ask('mutation { rename(id: "first-home", name: "x") { name } }')).status).toBe(405);
  });
});

describe('bodies', () => {
  test.each([
    [
      'a body over the limit',
      { ...JSON_TYPE },
      JSON.stringify({ query: `{ __typename } #${'x'.repeat(1024 * 1024)}` }),
      413,
      /1048576/,
    ],
    ['broken JSON', JSON_TYPE, '{"query":', 400, /not valid JSON/],
    ['no body', JSON_TYPE, '', 400, /POST body missing/],
    ['a list of operations', JSON_TYPE, '[{"query":"{ __typename }"}]', 400, /[Bb]atch/],
    ['a compressed body', { ...JSON_TYPE, 'content-encoding': 'gzip' }, 'x', 415, /Content-Encoding/],
  ] as const)('%s is refused with a sentence', async (_, headers, body, status, words) => {
    const response = await send(gateway, { method: 'POST', headers, body });
    expect(response.status).toBe(status);
    const { errors } = (await response.json()) as { errors: Array<{ message: string; extensions: unknown }> };
    expect(errors).toHaveLength(1);
    expect(errors[0]!.message).toMatch(words);
    expect(errors[0]!.extensions).toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('a stream without a length is cut at the limit', async () => {
    const chunk = new Uint8Array(256 * 1024).fill(32);
    let sent = 0;
    const body = new ReadableStream({
      pull: (stream) => (sent++ < 8 ? stream.enqueue(chunk) : stream.close()),
    });
    const response = await send(gateway, {
      method: 'POST',
      headers: JSON_TYPE,
      body,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
  });

  test('a body just under the limit is read', async () => {
    const body = JSON.stringify({ query: '{ __typename }', variables: { long: 'x'.repeat(1024 * 1024 - 200) } });
    expect((await send(gateway, { method: 'POST', headers: JSON_TYPE, body })).status).toBe(200);
  });
});

describe('the schema', () => {
  test('introspection is off unless it is switched on', async () => {
    const query = '{ __schema { queryType { name } } }';
    expect(await gateway.ask(query)).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
    expect(await open.ask(query)).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
  });

  test('its text is served with descriptions and nothing of federation', async () => {
    const response = await fetch(`${gateway.url}/schema.graphql`);
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text).toContain('"""An organization of the street."""');
    expect(text).toMatch(/rooms: \[Room\]/);
    expect(text).not.toMatch(/join__|_entities|@key|lianxi:/);
  });

  test('plans are not shown', async () => {
    const headers = { ...JSON_TYPE, 'apollo-query-plan-experimental': '1' };
    expect(await (await send(open, { method: 'POST', headers, body: ASK })).json()).toEqual({
      data: { organization: { name: 'First' } },
    });
  });
});

describe('paths', () => {
  test('POST / is the graph too', async () => {
    const response = await fetch(`${gateway.url}/`, { method: 'POST', headers: JSON_TYPE, body: ASK });
    expect(await response.json()).toEqual({ data: { organization: { name: 'First' } } });
  });

  test('an unknown path is a 404 in JSON with a sentence', async () => {
    for (const path of ['/nowhere', '/graphql/', '/operations/../package.json', '/shards/nothing', '//']) {
      const response = await fetch(`${gateway.url}${path}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({
        errors: [
          {
            message: expect.stringContaining('/schema.graphql') as string,
            extensions: { code: 'NOT_FOUND' },
          },
        ],
      });
    }
  });

  test('another method is a 405 that names the right ones', async () => {
    const response = await fetch(`${gateway.url}/graphql`, { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST');
  });

  test('health: live, and ready although a shard is down, without addresses', async () => {
    expect(await (await fetch(`${gateway.url}/health/live`)).json()).toEqual({ status: 'live' });
    const ready = await fetch(`${gateway.url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({
      status: 'ready',
      composed: true,
      shardList: { version: 3 },
      shards: [
        { name: 'first', reachable: true },
        { name: 'gone', reachable: false },
      ],
      planning: expect.objectContaining({ hitRate: expect.any(Number), waiting: 0, replaced: 0 }) as unknown,
    });
  });
});

describe('the page for a browser', () => {
  const browser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };

  test('shows the Sandbox, and links that work without it', async () => {
    const response = await fetch(`${open.url}/`, browser);
    const page = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).toContain('embeddable-sandbox');
    expect(page).toContain('href="/schema.graphql"');
    expect(page).toContain('有哪些房间 &#60;rooms&#62;');
    expect(await (await fetch(`${open.url}/operations/rooms.graphql`)).text()).toContain(
      '{ rooms { name } }',
    );
  });

  test('runs no script but its own and the one of the CDN', async () => {
    const first = await fetch(`${open.url}/`, browser);
    const policy = first.headers.get('content-security-policy')!;
    const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    const scripts = (await first.text()).match(/<(script|style)[^>]*>/g)!;
    expect(scripts.every((tag) => tag.includes(`nonce="${nonce}"`))).toBe(true);
    const second = await fetch(`${open.url}/`, browser);
    expect(second.headers.get('content-security-policy')).not.toBe(policy);
  });

  test('without the Sandbox there is no script at all', async () => {
    const response = await fetch(`${gateway.url}/`, browser);
    expect(await response.text()).not.toMatch(/<script|apollographql/);
    expect(response.headers.get('content-security-policy')).not.toMatch(/script-src|apollographql/);
  });
});

test('every answer forbids sniffing, framing and keeping', async () => {
  for (const path of ['/', '/graphql', '/schema.graphql', '/health/live', '/nowhere']) {
    const { headers } = await fetch(`${gateway.url}${path}`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

function send({ url }: TestGateway, init: RequestInit): Promise<Response> {
  return fetch(`${url}/graphql`, init);
}
