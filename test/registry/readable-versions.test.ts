// On every database: no version is appended that gateways refuse, whatever would lead to it, and nobody crowds out the others.
import { MOST_OF_ALL, MOST_OF_ONE, refuseCrowd } from '../../gateway/registry/check/refuse-crowd';
import type { GraphState } from '../../gateway/registry/domain/graph-state';
import { openStore } from '../../gateway/registry/store/open-store';
import { MAX_GRAPH, MAX_SUBGRAPHS, readGraphArtifact } from '../../gateway/supergraph/read-graph-artifact';
import { type CreatedDatabase, testDatabases } from '../kit/test-databases';
import { openRegistry, type OpenRegistry, PUBLISH, sharedChecker } from './kit/open-registry';
import { STREET_TOKEN, subgraphSdl } from './kit/small-parts';

const checker = sharedChecker();
afterAll(() => checker.stop());

const CROWD = Array.from({ length: 300 }, (_, i) => `127.0.${Math.floor(i / 250)}.${(i % 250) + 1}`);
const ROLLBACK = 'mutation($to: Int!) { rollback(to: $to) }';
const PUBLISH_SHARD =
  'mutation($shard: ShardInput!) { publishShard(shard: $shard) { outcome verdict { findings { rule } } } }';

const rulesOf = ({ verdict }: any) => verdict.findings.map(({ rule }: any) => rule);

test('the bounds of the registry are below those of the gateway', () => {
  expect(MOST_OF_ALL).toBeLessThan(MAX_SUBGRAPHS);
  expect(() => readGraphArtifact(' '.repeat(MAX_GRAPH + 1))).toThrow('longer than');
});

test.each(['subgraph', 'shard'] as const)(
  'a %s that is there is published again, a new one only within the bounds',
  (kind) => {
    const of = (count: number, owner: (i: number) => string) =>
      Array.from({ length: count }, (_, i) => ({ name: `n${i}`, owner: owner(i) }));
    const judge = (name: string, current: { name: string; owner: string }[]) =>
      refuseCrowd(kind, { name, owner: 'o0' }, current).map(({ sentence }) => sentence.en);
    const own = of(MOST_OF_ONE, () => 'o0');
    expect(judge('n0', own)).toEqual([]);
    expect(judge('new', own.slice(1))).toEqual([]);
    expect(judge('new', own)).toEqual([expect.stringMatching(/^“o0” has 50 /)]);
    const all = of(MOST_OF_ALL, (i) => `o${i}`);
    expect(judge('n7', all)).toEqual([]);
    expect(judge('new', all.slice(1))).toEqual([]);
    expect(judge('new', all)).toEqual([expect.stringMatching(/^The graph has 800 /)]);
  },
);

describe.each(testDatabases())('$name', ({ create }) => {
  let database: CreatedDatabase;
  let registry: OpenRegistry;

  beforeEach(async () => {
    database = await create();
    const resolve = async (host: string) =>
      (host === 'shop.unit.lan' ? CROWD : ['127.0.0.1']).map((address) => ({ address, family: 4 }));
    registry = await openRegistry(database, { checker, resolve });
  });
  afterEach(async () => {
    await registry.close();
    await database.drop();
  });

  const graphText = async () => {
    const headers = { authorization: `Bearer ${STREET_TOKEN}` };
    return (await fetch(`${registry.url}/graph`, { headers })).text();
  };
  /** What a registry of before may have stored. */
  async function storeAnyway(change: (state: GraphState) => GraphState): Promise<void> {
    const store = await openStore(database.url);
    const head = (await store.read.version(await store.read.headNumber()))!;
    await store.change((book) => book.append(head.number, { ...head, state: change(head.state) }));
    await store.close();
  }
  const headNumber = async () => (await registry.ask('{ version { number } }')).data.version.number;

  test('of a name with hundreds of addresses so many are pinned that gateways take the graph', async () => {
    const sdl = subgraphSdl('lovemarket');
    const url = registry.addressOf(sdl).replace('127.0.0.1', 'shop.unit.lan');
    const subgraph = { name: 'lovemarket', url, sdl };
    expect((await registry.ask(PUBLISH, { subgraph })).data.publish.outcome).toBe('ACCEPTED');
    const { addresses } = readGraphArtifact(await graphText()).subgraphs.at(-1)!;
    expect(addresses).toEqual(CROWD.toSorted().slice(0, 16));
  });

  test('what gateways would refuse is refused with their reason by each verb, until it is mended', async () => {
    const token = await registry.admit('school');
    await registry.publish(token, 'classes');
    await storeAnyway((state) => ({
      ...state,
      subgraphs: state.subgraphs.map((it) => (it.url ? { ...it, addresses: CROWD } : it)),
    }));
    const before = await headNumber();
    const refused = await registry.publish(STREET_TOKEN, 'market');
    expect(refused).toMatchObject({ outcome: 'REFUSED' });
    expect(rulesOf(refused)).toEqual(['GATEWAYS_REFUSE']);
    const { sentence } = refused.verdict.findings[0];
    expect(sentence.en).toContain(
      'Gateways would refuse the graph that comes of this: At subgraphs.1.addresses',
    );
    expect(sentence.zh).toContain('网关不会接受');
    const { errors } = await registry.ask(ROLLBACK, { to: before });
    expect(errors![0]).toMatchObject({
      extensions: { code: 'CONFLICT' },
      message: expect.stringContaining('Gateways would refuse'),
    });
    expect(await headNumber()).toBe(before);
    expect((await registry.publish(token, 'classes')).outcome).toBe('ACCEPTED');
    expect((await registry.publish(STREET_TOKEN, 'market')).outcome).toBe('ACCEPTED');
  });

  test('who has the most subgraphs and shards that one may have publishes no other, and no server is asked', async () => {
    const token = await registry.admit('school');
    const names = Array.from({ length: MOST_OF_ONE }, (_, i) => `school-${i}`);
    const place = { owner: 'school', url: 'http://127.0.0.1:1025' };
    await storeAnyway((state) => ({
      ...state,
      subgraphs: [
        ...state.subgraphs,
        ...names.map((name) => ({ ...place, kind: 'subgraph' as const, name, sdl: '' })),
      ],
      shards: names.map((name) => ({
        ...place,
        kind: 'shard' as const,
        name,
        contracts: ['directory'],
        homes: [],
      })),
    }));
    const before = await headNumber();
    expect(rulesOf(await registry.publish(token, 'classes'))).toEqual(['TOO_MANY_SUBGRAPHS']);
    const shard = { name: 'one-more', url: place.url, contracts: ['directory'], homes: [] };
    const { data } = await registry.ask(PUBLISH_SHARD, { shard }, token);
    expect(data.publishShard.outcome).toBe('REFUSED');
    expect(rulesOf(data.publishShard)).toContain('TOO_MANY_SHARDS');
    expect(rulesOf(data.publishShard)).not.toContain('UNREACHABLE');
    expect(await headNumber()).toBe(before);
  });
});
