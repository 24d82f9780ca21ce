// What strangers write into the registry comes back to the letter from every database, and its audit chain stays whole.
import { cutText, findUnstorable, toStorable } from '../../gateway/registry/domain/storable-text';
import { type CreatedDatabase, testDatabases } from '../kit/test-databases';
import { openRegistry, type OpenRegistry, PUBLISH, sharedChecker } from './kit/open-registry';
import { subgraphSdl } from './kit/small-parts';

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
