// A token that is revoked while a request with it is under way stays revoked, on every database.
import { type CreatedDatabase, testDatabases } from '../kit/test-databases';
import { JOIN, openRegistry, type OpenRegistry, REJECT, sharedChecker } from './kit/open-registry';

const ROTATE = 'mutation($home: ID!) { rotateToken(home: $home, label: "ci") { secret token { id } } }';
const REVOKE = 'mutation($id: ID!) { revokeToken(id: $id) { revokedAt } }';
const ME = '{ me { home } }';

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

  /** The first use of the day, which is written down; `meanwhile` comes between its reading and its writing. */
  async function useWhile(secret: string, meanwhile: () => Promise<unknown>): Promise<void> {
    const { read } = registry.served.registry.ground.store;
    const tokenByHash = read.tokenByHash;
    read.tokenByHash = async (hash) => {
      read.tokenByHash = tokenByHash;
      const token = await tokenByHash(hash);
      await meanwhile();
      return token;
    };
    await ask(ME, {}, secret);
  }

  test('one that is taken back', async () => {
    await registry.admit('bank');
    const { secret, token } = (await ask(ROTATE, { home: 'bank' })).data.rotateToken;
    let revokedAt: string | undefined;
    await useWhile(secret, async () => {
      revokedAt = (await ask(REVOKE, { id: token.id })).data.revokeToken.revokedAt;
    });
    expect(revokedAt).toEqual(expect.any(String));
    expect((await ask(ME, {}, secret)).data.me).toBeNull();
    const { data } = await ask('{ tokens(home: "bank") { id revokedAt lastUsedOn } }');
    const lastUsedOn = new Date().toISOString().slice(0, 10);
    expect(data.tokens).toContainEqual({ id: token.id, revokedAt, lastUsedOn });
    expect((await ask(REVOKE, { id: token.id })).data.revokeToken.revokedAt).toBe(revokedAt);
  });

  test('that of a rejected organization, when its home is asked for again', async () => {
    const first = (await ask(JOIN, { home: 'stranger', name: 'first' }, null)).data.join;
    await ask(REJECT, { id: first.proposal, reason: 'unknown here' });
    await useWhile(first.secret, () => ask(JOIN, { home: 'stranger', name: 'second' }, null));
    expect((await ask(ME, {}, first.secret)).data.me).toBeNull();
  });
});
