// On every database: whoever asks to join without a token cannot shut out others: not by asking often, not by holding a home and never being answered.
import { createRateLimit } from '../../gateway/registry/api/rate-limit';
import { isSignedBy, readPublicKey } from '../../gateway/supergraph/artifact-signature';
import { type CreatedDatabase, testDatabases } from '../kit/test-databases';
import { APPROVE, JOIN, REJECT, openRegistry, type OpenRegistry, sharedChecker } from './kit/open-registry';
import { STREET_TOKEN } from './kit/small-parts';

const DAY_MS = 86_400_000;
const checker = sharedChecker();
afterAll(() => checker.stop());

const CHANGE = 'mutation($settings: SettingsInput!) { changeSettings(settings: $settings) { usageDays } }';
const badSettings: [settings: object, said: string][] = [
  [{}, 'No setting was given'],
  [{ networks: { cidrs: ['10.0.0.0/33'], loopback: true } }, 'Entry 1 of networks.cidrs is no network'],
  [
    { networks: { cidrs: ['10.0.0.0/8', 'intranet'], loopback: true } },
    'Entry 2 of networks.cidrs is no network',
  ],
  [{ planningBudget: 1 }, 'planningBudget is 1; expected a whole number from 50 to 60000'],
  [{ usageDays: 0 }, 'usageDays is 0; expected a whole number from 1 to 3660'],
  [{ privacyWords: { zh: [' '], en: [], allowed: [] } }, 'privacyWords.zh holds “ ”'],
];

test('one IPv6 customer is one address; IPv4 written as IPv6 is itself', () => {
  const take = createRateLimit({ most: 1, withinMs: 1_000 }, () => 0);
  take('2001:db8:1:2::1');
  expect(() => take('2001:db8:1:2:ffff::7')).toThrow('asked 1 times');
  take('2001:db8:1:3::1');
  take('10.0.0.1');
  expect(() => take('::ffff:10.0.0.1')).toThrow('asked 1 times');
});

describe.each(testDatabases())('$name', ({ create }) => {
  let database: CreatedDatabase;
  let registry: OpenRegistry;
  let clock = new Date('2026-11-01T00:00:00Z');

  beforeEach(async () => {
    database = await create();
    registry = await openRegistry(database, { checker, now: () => clock }, { joinsPerHour: 3 });
  });
  afterEach(async () => {
    await registry.close();
    await database.drop();
  });

  const join = (home: string) => registry.ask(JOIN, { home, name: home }, null);
  const later = (ms: number) => void (clock = new Date(clock.getTime() + ms));

  test('an address that asks too often is refused for a while, and members go on', async () => {
    for (const home of ['a', 'b', 'c']) expect((await join(home)).errors).toBeUndefined();
    const { errors } = await join('d');
    expect(errors![0]).toMatchObject({
      extensions: { code: 'OVERLOADED' },
      message: expect.stringContaining('has asked 3 times within 60 minutes'),
    });
    expect((await registry.publish(STREET_TOKEN, 'market')).outcome).toBe('ACCEPTED');
    later(3_600_001);
    expect((await join('d')).errors).toBeUndefined();
  });

  test('a request that nobody answers gives its home back after 14 days, and its token stays dead', async () => {
    const first = (await join('ghost')).data.join;
    later(13 * DAY_MS);
    expect((await join('ghost')).errors![0]!.extensions.code).toBe('CONFLICT');
    later(2 * DAY_MS);
    const second = (await join('ghost')).data.join;
    const { data } = await registry.ask('{ proposals(state: null) { id state reason } audit { verb } }');
    expect(data.proposals).toContainEqual({
      id: first.proposal,
      state: 'EXPIRED',
      reason: 'Nobody answered for 14 days.',
    });
    expect(data.audit.map(({ verb }: { verb: string }) => verb)).toContain('EXPIRE');
    expect((await registry.ask('{ me { home } }', {}, first.secret)).data.me).toBeNull();
    expect((await registry.ask('{ me { home } }', {}, second.secret)).data.me).toEqual({ home: 'ghost' });
  });

  const statesOf = async (state: string) =>
    (await registry.ask(`{ proposals(state: ${state}) { id state } }`)).data.proposals;

  test('a request whose time has passed is shown as expired, though nobody else has asked since', async () => {
    const { proposal: id } = (await join('ghost')).data.join;
    later(15 * DAY_MS);
    expect(await statesOf('WAITING')).toEqual([]);
    expect(await statesOf('EXPIRED')).toEqual([{ id, state: 'EXPIRED' }]);
  });

  test.each([
    ['approved', APPROVE],
    ['rejected', REJECT],
  ])('nor is it %s any more, and its home is free', async (_, decision) => {
    const { proposal: id, secret } = (await join('ghost')).data.join;
    later(15 * DAY_MS);
    const { errors } = await registry.ask(decision, { id, reason: 'known' });
    expect(errors![0]).toMatchObject({
      extensions: { code: 'CONFLICT' },
      message: expect.stringContaining('(EXPIRED)'),
    });
    expect(await statesOf('null')).toEqual([{ id, state: 'EXPIRED' }]);
    expect((await registry.ask('{ members { home state } }')).data.members).toContainEqual({
      home: 'ghost',
      state: 'REFUSED',
    });
    expect((await registry.ask('{ proposals { id } }', {}, secret)).errors![0]!.extensions.code).toBe(
      'FORBIDDEN',
    );
    expect((await join('ghost')).errors).toBeUndefined();
  });

  test('also when its time passes while it is being approved', async () => {
    const { proposal: id } = (await join('ghost')).data.join;
    later(14 * DAY_MS);
    const { ground } = registry.served.registry;
    const { change } = ground.store;
    ground.store.change = (work) => (later(1), change(work));
    const { errors } = await registry.ask(APPROVE, { id, reason: 'known' });
    expect(errors![0]!.message).toContain('(EXPIRED)');
    expect(await statesOf('APPROVED')).toEqual([]);
  });

  test.each(badSettings)('settings %j are refused in their own words', async (settings, said) => {
    const { errors } = await registry.ask(CHANGE, { settings });
    expect(errors![0]!.message).toContain(said);
  });

  test('whoever fetches the graph is told where the audit log ends, signed', async () => {
    const headers = { authorization: `Bearer ${STREET_TOKEN}` };
    const response = await fetch(`${registry.url}/supergraph`, { headers });
    const [head = '', signature = ''] = response.headers.get('x-lianxi-audit')!.split(' ');
    const key = readPublicKey(await (await fetch(`${registry.url}/supergraph/key`)).text())!;
    expect(isSignedBy(Buffer.from(`lianxi audit ${head}`), signature, key)).toBe(true);
    const { data } = await registry.ask('{ auditAnchor { sequence hash signature } }');
    expect(data.auditAnchor).toEqual({
      sequence: Number(head.split(':')[0]),
      hash: head.split(':')[1],
      signature,
    });
    await join('later');
    const after = await fetch(`${registry.url}/supergraph`, { headers, method: 'HEAD' });
    expect(after.headers.get('x-lianxi-audit')).not.toBe(`${head} ${signature}`);
    expect(after.headers.get('etag')).toBe(response.headers.get('etag'));
  });
});
