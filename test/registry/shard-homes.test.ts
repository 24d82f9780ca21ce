// A home that is asked elsewhere from now on, on every database: no rows of it are lost from the graph, by another shard or by another address.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composableSdl } from '../../gateway/sharding/read-contract';
import { type CreatedDatabase, testDatabases } from '../kit/test-databases';
import { LIBRARY, LIBRARY_SDL } from '../sharding/kit/library-contract';
import { FAIL, startReferenceShard, type Lie, type ReferenceShard } from '../sharding/kit/reference-shard';
import { book } from '../sharding/kit/some-rows';
import { APPROVE, JOIN, openRegistry, type OpenRegistry, sharedChecker } from './kit/open-registry';

const checker = sharedChecker();
afterAll(() => checker.stop());

const TOOLS = 'workshop';
const PAGE = 'first: Int, after: String, last: Int, before: String';
const TOOLS_SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
  type Query { tools(homes: [ID!] @home, orderBy: ToolOrder, ${PAGE}): ToolConnection @scatter }
  type Tool @key(fields: "id") { id: ID!, name: String }
  input ToolOrder { field: ToolOrderField!, direction: ToolDirection! = ASC }
  enum ToolOrderField { NAME }
  enum ToolDirection { ASC DESC }
  type ToolConnection { edges: [ToolEdge!]!, pageInfo: PageInfo!, totalCount: Int, coverage: Coverage! }
  type ToolEdge { cursor: String!, node: Tool @local }
  type PageInfo @shareable { hasNextPage: Boolean!, hasPreviousPage: Boolean!, startCursor: String, endCursor: String }
  type Coverage @shareable { complete: Boolean!, asOf: String!, asked: Int!, answered: Int!, missing: [MissingHome!]! }
  type MissingHome @shareable { home: ID!, reason: MissingReason! }
  enum MissingReason { UNREACHABLE NOT_JOINED INVALID_ANSWER }
`;
const VERDICT = 'outcome proposal { id } verdict { findings { rule severity sentence { en } approver } }';
const PUBLISH_SHARD = `mutation($shard: ShardInput!) { publishShard(shard: $shard) { ${VERDICT} } }`;
const MOVE =
  'mutation($home: ID!, $to: String!) { moveHome(home: $home, to: $to) { submission { outcome verdict { findings { rule sentence { en } } } } } }';
const LIST = '{ version { shards { name url homes } } }';

const rowsOf = (...homes: string[]) => ({
  books: homes.flatMap((home) =>
    Array.from({ length: 6 }, (_, i) => book(home, i, { title: `t${i}`, rank: i % 3 })),
  ),
  readers: [],
});

describe.each(testDatabases())('$name', ({ create }) => {
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-shard-homes-'));
  let database: CreatedDatabase;
  let registry: OpenRegistry;
  let street: ReferenceShard;
  let own: ReferenceShard;
  let token: string;
  /** Rows that each home has in the workshop of the street; null: it does not answer there. */
  let tools: Record<string, number> | null = {};

  /** Says of itself what the contract says; of tools, what is counted above. */
  const honest: Lie = (answer, { query, variables }) => {
    if (query.includes('_service')) return { data: { _service: { sdl: composableSdl(LIBRARY_SDL) } } };
    if (!query.includes('tools(')) return answer;
    return tools ? { data: { tools: { totalCount: tools[variables.homes[0]] ?? 0 } } } : FAIL;
  };
  const open = async (name: string, ...homes: string[]) => {
    const shard = await startReferenceShard(name, homes, rowsOf(...homes));
    shard.lie = honest;
    return shard;
  };

  beforeAll(async () => {
    database = await create();
    [street, own] = [await open('street', 'ann', 'bob'), await open('own', 'ann')];
    const seedShardListPath = join(folder, 'shards.json');
    const hosted = { name: 'hosted', url: street.url, contracts: [LIBRARY, TOOLS], homes: ['ann', 'bob'] };
    writeFileSync(seedShardListPath, JSON.stringify({ version: 1, shards: [hosted], notJoined: [] }));
    const contracts = [
      { name: LIBRARY, sdl: LIBRARY_SDL, answeredBy: 'sharded' as const },
      { name: TOOLS, sdl: TOOLS_SDL, answeredBy: 'sharded' as const },
    ];
    registry = await openRegistry(database, { checker, contracts, operations: [] }, { seedShardListPath });
    const joining = (await registry.ask(JOIN, { home: 'ann', name: 'Ann', contracts: [LIBRARY] }, null)).data
      .join;
    await registry.ask(APPROVE, { id: joining.proposal, reason: 'known' });
    token = joining.secret;
  });
  afterAll(async () => {
    await registry?.close();
    await street?.stop();
    await own?.stop();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const publish = async (shard: object, by?: string) =>
    (await registry.ask(PUBLISH_SHARD, { shard: { contracts: [LIBRARY], ...shard } }, by)).data.publishShard;
  const annShard = () => ({ name: 'ann-shard', url: own.url, homes: ['ann'] });
  const listed = async (shard: string) =>
    (await registry.ask(LIST)).data.version.shards.find(({ name }: { name: string }) => name === shard);

  const leftBehind = (count: number | string) => ({
    rule: 'ROWS_LEFT_BEHIND',
    sentence: {
      en: expect.stringContaining(
        `workshop.tools of "ann": the shard "hosted" has ${count} rows, and the new one does not speak the contract "workshop"`,
      ),
    },
  });

  test.each([
    ['has rows', { ann: 3, bob: 9 }, 3],
    ['does not say', null, '?'],
  ])('a home does not leave a contract behind in which it %s, published or moved', async (_, has, said) => {
    tools = has;
    const refused = { outcome: 'REFUSED', verdict: { findings: [leftBehind(said)] } };
    expect(await publish(annShard(), token)).toMatchObject(refused);
    expect(await publish({ ...annShard(), homes: [] }, token)).toMatchObject({ outcome: 'ACCEPTED' });
    const { data } = await registry.ask(MOVE, { home: 'ann', to: 'ann-shard' }, token);
    expect(data.moveHome.submission).toMatchObject(refused);
    expect((await listed('hosted')).homes).toEqual(['ann', 'bob']);
  });

  test('a home that has none there leaves it', async () => {
    tools = { bob: 9 };
    expect(await publish(annShard(), token)).toMatchObject({ outcome: 'ACCEPTED' });
    expect((await listed('hosted')).homes).toEqual(['bob']);
  });

  describe('a shard that is published again with another address', () => {
    const opened: ReferenceShard[] = [];
    afterAll(() => Promise.all(opened.map((shard) => shard.stop())));

    const openAt = async (...homes: string[]) => {
      const shard = await open('elsewhere', ...homes);
      opened.push(shard);
      return shard;
    };
    const rulesOf = (submission: any) =>
      submission.verdict.findings.map(({ rule }: { rule: string }) => rule);
    const publishAt = (url: string) => publish({ ...annShard(), url }, token);
    const approve = async ({ proposal }: { proposal: { id: string } }) =>
      (await registry.ask(APPROVE, { id: proposal.id, reason: 'its server died' })).data.approve;
    const url = async () => (await listed('ann-shard')).url;

    test('is refused where the rows of its homes are not there, and taken where they are', async () => {
      const [empty, whole] = [await openAt(), await openAt('ann')];
      empty.homes.push('ann');
      const refused = await publishAt(empty.url);
      expect([refused.outcome, rulesOf(refused)]).toEqual(['REFUSED', ['ROWS_DIFFER']]);
      expect(await url()).toBe(own.url);
      for (const there of [whole, own]) {
        expect(await publishAt(there.url)).toMatchObject({
          outcome: 'ACCEPTED',
          verdict: { findings: [] },
        });
        expect(await url()).toBe(there.url);
      }
    });

    test('waits for the yes of the street where its old address is silent', async () => {
      const whole = await openAt('ann');
      own.lie = () => FAIL;
      const waiting = await publishAt(whole.url);
      expect(waiting).toMatchObject({ outcome: 'WAITING', verdict: { findings: [unknownRows(6)] } });
      expect(await url()).toBe(own.url);
      expect(await approve(waiting)).toMatchObject({ outcome: 'ACCEPTED' });
      expect(await url()).toBe(whole.url);
    });

    test('is refused with that yes too when the old address is up again, and has more', async () => {
      const before = await url();
      const [empty, old] = [await openAt(), opened.find((shard) => shard.url === before)!];
      empty.homes.push('ann');
      old.lie = () => FAIL;
      const waiting = await publishAt(empty.url);
      expect(waiting).toMatchObject({ outcome: 'WAITING', verdict: { findings: [unknownRows(0)] } });
      old.lie = honest;
      const refused = await approve(waiting);
      expect([refused.outcome, rulesOf(refused)]).toEqual(['REFUSED', ['ROWS_DIFFER']]);
      expect(await url()).toBe(before);
    });

    const unknownRows = (count: number) => ({
      rule: 'ROWS_UNKNOWN',
      severity: 'NEEDS_APPROVAL',
      approver: 'demo-street',
      sentence: { en: expect.stringContaining(`at the new one it has ${count}.`) },
    });
  });
});
