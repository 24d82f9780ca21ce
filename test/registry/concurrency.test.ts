// Fifty publications at once from ten publishers: a linear history, every accepted one in it, the graph of the last of each.
import { type CreatedDatabase, testDatabases } from '../kit/test-databases';
import { openRegistry, type OpenRegistry, sharedChecker } from './kit/open-registry';
import { subgraphSdl } from './kit/small-parts';

const PUBLISHERS = 10;
const EACH = 5;

const checkers = [sharedChecker(), sharedChecker()];
afterAll(() => Promise.all(checkers.map((checker) => checker.stop())));

describe.each(testDatabases())('$name', ({ name: kind, create }) => {
  let database: CreatedDatabase;
  let registries: OpenRegistry[];

  beforeAll(async () => {
    database = await create();
    // One SQLite file is one program's; a server may have several registries on it.
    registries = [await openRegistry(database, { checker: checkers[0] })];
    if (kind !== 'SQLite') registries.push(await openRegistry(database, { checker: checkers[1] }));
  });
  afterAll(async () => {
    for (const registry of registries) await registry.close();
    await database.drop();
  });

  test('the history stays linear and the graph is the composition of the last of each', async () => {
    const [first] = registries as [OpenRegistry];
    const names = Array.from({ length: PUBLISHERS }, (_, i) => `unit${i}`);
    const tokens = await Promise.all(names.map((name) => first.admit(name)));
    const published = await Promise.all(
      names.flatMap((name, i) =>
        Array.from({ length: EACH }, async (_, n) => {
          const sdl = subgraphSdl(name, `field${n}`);
          const registry = registries[n % registries.length]!;
          const { outcome, version } = await registry.publish(tokens[i]!, name, sdl);
          return { name, sdl, outcome, version };
        }),
      ),
    );
    expect(published.map(({ outcome }) => outcome)).toEqual(published.map(() => 'ACCEPTED'));
    const { data } = await first.ask(
      '{ history(limit: 200) { number subject } version { subgraphs { name owner url sdl } supergraphSdl } }',
    );
    const numbers = data.history.map(({ number }: { number: number }) => number);
    expect(numbers).toEqual(
      Array.from({ length: PUBLISHERS * EACH + 1 }, (_, i) => PUBLISHERS * EACH + 1 - i),
    );
    const subjects = new Map(
      data.history.map((entry: { number: number; subject: string }) => [entry.number, entry.subject]),
    );
    for (const { name, version } of published) expect(subjects.get(version)).toBe(name);
    expect(new Set(published.map(({ version }) => version)).size).toBe(published.length);
    for (const name of names) {
      const last = published.filter((each) => each.name === name).sort((a, b) => b.version - a.version)[0]!;
      expect(data.version.subgraphs.find((each: { name: string }) => each.name === name).sdl).toBe(last.sdl);
    }
    expect(data.version.supergraphSdl).toBe(await composedAnew(data.version.subgraphs));
    expect(
      (await first.ask('{ verifyAudit { entries broken { sequence } } }')).data.verifyAudit.broken,
    ).toBeNull();
  }, 180_000);

  async function composedAnew(subgraphs: { name: string; owner: string; url: string | null; sdl: string }[]) {
    const [first] = registries as [OpenRegistry];
    const { check, street, bounds, defaults, contracts, operations } = first.served.registry.ground;
    const all = subgraphs.map(({ url, ...each }) => ({
      ...each,
      kind: 'subgraph' as const,
      ...(url && { url }),
    }));
    const { privacyWords, networks, planningBudget } = defaults;
    const { composed } = await check({
      current: all.slice(0, -1),
      change: { kind: 'publish', publication: all.at(-1)! },
      usage: [],
      ...{ street, bounds, contracts, operations, privacyWords, networks, planningBudget },
    });
    return composed!.supergraphSdl;
  }
});
