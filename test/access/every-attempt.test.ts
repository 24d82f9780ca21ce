// Every attempt to read or to do what one may not, on each database: refused, and what it was after comes out of no shard.
import { longSuiteDatabases } from '../kit/test-databases';
import { countFetched, judge, type Attempt, type Judged } from './kit/attempt';
import { openAttemptGround, type AttemptGround, type GroundAttempt } from './kit/attempt-ground';
import { asAnotherRouter } from './kit/attempts/as-another-router';
import { closedToNobody } from './kit/attempts/closed-to-nobody';
import { draftsForAnother, draftsForAService, draftsForNobody } from './kit/attempts/drafts';
import { inEveryForm } from './kit/attempts/in-every-form';
import { ofAnother } from './kit/attempts/of-another';
import { straightToAShard } from './kit/attempts/straight-to-a-shard';
import { withBadTokens } from './kit/attempts/with-bad-tokens';
import { openGuardedGround, type GuardedGround } from './kit/guarded-ground';
import { OWNER, STRANGER } from './kit/organizations';
import { SECRET } from './kit/secret';

const GROUPS: [string, GroundAttempt[]][] = [
  ['of nobody', closedToNobody],
  ['drafts, by nobody', draftsForNobody],
  ['drafts, by another organization', draftsForAnother],
  ['drafts, by a service of another', draftsForAService],
  ['of another organization', ofAnother],
  ['with bad tokens', withBadTokens],
  ['straight to a shard', straightToAShard],
  ['as another router', asAnotherRouter],
];

const named = <Ground>(attempts: Attempt<Ground>[]) =>
  attempts.map((attempt) => [attempt[0], attempt] as const);

/** Keeps what came of each attempt and says it in a line at the end. */
function createTally() {
  const made: Judged[] = [];
  return {
    expectRefused: (judged: Judged) => {
      made.push(judged);
      expect(judged).toMatchObject({ refused: true, fetched: 0 });
    },
    say: (where: string) => {
      const refused = made.filter((judged) => judged.refused).length;
      const fetched = made.reduce((sum, judged) => sum + judged.fetched, 0);
      process.stdout.write(`${made.length} attempts ${where}: ${refused} refused, ${fetched} fetched\n`);
      return [refused, fetched];
    },
  };
}

describe.each(longSuiteDatabases())('on $name', (database) => {
  const tally = createTally();
  let ground: AttemptGround;
  let stepsBefore: number;

  beforeAll(async () => {
    ground = await openAttemptGround(database);
    stepsBefore = await ground.countSteps();
  }, 300_000);
  afterAll(() => ground?.close());

  describe.each(GROUPS)('%s', (_, attempts) => {
    test.each(named(attempts))('%s', async (_name, attempt) =>
      tally.expectRefused(await judge(ground, attempt)),
    );
  });

  test('all of them were refused, nothing was fetched and nothing done', async () => {
    const all = GROUPS.flatMap(([, attempts]) => attempts).length;
    expect(tally.say(`on ${database.name}`)).toEqual([all, 0]);
    expect(await ground.countSteps()).toBe(stepsBefore);
  });

  test('the owner sees and counts what it hides', async () => {
    const { need, resource, plan, agreement } = ground.ids;
    for (const recorder of ground.recorders) recorder.exchanges.length = 0;
    const byId = `need(id: "${need}") { text } needById(ids: ["${need}"]) { text } sharedResource(id: "${resource}") { name } annualPlan(id: "${plan}") { title } coBuildingAgreement(id: "${agreement}") { title }`;
    expect((await ground.as(OWNER, `{ ${byId} }`)).data).toEqual({
      need: { text: SECRET },
      needById: [{ text: SECRET }],
      sharedResource: { name: SECRET },
      annualPlan: { title: SECRET },
      coBuildingAgreement: { title: SECRET },
    });
    expect(countFetched(ground.recorders)).toBeGreaterThan(0);
    const counted = `needs(filter: { state: [DRAFT] }) { totalCount } needSummary(filter: { state: [DRAFT] }) { count } organization(id: "${OWNER}") { needs(filter: { state: [DRAFT] }) { totalCount } }`;
    expect((await ground.as(OWNER, `{ ${counted} }`)).data).toEqual({
      needs: { totalCount: 1 },
      needSummary: { count: 1 },
      organization: { needs: { totalCount: 1 } },
    });
    const { data } = await ground.as(OWNER, '{ needSummary(groupBy: [STATE]) { groups { key count } } }');
    expect(data.needSummary.groups).toContainEqual({ key: '["DRAFT"]', count: 1 });
  });

  test('those whom a booking concerns read its purpose, and a router that enforces the rules is answered', async () => {
    const { booking, requester } = ground.ids;
    for (const who of [OWNER, requester]) {
      const told = await ground.as(who, `{ booking(id: "${booking}") { purpose } }`);
      expect([told.data, told.codes]).toEqual([{ booking: { purpose: SECRET } }, []]);
    }
    const router = await ground.signIn.as(STRANGER, { kind: 'service', scopes: ['router:enforces-access'] });
    const { data, codes } = await ground.asRouter(
      'conference',
      { query: '{ votes { totalCount } }' },
      router,
    );
    expect([data, codes]).toEqual([{ votes: { totalCount: expect.any(Number) } }, []]);
  });

  test('an office acts through a router when its token is forwarded and has the scope of routers', async () => {
    const { signIn, ids } = ground;
    const query = `mutation { submitNeed(input: { id: "${ids.need}", dryRun: true }) { replayed } }`;
    const scoped = await signIn.as(OWNER, { scopes: ['router:enforces-access'] });
    const done = await ground.asRouter('sharing', { query }, scoped);
    expect([done.data, done.codes]).toEqual([{ submitNeed: { replayed: false } }, []]);
    const refused = await ground.asRouter('sharing', { query }, await signIn.as(OWNER));
    expect([refused.data, refused.codes]).toEqual([{ submitNeed: null }, ['FORBIDDEN']]);
  });
});

describe('in every form', () => {
  const tally = createTally();
  let ground: GuardedGround;
  beforeAll(async () => void (ground = await openGuardedGround()));
  afterAll(() => ground?.close());

  test.each(named(inEveryForm))('%s', async (_name, attempt) =>
    tally.expectRefused(await judge(ground, attempt)),
  );
  test('all of them were refused and nothing was fetched', () =>
    expect(tally.say('in every form')).toEqual([inEveryForm.length, 0]));
});
