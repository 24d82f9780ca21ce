// Our own faults: masked in the answer, logged once, and by the shard that answered.
import { unit } from '../../../subgraphs/unit/program';
import { openShard, type OpenShard } from '../../kit/open-shard';
import { expectBilingual, expectNoInsides } from '../../kit/spoken';
import { testDatabases } from '../../kit/test-databases';
import { idOf, resource } from './kit/sharing-rows';

describe.each(testDatabases())('$name', (testDatabase) => {
  let broken: OpenShard;
  let whole: OpenShard;
  const ids = [1, 2, 3].map((n) => idOf('yili', 'resource', n));
  beforeAll(async () => {
    [broken, whole] = [
      await openShard(unit, 'sharing', testDatabase),
      await openShard(unit, 'sharing', testDatabase),
    ];
    for (const shard of [broken, whole]) await shard.load([resource(1), resource(2), resource(3)]);
    await broken.database.query('DROP TABLE sharing_booking');
  });
  beforeEach(() => broken.faults.splice(0));
  afterAll(() => Promise.all([broken.close(), whole.close()]));

  test('a field whose table is gone is null with INTERNAL, and the fields beside it are answered', async () => {
    const answer = await broken.ask('{ bookings { totalCount } sharedResources { totalCount } }');
    expect(answer.data).toEqual({ bookings: { totalCount: null }, sharedResources: { totalCount: 3 } });
    expect(answer.errors!.map(({ path, extensions }) => [path, extensions])).toEqual([
      [['bookings', 'totalCount'], { code: 'INTERNAL' }],
    ]);
    expectBilingual(answer.errors![0]!.message);
    expectNoInsides(answer);
  });

  test('one failed statement is logged once, however many fields waited for it', async () => {
    const { errors } = await broken.ask(
      'query ($ids: [ID!]!) { sharedResourceById(ids: $ids) { bookings { totalCount } } }',
      { ids },
    );
    expect(errors).toHaveLength(3);
    expect(broken.faults).toHaveLength(1);
    expect(String(broken.faults[0])).toContain('sharing_booking');
  });

  test('a fault is logged by the shard that had it', async () => {
    await Promise.all([broken.ask('{ bookings { totalCount } }'), whole.ask('{ bookings { totalCount } }')]);
    expect([broken.faults.length, whole.faults.length]).toEqual([1, 0]);
  });

  test('a caller’s mistake is not logged', async () => {
    const answers = [
      await broken.ask('{ nothing }'),
      await broken.ask('{'),
      await broken.ask('query ($n: Int!) { __typename }'),
      await broken.ask('{ sharedResource(id: "BAD") { id } }'),
    ];
    expect(answers.map(({ errors }) => errors![0]!.extensions.code)).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
      'GRAPHQL_PARSE_FAILED',
      'GRAPHQL_VALIDATION_FAILED',
      'BAD_ID',
    ]);
    expect(broken.faults).toEqual([]);
    answers.forEach(expectNoInsides);
  });
});
