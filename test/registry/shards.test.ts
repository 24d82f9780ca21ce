// Publishing a shard and moving a home, on every database: real servers are asked for their SDL, their laws, and the rows of what moves.
import { composableSdl } from '../../gateway/sharding/read-contract';
import { LIBRARY, LIBRARY_SDL } from '../sharding/kit/library-contract';
import { startReferenceShard, type Lie, type ReferenceShard } from '../sharding/kit/reference-shard';
import { book } from '../sharding/kit/some-rows';
import { type CreatedDatabase, testDatabases } from '../kit/test-databases';
import { APPROVE, JOIN, openRegistry, type OpenRegistry, sharedChecker } from './kit/open-registry';

const checker = sharedChecker();
afterAll(() => checker.stop());

const SDL = composableSdl(LIBRARY_SDL);
const PUBLISH_SHARD =
  'mutation($shard: ShardInput!) { publishShard(shard: $shard) { outcome version verdict { findings { rule severity sentence { en } approver } } } }';
const LIST = '{ version { number shards { name owner homes } notJoined { home contracts } supergraphSdl } }';

const rowsOf = (...homes: string[]) => ({
  books: homes.flatMap((home) =>
    Array.from({ length: 6 }, (_, i) => book(home, i, { title: `t${i}`, rank: i % 3 })),
  ),
  readers: [],
});

/** Says of itself what the contract says, or `sdl`. */
const honest =
  (sdl = SDL): Lie =>
  (answer, { query }) =>
    query.includes('_service') ? { data: { _service: { sdl } } } : answer;

const HOSTED = { name: 'hosted', contracts: [LIBRARY], homes: ['ann', 'bob'] };

const rulesOf = (submission: any) => submission.verdict.findings.map(({ rule }: { rule: string }) => rule);

describe.each(testDatabases())('$name', ({ create }) => {
  let database: CreatedDatabase;
  let registry: OpenRegistry;
  let street: ReferenceShard;
  let own: ReferenceShard;
  let token: string;

  beforeAll(async () => {
    database = await create();
    registry = await openRegistry(database, {
      checker,
      contracts: [{ name: LIBRARY, sdl: LIBRARY_SDL, answeredBy: 'sharded' }],
      operations: [],
    });
    street = await startReferenceShard('street', ['ann', 'bob'], rowsOf('ann', 'bob'));
    own = await startReferenceShard('own', ['ann'], rowsOf('ann'));
    street.lie = honest();
    own.lie = honest();
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
  });

  const publish = async (shard: object, by?: string) =>
    (await registry.ask(PUBLISH_SHARD, { shard }, by)).data.publishShard;
  const ownShard = (changed: object = {}) => ({
    name: 'ann-shard',
    url: own.url,
    contracts: [LIBRARY],
    homes: ['ann'],
    ...changed,
  });

  test('who means to run a shard is listed as not joined until a shard serves its home', async () => {
    expect((await registry.ask(LIST)).data.version.notJoined).toEqual([
      { home: 'ann', contracts: [LIBRARY] },
    ]);
    expect(await publish({ ...HOSTED, url: street.url })).toMatchObject({ outcome: 'ACCEPTED' });
    expect((await registry.ask(LIST)).data.version).toMatchObject({
      notJoined: [],
      shards: [{ name: 'hosted', homes: ['ann', 'bob'] }],
    });
  });

  const refusals: [what: string, shard: () => object, lie: Lie, rule: string][] = [
    ['a home of another', () => ownShard({ homes: ['bob'] }), honest(), 'HOME_OF_ANOTHER'],
    ['an unknown contract', () => ownShard({ contracts: ['cooking'] }), honest(), 'UNKNOWN_CONTRACT'],
    ['a name of another', () => ownShard({ name: 'hosted' }), honest(), 'NAME_TAKEN'],
    ['a name with a path in it', () => ownShard({ name: '../../etc' }), honest(), 'SHARD_SHAPE'],
    [
      'an address outside of the allowed networks',
      () => ownShard({ url: 'http://169.254.169.254' }),
      honest(),
      'ADDRESS_NOT_ALLOWED',
    ],
    [
      'an address where nobody answers',
      () => ownShard({ url: 'http://127.0.0.1:1025' }),
      honest(),
      'UNREACHABLE',
    ],
    ['an SDL that lacks a field', () => ownShard(), honest(SDL.replace(/ {2}shelfSize.*\n/, '')), 'CONTRACT'],
    [
      'a list in the wrong order',
      () => ownShard(),
      (answer: any, request) => {
        answer.data?.books?.edges?.reverse();
        return honest()(answer, request);
      },
      'CONFORMANCE',
    ],
    [
      'a list with a null among its edges',
      () => ownShard(),
      (answer: any, request) => {
        answer.data?.books?.edges?.fill(null);
        return honest()(answer, request);
      },
      'CONFORMANCE',
    ],
    ['a server that says no SDL', () => ownShard(), () => ({ data: {} }), 'CONTRACT'],
  ];

  test.each(refusals)('%s is refused, and the list stays', async (_, shard, lie, rule) => {
    const before = (await registry.ask(LIST)).data.version;
    own.lie = lie;
    const refused = await publish(shard(), token);
    own.lie = honest();
    expect(refused.outcome).toBe('REFUSED');
    expect(rulesOf(refused)).toContain(rule);
    expect((await registry.ask(LIST)).data.version).toEqual(before);
  });

  test('a home moves only when the new shard has all of its rows; then it is on one shard, with no recomposition', async () => {
    own.rows = { ...own.rows, books: own.rows.books.slice(1) };
    const lost = await publish(ownShard(), token);
    expect(lost.outcome).toBe('REFUSED');
    expect(rulesOf(lost)).toEqual(['ROWS_DIFFER']);
    own.rows = rowsOf('ann');
    const before = (await registry.ask(LIST)).data.version;
    expect((await publish(ownShard(), token)).outcome).toBe('ACCEPTED');
    const { data } = await registry.ask(LIST);
    expect(data.version).toMatchObject({
      number: before.number + 1,
      supergraphSdl: before.supergraphSdl,
      shards: [
        { name: 'hosted', owner: 'demo-street', homes: ['bob'] },
        { name: 'ann-shard', owner: 'ann', homes: ['ann'] },
      ],
    });
  });

  test('the street takes a home from the shard of a member only with its yes', async () => {
    const waiting = await publish({ ...HOSTED, url: street.url });
    expect(waiting.outcome).toBe('WAITING');
    expect(rulesOf(waiting)).toEqual(['HOME_TAKEN']);
    const [proposal] = (await registry.ask('{ proposals { id waitsFor } }')).data.proposals;
    expect(proposal.waitsFor).toEqual(['ann']);
    expect(
      (await registry.ask(APPROVE, { id: proposal.id, reason: 'host us' }, token)).data.approve.outcome,
    ).toBe('ACCEPTED');
    expect((await registry.ask(LIST)).data.version.shards).toMatchObject([
      { homes: ['ann', 'bob'] },
      { homes: [] },
    ]);
  });

  test('a shard that is retired leaves its homes known as not joined', async () => {
    const { data } = await registry.ask('mutation { retireShard(name: "hosted") { outcome } }');
    expect(data.retireShard.outcome).toBe('ACCEPTED');
    expect((await registry.ask(LIST)).data.version.notJoined).toEqual([
      { home: 'ann', contracts: [LIBRARY] },
      { home: 'bob', contracts: [LIBRARY] },
    ]);
  });
});
