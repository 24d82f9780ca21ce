// The registry's own machine is no place to publish, unless its setting says so: what listens there may trust whoever is on it.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readRegistryConfig, REGISTRY_DEFAULTS } from '../../gateway/registry/config';
import { type CreatedDatabase, sqlite } from '../kit/test-databases';
import { openRegistry, type OpenRegistry, sharedChecker } from './kit/open-registry';
import { subgraphSdl } from './kit/small-parts';

const ANSWER = 'outcome verdict { findings { rule suggestion { zh en } } }';
const PUBLISH = `mutation($subgraph: SubgraphInput!) { answer: publish(subgraph: $subgraph) { ${ANSWER} } }`;
const PUBLISH_SHARD = `mutation($shard: ShardInput!) { answer: publishShard(shard: $shard) { ${ANSWER} } }`;
const ADDRESSES = ['127.0.0.1', '127.1', '[::1]', 'localhost'];

const checker = sharedChecker();
let database: CreatedDatabase;
let registry: OpenRegistry;
let service: Server;
let port: number;
let asked = 0;

beforeAll(async () => {
  database = await sqlite.create();
  registry = await openRegistry(database, { checker }, { loopback: REGISTRY_DEFAULTS.loopback });
  service = createServer((_, response) => void response.end(String((asked += 1)))).listen(0);
  await new Promise((resolve) => service.once('listening', resolve));
  ({ port } = service.address() as AddressInfo);
});
afterAll(async () => {
  await registry?.close();
  service?.close();
  await checker.stop();
  await database?.drop();
});

test('the setting is off until it is put on', () => {
  const loopback = (environment: Record<string, string>) => {
    const reading = readRegistryConfig(environment);
    return reading.ok && reading.config.loopback;
  };
  expect(loopback({})).toBe(false);
  expect(loopback({ LIANXI_REGISTRY_LOOPBACK: 'on' })).toBe(true);
});

test.each(ADDRESSES)('%s is not asked, and the refusal names the setting', async (host) => {
  const url = `http://${host}:${port}`;
  const subgraph = { name: 'inside', url, sdl: subgraphSdl('inside') };
  const shard = { name: 'inside', url, contracts: ['directory'], homes: [] };
  for (const { data } of [
    await registry.ask(PUBLISH, { subgraph }),
    await registry.ask(PUBLISH_SHARD, { shard }),
  ])
    expect(data.answer).toMatchObject({
      outcome: 'REFUSED',
      verdict: {
        findings: expect.arrayContaining([
          {
            rule: 'ADDRESS_NOT_ALLOWED',
            suggestion: {
              zh: expect.stringContaining('LIANXI_REGISTRY_LOOPBACK=on'),
              en: expect.stringContaining('LIANXI_REGISTRY_LOOPBACK=on'),
            },
          },
        ]),
      },
    });
  expect(asked).toBe(0);
});
