// Who may read the registry: nobody without a token that counts, whatever field is asked; on every database.
import { type CreatedDatabase, testDatabases } from '../kit/test-databases';
import { answersTo, EVERY_FIELD } from './kit/every-field';
import { JOIN, openRegistry, type OpenRegistry, REJECT, sharedChecker } from './kit/open-registry';
import { subgraphSdl } from './kit/small-parts';

const PROPOSAL = 'query($id: ID!) { proposal(id: $id) { by state } }';
const REVOKE = 'mutation($id: ID!) { revokeToken(id: $id) { revokedAt } }';

const checker = sharedChecker();
afterAll(() => checker.stop());

describe.each(testDatabases())('$name', ({ create }) => {
  let database: CreatedDatabase;
  let registry: OpenRegistry;
  let ask: OpenRegistry['ask'];

  beforeEach(async () => {
    database = await create();
    registry = await openRegistry(database, { checker });
    ask = registry.ask;
  });
  afterEach(async () => {
    await registry.close();
    await database.drop();
  });

  describe('a token that is worth nothing', () => {
    /** What each field of the API says to it; a field that is not named here must be refused. */
    const said = (refusal: string, otherwise: Record<string, string>) => ({
      ...Object.fromEntries(EVERY_FIELD.map(({ field }) => [field, refusal])),
      'Query.street': 'ANSWERED',
      'Query.nameRefusal': 'NULL',
      'Mutation.join': 'CONFLICT',
      ...otherwise,
    });
    const asking = async () => (await ask(JOIN, { home: 'stranger', name: 'asks' }, null)).data.join;

    test('of an organization that waits or was rejected reads what is its own, and nothing else', async () => {
      const member = await registry.admit('lovemarket');
      const sdl = subgraphSdl('lovemarket', 'idCardNumber');
      const { proposal: others } = await registry.publish(member, 'lovemarket', sdl);
      const { secret, proposal } = await asking();
      const reads = async () => ({
        fields: await answersTo(registry, secret),
        own: (await ask(PROPOSAL, { id: proposal }, secret)).data.proposal,
        others: (await ask(PROPOSAL, { id: others.id }, secret)).errors?.[0]!.extensions.code,
        tokens: (await ask('{ tokens { label } }', {}, secret)).data.tokens,
      });
      const expected = {
        fields: said('FORBIDDEN', { 'Query.me': 'ANSWERED', 'Query.tokens': 'ANSWERED' }),
        others: 'FORBIDDEN',
        tokens: [{ label: 'join' }],
      };
      expect(await reads()).toEqual({ ...expected, own: { by: 'stranger', state: 'WAITING' } });
      await ask(REJECT, { id: proposal, reason: 'unknown here' });
      expect(await reads()).toEqual({ ...expected, own: { by: 'stranger', state: 'REJECTED' } });
    });

    test('that was revoked, or is unknown, is as none', async () => {
      const token = await registry.admit('lovemarket');
      const [{ id }] = (await ask('{ tokens { id } }', {}, token)).data.tokens;
      await ask(REVOKE, { id }, token);
      const expected = said('UNAUTHENTICATED', { 'Query.me': 'NULL' });
      for (const dead of [token, `${token.slice(0, -4)}----`, null])
        expect(await answersTo(registry, dead)).toEqual(expected);
    });

    test('of an organization that waits is taken back by itself', async () => {
      const { secret } = await asking();
      const [{ id }] = (await ask('{ tokens { id } }', {}, secret)).data.tokens;
      expect((await ask(REVOKE, { id }, secret)).errors).toBeUndefined();
      expect((await ask('{ me { home } }', {}, secret)).data.me).toBeNull();
    });
  });

  test('whoever was let in, and a gateway, reads the graph and its history', async () => {
    const member = await registry.admit('lovemarket');
    const rotate = 'mutation { rotateToken(purpose: GATEWAY, label: "gateway") { secret } }';
    const gateway = (await ask(rotate)).data.rotateToken.secret;
    const read =
      '{ version { supergraphSdl } history { number } diff(to: 1) { api } proposals { id } moves { id } settings { usageDays } }';
    for (const token of [member, gateway]) expect((await ask(read, {}, token)).errors).toBeUndefined();
  });
});
