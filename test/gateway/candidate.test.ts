// What the registry still checks is built ahead, and is served when it is a version, never before.
import pino from 'pino';
import { type Ground, openGround, readinessOf, servesVersion } from './kit/followed-graph';
import { GATEWAY_TOKEN, serveDelivery } from './kit/serve-delivery';
import { type TestGateway, eventually } from './kit/start-gateway';
import { DOCUMENT_BOUNDS } from '../../gateway/guard/document-bounds';
import type { Graph } from '../../gateway/execution/load-graph';
import { type Planning, createPlanning } from '../../gateway/planning/create-planning';
import { type SwapOptions, createGraphSwapper } from '../../gateway/planning/swap-graph';

const GOODS = '{ goods }';

let ground: Ground;
beforeAll(async () => (ground = await openGround()));
afterAll(() => ground.close());

async function followed(url: string): Promise<TestGateway> {
  const gateway = await ground.follow(url, { registryToken: GATEWAY_TOKEN });
  await eventually(
    () => readinessOf(gateway),
    ({ graph }) => graph.following,
  );
  return gateway;
}

test('a gateway fetches it, and serves it when it is accepted only', async () => {
  const registry = await serveDelivery({ first: ground.version(1) });
  const gateway = await followed(registry.url);
  const next = ground.version(2, { shop: true });
  for (const fetched of [1, 2]) {
    registry.offer(next);
    await eventually(
      async () => registry.candidatesFetched(),
      (count) => count === fetched,
    );
    expect((await gateway.ask(GOODS)).errors).toBeDefined();
    if (fetched === 1) registry.offer(undefined);
  }
  expect((await readinessOf(gateway)).graph).toMatchObject({ version: 1, refused: null });
  registry.publish(next);
  await servesVersion(gateway, 2);
  expect(await gateway.ask(GOODS)).toEqual({ data: { goods: ['tea', 'rice'] } });
});

test('one that cannot be built harms nobody: another version is served, and nothing is told as refused', async () => {
  const registry = await serveDelivery({ first: ground.version(3) });
  const gateway = await followed(registry.url);
  registry.offer({ supergraphSdl: 'type', plannableSdl: 'type Query { a: Nothing }' });
  await eventually(
    async () => registry.candidatesFetched(),
    (count) => count === 1,
  );
  registry.publish(ground.version(4, { shop: true }));
  expect((await servesVersion(gateway, 4)).graph.refused).toBeNull();
  expect((await gateway.ask(GOODS)).data).toEqual({ goods: ['tea', 'rice'] });
});

describe('a swapper', () => {
  let planning: Planning;
  let first: Graph;
  const served: Graph[] = [];
  const loaded: string[] = [];
  const retired: unknown[] = [];
  /** The operation, and whether its graph served already. */
  const compiled: Array<[string | undefined, boolean]> = [];
  const sdl = (shop: boolean) => ground.version(9, { shop }).plannableSdl;

  beforeEach(async () => {
    [served, loaded, retired, compiled].forEach((it) => it.splice(0));
    planning = createPlanning({
      bounds: DOCUMENT_BOUNDS,
      introspection: false,
      budgetMs: 10_000,
      memoryMb: 512,
      log: pino({ level: 'silent' }),
    });
    first = await planning.loadGraph(sdl(false));
  });
  afterEach(() => planning.stop());

  /** The real planning, counted. */
  function start() {
    const counted: Planning = {
      ...planning,
      loadGraph: (text, since) => (loaded.push(text), planning.loadGraph(text, since)),
      retire: (schema) => (retired.push(schema), planning.retire(schema)),
    };
    const engine: SwapOptions['engine'] = {
      prepare: async ({ operationName }, graph) => {
        compiled.push([operationName, served.includes(graph!)]);
        return undefined as never;
      },
      replaceGraph: (graph) => void served.push(graph),
    };
    return createGraphSwapper({ planning: counted, engine, first });
  }

  test('builds what was prepared once, and puts it in place at the swap', async () => {
    const swapper = start();
    await swapper.prepare(sdl(true));
    expect(served).toEqual([]);
    await swapper.swap(sdl(true));
    expect(loaded).toEqual([sdl(true)]);
    expect(served.map(({ supergraphSdl }) => supergraphSdl)).toEqual([sdl(true)]);
    expect(retired).toEqual([first.apiSchema]);
  });

  test('compiles what is known on the new graph before that serves', async () => {
    const swapper = start();
    const text = 'query Known { __typename }';
    await planning.read(first.apiSchema, { text, hash: text, operationName: 'Known' });
    await swapper.swap(sdl(true));
    expect(served).toHaveLength(1);
    expect(compiled).toEqual([['Known', false]]);
  });

  test('lets the planning thread forget what was prepared in vain', async () => {
    const swapper = start();
    await swapper.prepare(sdl(true));
    await swapper.swap(`${sdl(true)}\n# another`);
    expect(loaded).toHaveLength(2);
    expect(retired).toHaveLength(2);
    await swapper.prepare(sdl(false));
    swapper.drop();
    await eventually(
      async () => retired.length,
      (count) => count === 3,
    );
    expect(served).toHaveLength(1);
  });

  test('tries anew what could not be prepared, and keeps the graph that serves', async () => {
    const swapper = start();
    await expect(swapper.prepare('type Query { a: Nothing }')).rejects.toThrow();
    await expect(swapper.swap('type Query { a: Nothing }')).rejects.toThrow();
    expect(served).toEqual([]);
    await swapper.swap(sdl(true));
    expect(served).toHaveLength(1);
  });
});
