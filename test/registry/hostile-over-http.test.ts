// The broken and hostile publications sent to a real registry, on every database, that a gateway follows: each is refused or held, and both go on as before.
import { createServer, type RequestListener, type Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestGateway, listOf, startGateway } from '../gateway/kit/start-gateway';
import { type Subgraph, startSubgraph } from '../gateway/kit/start-subgraph';
import { type CreatedDatabase, testDatabases } from '../kit/test-databases';
import { baseInput, CURRENT, LOVE_MARKET } from './check/kit/check-case';
import { HOSTILE_PUBLICATIONS } from './check/hostile-publications';
import { openRegistry, type OpenRegistry, PUBLISH, REJECT, sharedChecker } from './kit/open-registry';
import { STREET_TOKEN } from './kit/small-parts';

const [DIRECTORY, SHARING, CLASSES] = CURRENT as [
  (typeof CURRENT)[0],
  (typeof CURRENT)[0],
  (typeof CURRENT)[0],
];
const contracts = [DIRECTORY, SHARING].map(({ name, sdl }) => ({
  name,
  sdl,
  answeredBy: 'ordinary' as const,
}));
const GOOD = 'type Query { lovemarketItems: [String!] }';
const ASKED = '{ organizations { name } }';

const checker = sharedChecker();
afterAll(() => checker.stop());

/** Neither composition nor rules: the request alone is too large, or the address allowed here leads nowhere. */
const OTHERWISE: Record<string, string[]> = {
  '10 MB': [],
  'the loopback written as a number': ['PROBE_FAILED'],
};

const answer =
  (text: string): RequestListener =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(text);
const says = (sdl: string) => answer(JSON.stringify({ data: { _service: { sdl } } }));

const ADDRESSES: [what: string, listener: RequestListener, rule: string, said: string][] = [
  ['a URL that hangs', () => undefined, 'PROBE_FAILED', 'no whole answer within 5000 milliseconds'],
  [
    'a URL that drips',
    (_, response) => void setInterval(() => response.write(' '), 200).unref(),
    'PROBE_FAILED',
    'no whole answer',
  ],
  [
    'a URL that leads on to another',
    (_, response) => void response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
    'PROBE_FAILED',
    'redirect',
  ],
  [
    'a URL without end',
    (_, response) => void response.end(Buffer.alloc(20_000_000, 'a')),
    'PROBE_FAILED',
    'longer than',
  ],
  ['a URL of a web page', answer('<html></html>'), 'PROBE_FAILED', 'holds no SDL'],
  [
    'a URL of another subgraph',
    says('type Query { other: Int }'),
    'SERVES_LESS',
    'Query.lovemarketItems was removed',
  ],
  [
    'a URL that answers another type',
    says('type Query { lovemarketItems: Int }'),
    'SERVES_LESS',
    'changed type',
  ],
  ['a URL that talks nonsense', says('type type type'), 'SERVES_LESS', 'cannot be read as GraphQL'],
];

describe.each(testDatabases())('$name', ({ create }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lianxi-hostile-'));
  const servers: Server[] = [];
  let database: CreatedDatabase;
  let subgraph: Subgraph;
  let registry: OpenRegistry;
  let gateway: TestGateway;
  let tokens: Map<string, string>;

  beforeAll(async () => {
    database = await create();
    const resolvers = { Query: { organizations: () => [{ id: 'school', name: 'School' }] } };
    subgraph = await startSubgraph({ contracts: [{ name: 'directory', sdl: DIRECTORY.sdl, resolvers }] });
    const seedShardListPath = path.join(folder, 'shards.json');
    const list = listOf(1, { name: 'one', url: subgraph.url, contracts: ['directory'], homes: ['school'] });
    writeFileSync(seedShardListPath, JSON.stringify(list));
    const { operations } = baseInput();
    registry = await openRegistry(
      database,
      { checker, contracts, operations },
      { street: 'street', seedShardListPath },
    );
    const charity = await registry.admit('charity');
    const school = await registry.admit('school');
    tokens = new Map([
      ['charity', charity],
      ['street', STREET_TOKEN],
    ]);
    expect((await registry.publish(school, 'classes', CLASSES.sdl)).outcome).toBe('ACCEPTED');
    gateway = await startGateway(
      null,
      {
        registryUrl: registry.url,
        registryToken: STREET_TOKEN,
        graphPath: path.join(folder, 'graph.json'),
        registryPollMs: 60_000,
      },
      { contracts },
    );
  });
  afterAll(async () => {
    await gateway?.stop();
    await registry?.close();
    await subgraph?.stop();
    for (const server of servers) {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  const headOf = async () =>
    (await registry.ask('{ version { number supergraphSdl shards { name homes } } }')).data.version;

  /** What became of it, and the English of all that was said. */
  async function publish(
    subgraphInput: object,
    owner: string,
  ): Promise<{ outcome: string; rules: string[]; said: string[] }> {
    const { data, errors } = await registry.ask(PUBLISH, { subgraph: subgraphInput }, tokens.get(owner));
    if (errors) return { outcome: 'REFUSED', rules: [], said: errors.map(({ message }) => message) };
    const { outcome, verdict, proposal } = data.publish;
    if (proposal) await registry.ask(REJECT, { id: proposal.id, reason: 'hostile' });
    const serious = verdict.findings.filter(({ severity }: { severity: string }) => severity !== 'WARNING');
    return {
      outcome,
      rules: serious.map(({ rule }: { rule: string }) => rule),
      said: serious.map(({ sentence }: { sentence: { en: string } }) => sentence.en),
    };
  }

  test.each(HOSTILE_PUBLICATIONS.map((it) => [it.title, it] as const))('%s', async (title, hostile) => {
    const before = await headOf();
    const given = {
      ...LOVE_MARKET,
      url: registry.addressOf(hostile.sdl),
      sdl: hostile.sdl,
      ...hostile.publication,
    };
    const { outcome, rules, said } = await publish(
      { name: given.name, url: given.url, sdl: given.sdl },
      given.owner,
    );
    expect(outcome).toBe(hostile.outcome === 'REFUSED' ? 'REFUSED' : 'WAITING');
    expect(rules).toEqual(expect.arrayContaining(OTHERWISE[title] ?? [hostile.rule]));
    expect(said.length).toBeGreaterThan(0);
    for (const sentence of said) expect(sentence).toMatch(/[a-z] [a-z]/);
    expect(await headOf()).toEqual(before);
    expect((await gateway.ask(ASKED)).data).toEqual({ organizations: [{ name: 'School' }] });
  });

  test.each(ADDRESSES)('%s', async (_, listener, rule, what) => {
    const before = await headOf();
    const refused = await publish({ name: 'lovemarket', url: await serve(listener), sdl: GOOD }, 'charity');
    expect(refused).toMatchObject({
      outcome: 'REFUSED',
      rules: [rule],
      said: [expect.stringContaining(what)],
    });
    expect(await headOf()).toEqual(before);
  });

  test('a URL where nobody listens', async () => {
    const refused = await publish(
      { name: 'lovemarket', url: 'http://127.0.0.1:1025/', sdl: GOOD },
      'charity',
    );
    expect(refused).toMatchObject({ outcome: 'REFUSED', rules: ['PROBE_FAILED'] });
  });

  test('a server that answers the gateway alone is published with a warning; one with more than is published, without', async () => {
    const closed = await serve((_, response) => void response.writeHead(401).end());
    const accepted = { outcome: 'ACCEPTED', rules: [] };
    expect(await publish({ name: 'lovemarket', url: closed, sdl: GOOD }, 'charity')).toMatchObject(accepted);
    const more = await serve(says(`${GOOD} type LovemarketMore { id: ID }`));
    expect(await publish({ name: 'lovemarket', url: more, sdl: GOOD }, 'charity')).toMatchObject(accepted);
  });
});
