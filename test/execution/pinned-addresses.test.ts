// A third party's subgraph is asked where it was checked when it was published: neither its name nor a redirect leads elsewhere.
import { createServer, type Server } from 'node:http';
import { isIP, type AddressInfo } from 'node:net';
import { createJsonPoster } from '../../gateway/execution/source/post-json';
import { readGraphArtifact } from '../../gateway/supergraph/read-graph-artifact';
import { sqlite } from '../kit/test-databases';
import { openRegistry, sharedChecker } from '../registry/kit/open-registry';
import { subgraphSdl } from '../registry/kit/small-parts';

/** What a name that was rebound, or a redirect, would lead to. */
let internal: Server;
let own: Server;
let asked: { internal: number; own: number };

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listen = (server: Server, host: string) => new Promise<void>((done) => server.listen(0, host, done));

beforeAll(async () => {
  internal = createServer((_, response) => {
    asked.internal += 1;
    response.end('{"data":{"secret":1}}');
  });
  own = createServer((request, response) => {
    asked.own += 1;
    if (request.url === '/away')
      response.writeHead(307, { location: `http://127.0.0.1:${portOf(internal)}/` }).end();
    else response.end('{"data":{"host":"own"}}');
  });
  await listen(internal, '127.0.0.1');
  await listen(own, '127.0.0.2');
});
beforeEach(() => (asked = { internal: 0, own: 0 }));
afterAll(() => {
  internal.close();
  own.close();
});

async function post(url: string, addresses?: string[]) {
  const poster = createJsonPoster({ addresses });
  try {
    return await poster.post({ url, body: '{}', signal: undefined, deadline: undefined, repeatable: true });
  } finally {
    await poster.close();
  }
}

test('it is asked at its address, whatever its name resolves to by now', async () => {
  const [rebound, unknown] = ['localhost', 'nowhere.invalid'].map((name) => `http://${name}:${portOf(own)}/`);
  expect(await post(rebound!, ['127.0.0.2'])).toMatchObject({ data: { host: 'own' } });
  expect(await post(unknown!, ['127.0.0.2'])).toMatchObject({ data: { host: 'own' } });
  expect(asked).toEqual({ internal: 0, own: 2 });
});

test('a name that now leads to another server leads nobody there', async () => {
  const url = `http://localhost:${portOf(internal)}/`;
  expect(await post(url)).toMatchObject({ data: { secret: 1 } });
  expect(await post(url, ['127.0.0.2'])).toMatchObject({ kind: 'silent', why: 'unreachable' });
  expect(asked.internal).toBe(1);
});

test('nor does a redirect', async () => {
  expect(await post(`http://localhost:${portOf(own)}/away`, ['127.0.0.2'])).toMatchObject({
    kind: 'silent',
    why: 'bad-status',
  });
  expect(asked).toEqual({ internal: 0, own: 1 });
});

test('the registry hands out the addresses that it has checked, and a gateway takes nothing else for one', async () => {
  const checker = sharedChecker();
  const database = await sqlite.create();
  const registry = await openRegistry(database, { checker });
  try {
    const sdl = subgraphSdl('market');
    const url = registry.addressOf(sdl).replace('127.0.0.1', 'localhost');
    const publish = 'mutation($subgraph: SubgraphInput!) { publish(subgraph: $subgraph) { outcome } }';
    const { data } = await registry.ask(publish, { subgraph: { name: 'market', url, sdl } });
    expect(data.publish.outcome).toBe('ACCEPTED');
    const artifact = await registry.served.registry.feed.current();
    const { addresses = [] } = artifact.subgraphs.find(({ name }) => name === 'market')!;
    expect(addresses).toContain('127.0.0.1');
    expect(addresses.every((address) => isIP(address) > 0)).toBe(true);
    expect(readGraphArtifact(JSON.stringify(artifact)).subgraphs).toEqual(artifact.subgraphs);
    const forged = JSON.stringify(artifact).replace(JSON.stringify(addresses), '["metadata.internal"]');
    expect(() => readGraphArtifact(forged)).toThrow('addresses');
  } finally {
    await registry.close();
    await checker.stop();
    await database.drop();
  }
});
