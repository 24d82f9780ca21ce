// What is exported is imported again as unchanged: every list, as .xlsx and as CSV, by its ids and without them; and from the shell.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LISTS } from '../../gateway/lists/lists/all-lists';
import { readFile } from '../../gateway/lists/read/read-file';
import { projectRoot } from '../../subgraphs/kit/contract-files';
import { csv, openListGround, rowsOf, verdictsOf, type ListGround } from './kit/list-ground';
import { makeWorkbook } from './kit/make-workbook';

let ground: ListGround;
beforeAll(async () => {
  ground = await openListGround();
  const hostile = csv(
    '资源名称,资源类型,开放时间,标签',
    `"'=HYPERLINK(""http://evil"",""点我"")",设备,"'+86 起，上午",甲、乙`,
    `"两行的\n名称",场地,"引号""与,逗号",`,
    '①全角（Ａ）,场地,,',
  );
  expect(verdictsOf(await ground.bring('demo-school', 'resources', hostile))).toEqual([
    'CREATED',
    'CREATED',
    'CREATED',
  ]);
}, 300_000);
afterAll(() => ground?.stop());

const homeFor = (list: string) => (['resources', 'needs'].includes(list) ? 'demo-school' : 'demo-street');

/** The same rows as people keep them: without ids, owners and states. */
async function withoutIds(bytes: Buffer): Promise<Buffer> {
  const sheet = (await readFile(bytes)).at(-1)!;
  const heading = sheet.rows.findIndex(({ cells }) =>
    [...cells.values()].some(({ text }) => text === '编号'),
  );
  const dropped = new Set(
    [...sheet.rows[heading]!.cells]
      .filter(([, { text }]) => ['编号', '所属单位', '状态'].includes(text))
      .map(([at]) => at),
  );
  const width = Math.max(...sheet.rows[heading]!.cells.keys()) + 1;
  const columns = Array.from({ length: width }, (_, at) => at).filter((at) => !dropped.has(at));
  return makeWorkbook({
    name: '',
    rows: sheet.rows.slice(heading).map(({ cells }) => columns.map((at) => cells.get(at)?.text ?? null)),
  });
}

test.each(LISTS.map(({ name }) => name))('%s', async (list) => {
  const home = homeFor(list);
  const before = await ground.counts();
  for (const format of ['xlsx', 'csv'] as const) {
    const bytes = await ground.take(home, list, format, home);
    const files = format === 'xlsx' ? [bytes, await withoutIds(bytes)] : [bytes];
    for (const file of files) {
      const report = await ground.bring(home, list, file);
      expect(rowsOf(report).filter(({ verdict }) => verdict !== 'UNCHANGED')).toEqual([]);
      expect(rowsOf(report).length).toBeGreaterThan(0);
    }
  }
  expect(await ground.counts()).toEqual(before);
});

test('of an export of all, an office brings in its own rows; those of others are left to them', async () => {
  const report = await ground.bring(
    'demo-school',
    'resources',
    await ground.take('demo-school', 'resources', 'csv'),
  );
  const verdicts = new Set(verdictsOf(report));
  expect(verdicts).toEqual(new Set(['UNCHANGED', 'SKIPPED']));
});

test('no cell of an export is run by a spreadsheet, and the text is as it was', async () => {
  const text = (await ground.take('demo-school', 'resources', 'csv', 'demo-school')).toString('utf8');
  expect(text).toContain(`"'=HYPERLINK(""http://evil"",""点我"")"`);
  expect(text).toContain(`'+86 起，上午`);
  const { data } = await (
    await ground.askAs('demo-school')
  )('{ sharedResources(homes: ["demo-school"]) { edges { node { name } } } }', {});
  const names = (data!.sharedResources as { edges: { node: { name: string } }[] }).edges.map(
    ({ node }) => node.name,
  );
  expect(names).toContain('=HYPERLINK("http://evil","点我")');
});

test('a possible name of a person is held by its owner, until the row says why it is none', async () => {
  const heading = '需求内容,人数,非个人信息的理由';
  const held = await ground.bring('demo-school', 'needs', csv(heading, '请王建国主任联系操场,3,'), {
    dryRun: true,
  });
  expect(verdictsOf(held)).toEqual(['REFUSED']);
  expect(rowsOf(held)[0]!.notes[0]!.column).toBe('需求内容');
  const said = csv(heading, '请王建国主任联系操场,3,王建国是雕像的名称');
  expect(verdictsOf(await ground.bring('demo-school', 'needs', said, { dryRun: true }))).toEqual(['CREATED']);
});

describe('npm run lists', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-lists-'));
  const at = (name: string) => join(folder, name);
  const run = (...words: string[]) => {
    const args = [
      '-r',
      '@swc-node/register',
      'scripts/lists.ts',
      ...words,
      '--gateway',
      ground.demonstration.gatewayUrl,
    ];
    return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) => {
      const child = spawn(process.execPath, args, { cwd: projectRoot() });
      let [stdout, stderr] = ['', ''];
      child.stdout.on('data', (chunk) => (stdout += chunk));
      child.stderr.on('data', (chunk) => (stderr += chunk));
      child.on('close', (status) => resolve({ status, stdout, stderr }));
    });
  };

  test('writes a template, looks at a file, imports it, and exports; it ends as it says', async () => {
    writeFileSync(at('token'), (await ground.token('demo-bank')).replace('Bearer ', ''));
    expect((await run('template', '--file', at('all.xlsx'))).status).toBe(0);
    expect(await readFile(readFileSync(at('all.xlsx')))).toHaveLength(LISTS.length + 1);
    writeFileSync(at('needs.csv'), '需求内容,人数\n反诈宣传需要场地,50\n');
    const said = ['--list', 'needs', '--file', at('needs.csv'), '--token-file', at('token')];
    const looked = await run('check', ...said);
    expect([looked.status, looked.stdout]).toEqual([
      0,
      expect.stringContaining('第 2 行  将新增 would be created  反诈宣传需要场地'),
    ]);
    const brought = await run('import', ...said, '--json');
    expect(JSON.parse(brought.stdout)).toMatchObject({
      home: 'demo-bank',
      complete: true,
      lists: [{ counts: { CREATED: 1 } }],
    });
    writeFileSync(at('needs.csv'), '需求内容,人数\n反诈宣传需要场地,60\n');
    expect((await run('import', ...said)).status).toBe(1);
    const taken = await run(
      'export',
      '--list',
      'needs',
      '--file',
      at('out.csv'),
      '--token-file',
      at('token'),
      '--home',
      'demo-bank',
    );
    expect([taken.status, readFileSync(at('out.csv'), 'utf8')]).toEqual([
      0,
      expect.stringContaining('反诈宣传需要场地'),
    ]);
  }, 300_000);

  test('a wrong command, a missing file, a bad token and a silent gateway each end with their own code', async () => {
    writeFileSync(at('bad'), 'no.good.token');
    writeFileSync(at('x.csv'), '需求内容,人数\n甲,1\n');
    const file = ['--list', 'needs', '--file', at('x.csv'), '--home', 'demo-bank'];
    expect((await run('imprt', ...file)).stderr).toContain('template, check, import, export');
    expect(await run('check', '--list', 'needds', '--file', 'x')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Did you mean needs?'),
    });
    expect((await run('check', '--file', at('nowhere.csv'), '--home', 'demo-bank')).status).toBe(2);
    expect((await run('check', ...file, '--token-file', at('bad'))).status).toBe(5);
    const silent = spawnSync(
      process.execPath,
      ['-r', '@swc-node/register', 'scripts/lists.ts', 'check', ...file, '--gateway', 'http://127.0.0.1:1'],
      { cwd: projectRoot() },
    );
    expect(silent.status).toBe(4);
  }, 300_000);
});
