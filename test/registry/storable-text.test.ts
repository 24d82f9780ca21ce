// What strangers write into the registry comes back to the letter from every database, and its audit chain stays whole.
import { cutText, findUnstorable, toStorable } from '../../gateway/registry/domain/storable-text';
import { type CreatedDatabase, testDatabases } from '../kit/test-databases';
import { JOIN, openRegistry, type OpenRegistry, PUBLISH, REJECT, sharedChecker } from './kit/open-registry';
import { STREET_TOKEN, subgraphSdl } from './kit/small-parts';
import { tamper } from './kit/tamper';

const checker = sharedChecker();
afterAll(() => checker.stop());

test('a text is cut between characters, and what no database keeps is replaced', () => {
  expect(cutText('a😀b', 2)).toBe('a😀');
  expect(cutText('😀'.repeat(150), 200)).toBe('😀'.repeat(150));
  expect(toStorable('a\u0000b\ud800c\u0085\t\r\n😀')).toBe('a\ufffdb\ufffdc\ufffd\t\r\n😀');
  expect([findUnstorable('爱😀\u0000'), findUnstorable('爱\t')]).toEqual([3, -1]);
});

describe.each(testDatabases())('$name', ({ create }) => {
  let database: CreatedDatabase;
  let registry: OpenRegistry;

  beforeEach(async () => {
    database = await create();
    registry = await openRegistry(database, { checker });
  });
  afterEach(async () => {
    await registry.close();
    await database.drop();
  });

  async function reopen(): Promise<void> {
    await registry.close();
    registry = await openRegistry(database, { checker });
  }

  const supergraph = () =>
    fetch(`${registry.url}/supergraph`, { headers: { authorization: `Bearer ${STREET_TOKEN}` } });

  test('an SDL with a NUL is refused at its place, and after a restart the graph is whole and taken on', async () => {
    const [owner, other] = [await registry.admit('lovemarket'), await registry.admit('bank')];
    const before = await (await supergraph()).text();
    for (const nul of ['\u0000', '\\u0000']) {
      const sdl = subgraphSdl('lovemarket').replace(
        '"""内容。 What it has."""',
        `"内容。${nul}What it has."`,
      );
      const { outcome, verdict } = await registry.publish(owner, 'lovemarket', sdl);
      expect({ outcome, findings: verdict.findings }).toMatchObject({
        outcome: 'REFUSED',
        findings: [{ rule: 'SDL_CHARACTER', line: 10, column: nul.length === 1 ? 7 : 3 }],
      });
    }
    await reopen();
    const after = await supergraph();
    expect([after.status, await after.text()]).toEqual([200, before]);
    expect(await registry.publish(other, 'bank')).toMatchObject({ outcome: 'ACCEPTED', version: 2 });
  });

  test('a text that the database has damaged is no version, the error says so, and the street goes back', async () => {
    const token = await registry.admit('lovemarket');
    await registry.publish(token, 'lovemarket');
    await tamper(
      database.url,
      "UPDATE registry_text SET text = CONCAT(text, ' ') WHERE text LIKE '%lovemarket%'",
    );
    await reopen();
    const { store } = registry.served.registry.ground;
    await expect(store.read.version(2)).rejects.toThrow(/not what its hash says.*restore it from a copy/);
    const { errors } = await registry.ask('{ version { supergraphSdl } }');
    expect(errors![0]!.extensions.code).toBe('INTERNAL');
    expect((await supergraph()).status).toBe(500);
    await expect(registry.publish(token, 'lovemarket')).rejects.toThrow('INTERNAL');
    expect((await registry.ask('mutation { rollback(to: 1) }')).data.rollback).toBe(3);
    expect((await supergraph()).status).toBe(200);
    expect(await registry.publish(token, 'lovemarket', subgraphSdl('lovemarket', 'other'))).toMatchObject({
      outcome: 'ACCEPTED',
      version: 4,
    });
  });

  test('labels and names are refused, and a reason is cleaned', async () => {
    const token = await registry.admit('lovemarket');
    const rotate = 'mutation($label: String!) { rotateToken(label: $label) { token { id } } }';
    const codes = [];
    for (const text of ['a\u0000b', 'a\ud800']) {
      codes.push((await registry.ask(rotate, { label: text }, token)).errors?.[0]!.extensions.code);
      codes.push((await registry.ask(JOIN, { home: 'bank', name: text }, null)).errors?.[0]!.extensions.code);
    }
    expect(codes).toEqual(['BAD_NAME', 'BAD_NAME', 'BAD_NAME', 'BAD_NAME']);
    const { proposal } = (await registry.ask(JOIN, { home: 'bank', name: 'Bank' }, null)).data.join;
    await registry.ask(REJECT, { id: proposal, reason: 'no\u0000t \ud800known' });
    const { data } = await registry.ask('query($id: ID!) { proposal(id: $id) { reason } }', { id: proposal });
    expect(data.proposal.reason).toBe('no\ufffdt \ufffdknown');
  });

  test('whatever comes as far as the store is cleaned there, and no version is stored that would be altered', async () => {
    const { store } = registry.served.registry.ground;
    const name = 'a\u0000b\ud800';
    const count = { day: '2026-01-01', client: name, operation: name, coordinate: 'Query', count: 1 };
    await store.change(async (book) => {
      const since = '2026-01-01T00:00:00.000Z';
      await book.saveMember({ home: 'bank', name, homes: [], contracts: [], state: 'MEMBER', since });
      await book.addUse([count]);
    });
    expect((await store.read.member('bank'))!.name).toBe('a\ufffdb\ufffd');
    const [use] = await store.read.usageSince('2026-01-01');
    expect(use).toMatchObject({ client: 'a\ufffdb\ufffd', operation: 'a\ufffdb\ufffd' });
    const { number, ...draft } = (await store.read.version(1))!;
    const composed = { ...draft.composed, apiSdl: `${draft.composed.apiSdl}\u0000` };
    await expect(store.change((book) => book.append(number, { ...draft, composed }))).rejects.toThrow('NUL');
    expect(await store.read.headNumber()).toBe(1);
  });

  test('a refused publication under any name leaves the audit chain whole', async () => {
    const token = await registry.admit('lovemarket');
    const split = `${'x'.repeat(200 - 'subgraph '.length - 1)}😀😀`;
    for (const name of ['x\ud800', 'x\u0000y', split]) {
      const subgraph = { name, url: 'http://127.0.0.1:9/', sdl: subgraphSdl('x') };
      const { data } = await registry.ask(PUBLISH, { subgraph }, token);
      expect(data.publish.outcome).toBe('REFUSED');
    }
    const { data } = await registry.ask('{ verifyAudit { broken { sequence why } } audit { verb subject } }');
    expect(data.verifyAudit.broken).toBeNull();
    const subjects = ['x\ufffd', 'x\ufffdy', split.slice(0, -2)];
    expect(data.audit.slice(-3)).toEqual(
      subjects.map((name) => ({ verb: 'PUBLISH', subject: `subgraph ${name}` })),
    );
  });
});
