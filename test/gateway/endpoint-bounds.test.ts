// What settings say an endpoint may do holds for each kind of it: a contract's subgraph, a published one, a shard.
import { type GatewayConfig, readConfig } from '../../gateway/config';
import { LIBRARY, LIBRARY_SDL } from '../sharding/kit/library-contract';
import { FAIL, startReferenceShard } from '../sharding/kit/reference-shard';
import { book } from '../sharding/kit/some-rows';
import { openGround } from './kit/followed-graph';
import { serveDelivery } from './kit/serve-delivery';
import { type TestGateway, eventually, startGateway } from './kit/start-gateway';

/** One kind of endpoint, behind a whole gateway. */
interface Endpoint {
  gateway: TestGateway;
  query: string;
  /** Answers from now on with this many characters more than its answer has, or fails. */
  misbehave(how: number | 'fail'): void;
  timesAsked(): number;
  /** The code of each answer that it did not give. */
  code: string;
  stop(): Promise<unknown>;
}

type Settings = Partial<GatewayConfig>;

async function ofSubgraph(which: 'contracts' | 'shop', settings: Settings): Promise<Endpoint> {
  const ground = await openGround();
  const registry = await serveDelivery({ first: ground.version(1, { shop: true }) });
  const subgraph = ground[which];
  return {
    gateway: await ground.follow(registry.url, settings),
    query: which === 'shop' ? '{ goods }' : '{ organizations { name } }',
    misbehave(how) {
      const data = which === 'shop' ? { goods: [] } : { organizations: [] };
      subgraph.misbehave =
        how === 'fail' ? { status: 500, body: '' } : { body: JSON.stringify({ data }) + ' '.repeat(how) };
    },
    timesAsked: () => subgraph.queries.length,
    code: 'SUBGRAPH_UNAVAILABLE',
    stop: async () => (await ground.close(), registry.kill()),
  };
}

async function ofShard(settings: Settings): Promise<Endpoint> {
  const books = [book('e1', 1, { title: 'a' })];
  const shard = await startReferenceShard('east', ['e1'], { books, readers: [] });
  const shards = [{ name: 'east', url: shard.url, contracts: [LIBRARY], homes: shard.homes }];
  const contracts = [{ name: LIBRARY, sdl: LIBRARY_SDL, answeredBy: 'sharded' as const }];
  return {
    gateway: await startGateway({ version: 1, shards, notJoined: [] }, settings, { contracts }),
    query: '{ books { totalCount coverage { missing { home reason } } } }',
    misbehave(how) {
      shard.lie = (honest) => (how === 'fail' ? FAIL : JSON.stringify(honest) + ' '.repeat(how));
    },
    timesAsked: () => shard.requests.length,
    code: 'HOME_UNAVAILABLE',
    stop: () => shard.stop(),
  };
}

const KINDS = {
  'the subgraph of a contract': (settings: Settings) => ofSubgraph('contracts', settings),
  'a published subgraph': (settings: Settings) => ofSubgraph('shop', settings),
  'a shard': ofShard,
};

/** As the environment says it. */
function settingsOf(environment: Record<string, string>): Settings {
  const reading = readConfig(environment);
  if (!reading.ok) throw new Error(reading.faults.join());
  const { endpointBounds, executor } = reading.config;
  return { endpointBounds, executor };
}

let endpoint: Endpoint;
afterEach(() => endpoint.stop());

const codesOf = async ({ gateway, query }: Endpoint) =>
  (await gateway.ask(query)).errors?.map(({ extensions }) => extensions!.code);

describe.each(['lianxi', 'apollo'])('with the executor %s', (executor) => {
  test.each(Object.entries(KINDS))('%s: an answer over the limit is none', async (_, open) => {
    endpoint = await open(settingsOf({ GATEWAY_EXECUTOR: executor, LIANXI_ANSWER_LIMIT: '2000' }));
    endpoint.misbehave(1_000);
    expect(await codesOf(endpoint)).toBeUndefined();
    endpoint.misbehave(2_000);
    expect(await codesOf(endpoint)).toEqual([endpoint.code]);
  });

  test.each(Object.entries(KINDS))('%s: after so many failures it is left alone', async (_, open) => {
    const breaker = { LIANXI_BREAKER_FAILURES: '2', LIANXI_BREAKER_PAUSE_MS: '100000' };
    endpoint = await open(settingsOf({ GATEWAY_EXECUTOR: executor, ...breaker }));
    endpoint.misbehave('fail');
    for (const timesAsked of [1, 2, 2]) {
      expect(await codesOf(endpoint)).toEqual([endpoint.code]);
      expect(endpoint.timesAsked()).toBe(timesAsked);
    }
  });

  test.each(Object.entries(KINDS))('%s: after the pause it is asked again', async (_, open) => {
    const breaker = { LIANXI_BREAKER_FAILURES: '1', LIANXI_BREAKER_PAUSE_MS: '1' };
    endpoint = await open(settingsOf({ GATEWAY_EXECUTOR: executor, ...breaker }));
    endpoint.misbehave('fail');
    let asked = 0;
    await eventually(
      async () => {
        asked += 1;
        await codesOf(endpoint);
        return endpoint.timesAsked();
      },
      (times) => times === 7,
    );
    expect(asked).toBe(7);
  });
});
