// The registry's command line: what it says to mistakes, how it ends, and how it shows a finding.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Unreachable } from '../../scripts/registry/ask-registry';
import { COMMANDS } from '../../scripts/registry/commands';
import { EXIT } from '../../scripts/registry/exit-codes';
import { parseCommand, UsageError } from '../../scripts/registry/parse-command';
import { showFinding } from '../../scripts/registry/show-verdict';
import { testDatabases } from '../kit/test-databases';
import { openRegistry, sharedChecker } from '../registry/kit/open-registry';
import { STREET_TOKEN, subgraphSdl } from '../registry/kit/small-parts';
import { runCommand as run } from './kit/run-command';

const mistakes: [line: string, said: string][] = [
  ['publsh', 'Did you mean publish?'],
  ['shard', 'shard publish, shard retire, shard move, shard moves, shard stay'],
  ['token rotat', 'token list, token rotate, token revoke'],
  ['publish --nmae lovemarket', 'Did you mean --name?'],
  ['publish --url http://127.0.0.1:1', '--name and --schema must be given.'],
  ['publish --name', '--name needs a value'],
  ['history --json=yes', '--json takes no value'],
  ['rollback', 'it takes 1 name'],
  ['whoami lovemarket', '"lovemarket" is too much'],
];

test.each(mistakes)('%s', (line, said) => {
  expect(() => parseCommand(line.split(' '), COMMANDS)).toThrow(UsageError);
  expect(() => parseCommand(line.split(' '), COMMANDS)).toThrow(said);
});

test('a file that is not there, a number that is none, a registry that does not answer', async () => {
  await expect(run('publish --name a --schema /nowhere/a.graphql')).rejects.toThrow('there is no such file');
  await expect(run('rollback three')).rejects.toThrow('expected a whole number');
  await expect(run('history --registry http://127.0.0.1:1')).rejects.toThrow(Unreachable);
  await expect(run('history --registry nowhere')).rejects.toThrow(UsageError);
});

test('a finding is shown with its line and a caret below its place, also beside Chinese signs', () => {
  const text = 'type Query {\n  "活动" events: Strin\n}\n';
  const finding = {
    rule: 'UNKNOWN_TYPE',
    severity: 'ERROR' as const,
    line: 2,
    column: 16,
    sentence: { zh: '没有。', en: 'None.' },
    suggestion: { zh: '改。', en: 'Mend it.' },
  };
  expect(showFinding(finding as never, 'en', { name: 'a.graphql', text }).split('\n')).toEqual([
    '✗ UNKNOWN_TYPE a.graphql:2:16',
    '    2 |   "活动" events: Strin',
    '      |                  ^',
    '      None.',
    '      → Mend it.',
  ]);
});

test.each(testDatabases())(
  'publishing from the shell: refused, accepted, and told in the exit code; on $name',
  async ({ create }) => {
    const checker = sharedChecker();
    const database = await create();
    const registry = await openRegistry(database, { checker });
    const folder = mkdtempSync(join(tmpdir(), 'lianxi-cli-'));
    try {
      const [schema, token] = [join(folder, 'market.graphql'), join(folder, 'token')];
      writeFileSync(token, `${STREET_TOKEN}\n`);
      const publish = `publish --name market --url ${registry.addressOf(subgraphSdl('market'))} --schema ${schema} --registry ${registry.url} --token-file ${token} --lang en`;
      writeFileSync(schema, subgraphSdl('market').replace('String', 'Strin'));
      const refused = await run(publish);
      expect(refused.exit).toBe(EXIT.refused);
      expect(refused.text).toContain('market.graphql:11:');
      expect(refused.text).toContain('Refused; the graph is unchanged.');
      writeFileSync(schema, subgraphSdl('market'));
      expect(await run(publish)).toMatchObject({
        exit: EXIT.accepted,
        data: { outcome: 'ACCEPTED', version: 2 },
      });
      writeFileSync(schema, subgraphSdl('market', 'idCardNumber'));
      const other = publish.replace(
        /--url \S+/,
        `--url ${registry.addressOf(subgraphSdl('market', 'idCardNumber'))}`,
      );
      expect((await run(other)).exit).toBe(EXIT.waits);
      const verified = await run(`audit verify --registry ${registry.url} --token-file ${token}`);
      expect(verified).toMatchObject({ exit: EXIT.accepted, data: { broken: null } });
    } finally {
      await registry.close();
      await checker.stop();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
