// On every database: a graph that is still checked is on offer while its publication is; what is refused is withdrawn, and no version before it is one.
import { type CreatedDatabase, testDatabases } from '../kit/test-databases';
import { type OpenRegistry, openRegistry, sharedChecker } from './kit/open-registry';
import { subgraphSdl } from './kit/small-parts';
import type { GraphCandidate } from '../../gateway/supergraph/graph-artifact';

const checker = sharedChecker();
afterAll(() => checker.stop());

const CHECK = 'query($subgraph: SubgraphInput!) { check(subgraph: $subgraph) { verdict { outcome } } }';

describe.each(testDatabases())('$name', ({ create }) => {
  let database: CreatedDatabase;
  let registry: OpenRegistry;
  let token: string;
  /** What was said, in order: the text on offer, `withdrawn`, or the number of a version. */
  const heard: Array<string | number> = [];

  beforeAll(async () => {
    database = await create();
    registry = await openRegistry(database, { checker });
    token = await registry.admit('tea-house');
    const { feed } = registry.served.registry;
    feed.onCandidate((isOffered) =>
      heard.push(isOffered ? (feed.candidate() as GraphCandidate).supergraphSdl : 'withdrawn'),
    );
    feed.onVersion(({ version }) => heard.push(version));
  }, 120_000);
  beforeEach(() => heard.splice(0));
  afterAll(async () => {
    await registry.close();
    await database.drop();
  });

  test('what is accepted was on offer before, to the letter', async () => {
    const { outcome, version } = await registry.publish(token, 'tea');
    const { feed } = registry.served.registry;
    expect(outcome).toBe('ACCEPTED');
    expect(heard).toEqual([(await feed.current()).supergraphSdl, version]);
    expect(feed.candidate()).toBeUndefined();
  });

  test('nobody but a gateway gets it', async () => {
    expect((await fetch(`${registry.url}/graph/candidate`)).status).toBe(401);
  });

  test('a check, and a text that alone must wait for somebody, put nothing on offer', async () => {
    const sdl = subgraphSdl('tea', 'residentPhoneNumber');
    expect((await registry.publish(token, 'tea', sdl)).outcome).toBe('WAITING');
    const subgraph = { name: 'tea', url: registry.addressOf(subgraphSdl('tea')), sdl: subgraphSdl('tea') };
    expect((await registry.ask(CHECK, { subgraph }, token)).data.check.verdict.outcome).toBe('ACCEPTED');
    expect(heard).toEqual([]);
  });

  test('what is not accepted is withdrawn, and nothing else is on offer for a while', async () => {
    const { outcome } = await registry.publish(token, 'tea', subgraphSdl('rice'));
    expect(outcome).not.toBe('ACCEPTED');
    expect(heard).toEqual([expect.stringContaining('riceEvents'), 'withdrawn']);
    expect(registry.served.registry.feed.candidate()).toBeUndefined();
    const { version } = await registry.publish(token, 'tea', subgraphSdl('tea', 'subject'));
    expect(heard.slice(2)).toEqual(version ? [version] : []);
  });
});
