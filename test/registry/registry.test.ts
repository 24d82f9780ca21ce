// The registry's verbs over its API, on every database: joining, publishing, approving, going back, tokens, the audit log.
import { HeadMoved } from '../../gateway/registry/domain/book';
import { type CreatedDatabase, testDatabases } from '../kit/test-databases';
import {
  APPROVE,
  JOIN,
  openRegistry,
  type OpenRegistry,
  REJECT,
  RETIRE,
  sharedChecker,
} from './kit/open-registry';
import { STREET, STREET_TOKEN, subgraphSdl } from './kit/small-parts';
import { tamper } from './kit/tamper';

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

  test('the first start publishes the contracts as the street; the second changes nothing', async () => {
    const first = await ask('{ version { number kind by subgraphs { name owner url } apiSdl } }');
    expect(first.data.version).toMatchObject({
      number: 1,
      kind: 'SEEDED',
      by: STREET,
      subgraphs: [{ name: 'directory', owner: STREET, url: null }],
    });
    expect(first.data.version.apiSdl).toContain('organizations');
    await registry.close();
    registry = await openRegistry(database, { checker });
    ask = registry.ask;
    expect((await ask('{ history { number } }')).data.history).toEqual([{ number: 1 }]);
  });

  test('a token is worth nothing until the street lets the organization in', async () => {
    const { data } = await ask(JOIN, { home: 'lovemarket', name: '爱心集市' }, null);
    const { secret, proposal } = data.join;
    expect(secret).toMatch(/^lianxi_/);
    await expect(registry.publish(secret, 'lovemarket')).rejects.toThrow('FORBIDDEN');
    const again = await ask(JOIN, { home: 'lovemarket', name: 'another' }, null);
    expect(again.errors![0]!.extensions.code).toBe('CONFLICT');
    expect((await ask(APPROVE, { id: proposal, reason: 'known' }, secret)).errors![0]!.extensions.code).toBe(
      'FORBIDDEN',
    );
    expect((await ask(APPROVE, { id: proposal, reason: 'known' })).data.approve.outcome).toBe('ACCEPTED');
    expect(await registry.publish(secret, 'lovemarket')).toMatchObject({ outcome: 'ACCEPTED', version: 2 });
  });

  test('a text longer than 64 kB, where a plain TEXT of MySQL ends, is kept to the letter', async () => {
    const token = await registry.admit('lovemarket');
    const sdl = `${subgraphSdl('lovemarket')}# ${'活动'.repeat(15_000)}\n`;
    expect((await registry.publish(token, 'lovemarket', sdl)).outcome).toBe('ACCEPTED');
    const { data } = await ask('{ version { subgraphs { name sdl } } }');
    expect(data.version.subgraphs).toContainEqual({ name: 'lovemarket', sdl });
  });

  test('a rejected organization may ask again, and its first token stays dead', async () => {
    const first = (await ask(JOIN, { home: 'stranger', name: 'first' }, null)).data.join;
    const rejected = await ask(REJECT, { id: first.proposal, reason: 'unknown here' });
    expect(rejected.data.reject).toMatchObject({
      state: 'REJECTED',
      reason: 'unknown here',
      decidedBy: STREET,
    });
    const second = (await ask(JOIN, { home: 'stranger', name: 'second' }, null)).data.join;
    await ask(APPROVE, { id: second.proposal, reason: 'now known' });
    expect((await ask('{ me { home } }', {}, first.secret)).data.me).toBeNull();
    expect((await ask('{ me { home state } }', {}, second.secret)).data.me).toEqual({
      home: 'stranger',
      state: 'MEMBER',
    });
  });

  test('a home belongs to one organization only', async () => {
    await registry.admit('bank', ['bank-branch']);
    const { errors } = await ask(JOIN, { home: 'thief', name: 'thief', homes: ['bank-branch'] }, null);
    expect(errors![0]!.extensions.code).toBe('CONFLICT');
  });

  test('a check says what a publish would, and appends nothing', async () => {
    const token = await registry.admit('lovemarket');
    const subgraph = {
      name: 'lovemarket',
      url: registry.addressOf(subgraphSdl('lovemarket')),
      sdl: subgraphSdl('lovemarket'),
    };
    const { data } = await ask(
      'query($subgraph: SubgraphInput!) { check(subgraph: $subgraph) { diff verdict { outcome changes { coordinate } } } }',
      { subgraph },
      token,
    );
    expect(data.check.verdict.outcome).toBe('ACCEPTED');
    expect(data.check.verdict.changes).toContainEqual({ coordinate: 'Query.lovemarketEvents' });
    expect(data.check.diff).toContain('+type LovemarketEvent');
    expect((await ask('{ version { number } }')).data.version.number).toBe(1);
  });

  test('a faulty SDL is refused with its line, and the graph stays', async () => {
    const token = await registry.admit('lovemarket');
    const refused = await registry.publish(
      token,
      'lovemarket',
      subgraphSdl('lovemarket').replace('String', 'Strin'),
    );
    expect(refused.outcome).toBe('REFUSED');
    expect(refused.verdict.findings[0]).toMatchObject({ severity: 'ERROR', line: 11 });
    expect((await ask('{ version { number } }')).data.version.number).toBe(1);
  });

  test('the same publication twice makes one version', async () => {
    const token = await registry.admit('lovemarket');
    expect((await registry.publish(token, 'lovemarket')).version).toBe(2);
    expect((await registry.publish(token, 'lovemarket')).version).toBe(2);
    expect((await ask('{ history { number } }')).data.history).toHaveLength(2);
  });

  test('nobody publishes or retires what another owns', async () => {
    const owner = await registry.admit('lovemarket');
    const other = await registry.admit('thief');
    await registry.publish(owner, 'lovemarket');
    expect(
      (await registry.publish(other, 'lovemarket', subgraphSdl('lovemarket', 'stolen'))).outcome,
    ).not.toBe('ACCEPTED');
    expect((await ask(RETIRE, { name: 'lovemarket' }, other)).errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect((await ask('{ version { number } }')).data.version.number).toBe(2);
  });

  describe('what needs a yes', () => {
    const withIdCard = subgraphSdl('lovemarket', 'idCardNumber');

    test('waits with its diff, and lives when the street says yes', async () => {
      const token = await registry.admit('lovemarket');
      const waiting = await registry.publish(token, 'lovemarket', withIdCard);
      expect(waiting).toMatchObject({ outcome: 'WAITING', version: null, proposal: { waitsFor: [STREET] } });
      expect(waiting.diff).toContain('+  idCardNumber');
      expect((await ask('{ version { number } }')).data.version.number).toBe(1);
      const { data } = await ask(APPROVE, { id: waiting.proposal.id, reason: 'agreed' });
      expect(data.approve).toMatchObject({ outcome: 'ACCEPTED', version: 2 });
      const again = await ask(APPROVE, { id: waiting.proposal.id, reason: 'twice' });
      expect(again.errors![0]!.extensions.code).toBe('CONFLICT');
    });

    test('the yes of anybody else does not count, nor the no', async () => {
      const token = await registry.admit('lovemarket');
      const bank = await registry.admit('bank');
      const { proposal } = await registry.publish(token, 'lovemarket', withIdCard);
      for (const stranger of [bank, token])
        expect((await ask(APPROVE, { id: proposal.id, reason: 'mine' }, stranger)).errors![0]).toMatchObject({
          extensions: { code: 'FORBIDDEN' },
          message: expect.stringContaining(`waits for the yes of ${STREET}`),
        });
      const no = await ask(REJECT, { id: proposal.id, reason: 'mine' }, bank);
      expect(no.errors![0]!.extensions.code).toBe('FORBIDDEN');
      expect((await ask('{ version { number } }')).data.version.number).toBe(1);
    });

    test('is checked anew at the yes: a proposal that no longer composes is not appended', async () => {
      const token = await registry.admit('lovemarket');
      const friend = await registry.admit('friend');
      const waiting = await registry.publish(token, 'lovemarket', withIdCard);
      const clash = subgraphSdl('friend') + 'type LovemarketEvent { unlike: Int }';
      expect((await registry.publish(friend, 'friend', clash)).outcome).toBe('ACCEPTED');
      const { data } = await ask(APPROVE, { id: waiting.proposal.id, reason: 'agreed' });
      expect(data.approve.outcome).not.toBe('ACCEPTED');
      expect((await ask('{ version { number subgraphs { name } } }')).data.version).toEqual({
        number: 2,
        subgraphs: [{ name: 'directory' }, { name: 'friend' }],
      });
    });

    test('a newer proposal takes the place of the one that waits; its publisher may withdraw it', async () => {
      const token = await registry.admit('lovemarket');
      const first = await registry.publish(token, 'lovemarket', withIdCard);
      const second = await registry.publish(
        token,
        'lovemarket',
        withIdCard.replace('idCardNumber', 'homeAddress'),
      );
      const states = await ask('{ proposals(state: null) { id state } }');
      expect(states.data.proposals).toEqual(
        expect.arrayContaining([
          { id: first.proposal.id, state: 'SUPERSEDED' },
          { id: second.proposal.id, state: 'WAITING' },
        ]),
      );
      expect(
        (await ask(REJECT, { id: second.proposal.id, reason: 'changed our mind' }, token)).data.reject.state,
      ).toBe('REJECTED');
    });
  });

  test('nothing is appended to a version that is no longer the newest', async () => {
    const { store } = registry.served.registry.ground;
    const { number, ...draft } = (await store.read.version(1))!;
    await store.change((book) => book.append(number, draft));
    await expect(store.change((book) => book.append(number, draft))).rejects.toThrow(HeadMoved);
    await expect(store.change((book) => book.append(7, draft))).rejects.toThrow(HeadMoved);
    expect(await store.read.headNumber()).toBe(2);
  });

  test('a rollback appends a version equal to the older one', async () => {
    const token = await registry.admit('lovemarket');
    await registry.publish(token, 'lovemarket');
    await registry.publish(token, 'lovemarket', subgraphSdl('lovemarket', 'other'));
    const back = 'mutation($to: Int!) { rollback(to: $to) }';
    expect((await ask(back, { to: 2 }, token)).errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect((await ask(back, { to: 9 })).errors![0]!.extensions.code).toBe('NOT_FOUND');
    expect((await ask(back, { to: 2 })).data.rollback).toBe(4);
    const { data } = await ask(
      '{ old: version(number: 2) { supergraphSdl } new: version { number kind supergraphSdl } diff(to: 4) { api subgraphs } same: diff(to: 4, from: 2) { api subgraphs shards } }',
    );
    expect(data.new).toMatchObject({ number: 4, kind: 'ROLLED_BACK', supergraphSdl: data.old.supergraphSdl });
    expect(data.diff.subgraphs).toContain('-  other: String');
    expect(data.same).toEqual({ api: '', subgraphs: '', shards: '' });
  });

  test('what is retired is gone from the graph and stays in the history', async () => {
    const token = await registry.admit('lovemarket');
    await registry.publish(token, 'lovemarket');
    expect((await ask(RETIRE, { name: 'lovemarket' }, token)).data.retire).toMatchObject({
      outcome: 'ACCEPTED',
      version: 3,
    });
    const { data } = await ask(
      '{ version { apiSdl } history { number kind subject by } old: version(number: 2) { apiSdl } }',
    );
    expect(data.version.apiSdl).not.toContain('lovemarket');
    expect(data.old.apiSdl).toContain('lovemarketEvents');
    expect(data.history[0]).toEqual({
      number: 3,
      kind: 'SUBGRAPH_RETIRED',
      subject: 'lovemarket',
      by: 'lovemarket',
    });
  });

  test('tokens overlap while they are rotated, expire, and are revoked at once; none is stored', async () => {
    const old = await registry.admit('lovemarket');
    const rotate =
      'mutation($label: String!, $purpose: Purpose, $days: Int) { rotateToken(label: $label, purpose: $purpose, days: $days) { secret token { id } } }';
    const fresh = (await ask(rotate, { label: 'ci' }, old)).data.rotateToken;
    expect((await ask(rotate, { label: 'more', purpose: 'STREET' }, old)).errors![0]!.extensions.code).toBe(
      'FORBIDDEN',
    );
    for (const token of [old, fresh.secret])
      expect((await ask('{ me { home } }', {}, token)).data.me.home).toBe('lovemarket');
    const { data } = await ask('{ tokens { id label } }', {}, old);
    const first = data.tokens.find((token: { label: string }) => token.label === 'join');
    await ask('mutation($id: ID!) { revokeToken(id: $id) { revokedAt } }', { id: first.id }, fresh.secret);
    expect((await ask('{ me { home } }', {}, old)).data.me).toBeNull();
    expect((await ask('{ me { home } }', {}, fresh.secret)).data.me.home).toBe('lovemarket');
    const everything = JSON.stringify(
      await ask('{ audit(limit: 1000) { details subject token } tokens(home: "lovemarket") { id label } }'),
    );
    for (const secret of [old, fresh.secret, STREET_TOKEN]) expect(everything).not.toContain(secret);
  });

  test('the audit log says who did what, and names the first link that somebody changed', async () => {
    const token = await registry.admit('lovemarket');
    await registry.publish(token, 'lovemarket');
    const { data } = await ask(
      '{ audit { sequence verb by subject } verifyAudit { entries last broken { sequence } } }',
    );
    expect(data.audit.map((entry: { verb: string }) => entry.verb)).toEqual([
      'SEED',
      'ROTATE_TOKEN',
      'JOIN',
      'APPROVE',
      'PUBLISH',
    ]);
    expect(data.verifyAudit).toMatchObject({ entries: 5, broken: null });
    const kept = { keptSequence: 5, keptHash: data.verifyAudit.last };
    const verify =
      'query($keptSequence: Int, $keptHash: String) { verifyAudit(keptSequence: $keptSequence, keptHash: $keptHash) { entries broken { sequence why } } }';
    expect((await ask(verify, kept)).data.verifyAudit.broken).toBeNull();
    await tamper(database.url, 'DELETE FROM registry_audit WHERE sequence = 5');
    expect((await ask(verify)).data.verifyAudit).toEqual({ entries: 4, broken: null });
    expect((await ask(verify, kept)).data.verifyAudit.broken).toEqual({ sequence: 5, why: 'MISSING' });
    await tamper(database.url, "UPDATE registry_audit SET subject = 'organization other' WHERE sequence = 3");
    expect((await ask(verify)).data.verifyAudit).toEqual({
      entries: 2,
      broken: { sequence: 3, why: 'CHANGED' },
    });
    expect((await ask('{ audit { verb } }', {}, token)).errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  test("the words of privacy are the street's to set", async () => {
    const token = await registry.admit('lovemarket');
    const change =
      'mutation($settings: SettingsInput!) { changeSettings(settings: $settings) { privacyWords { en } planningBudget } }';
    const settings = { privacyWords: { zh: [], en: ['title'], allowed: [] } };
    expect((await ask(change, { settings }, token)).errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect((await ask(change, { settings })).data.changeSettings.privacyWords.en).toEqual(['title']);
    expect((await registry.publish(token, 'lovemarket')).outcome).toBe('WAITING');
  });

  test('recorded use counts: what an operation uses is not taken away without a yes', async () => {
    const token = await registry.admit('lovemarket');
    await registry.publish(token, 'lovemarket');
    const count = {
      day: new Date().toISOString().slice(0, 10),
      client: 'wall',
      operation: 'Events',
      count: 3,
    };
    const coordinates = ['Query.lovemarketEvents', 'LovemarketEvent.title'];
    await registry.served.registry.ground.store.change((book) =>
      book.addUse([...coordinates, ...coordinates].map((coordinate) => ({ ...count, coordinate }))),
    );
    expect(await registry.served.registry.ground.store.read.usageSince('2000-01-01')).toContainEqual({
      client: 'wall',
      operation: 'Events',
      coordinate: 'LovemarketEvent.title',
      count: 6,
    });
    const waiting = await registry.publish(token, 'lovemarket', subgraphSdl('lovemarket', 'other'));
    expect(waiting.outcome).toBe('WAITING');
    expect(
      waiting.verdict.changes
        .find((change: { coordinate: string }) => change.coordinate === 'LovemarketEvent.title')
        .inUseBy.join(),
    ).toContain('Events');
  });
});
