// Lists over HTTP and in a real browser: under the caller's own token, bounded, and first as a dry run.
import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { readFile } from '../../gateway/lists/read/read-file';
import { violationsOn } from '../kit/accessibility';
import { buildPages } from '../kit/build-pages';
import { describeInBrowser, openBrowser } from '../kit/open-browser';
import { runDemonstration, type RunningDemonstration } from '../kit/run-demonstration';
import { openSignIn, type SignIn } from '../kit/sign-in';
import { watchNetwork, type WatchedPage } from '../kit/watch-network';

let signIn: SignIn;
let demonstration: RunningDemonstration;
beforeAll(async () => {
  buildPages();
  signIn = await openSignIn();
  demonstration = await runDemonstration({ signIn });
}, 300_000);
afterAll(() => demonstration?.stop());

const FILE = '需求内容,人数\r\n重阳节演出需要场地和音响,八十\r\n楼道粉刷需要志愿者十名,10\r\n';

async function call(path: string, { as, ...init }: RequestInit & { as?: string } = {}) {
  const headers: Record<string, string> = as ? { authorization: await signIn.as(as) } : {};
  return fetch(`${demonstration.gatewayUrl}${path}`, { ...init, headers });
}

test('a template has the headings of its list, and words for each beside them', async () => {
  const answer = await call('/lists/resources/template.xlsx');
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('共享资源模板.xlsx'));
  const [explained, list] = await readFile(Buffer.from(await answer.arrayBuffer()));
  expect([explained!.name, list!.name]).toEqual(['填写说明', '共享资源']);
  expect([...list!.rows[0]!.cells.values()].map(({ text }) => text).slice(0, 3)).toEqual([
    '资源名称*',
    '资源类型*',
    '资源类目',
  ]);
  expect(JSON.stringify(explained!.rows.map(({ cells }) => [...cells.values()]))).toContain(
    '设备、设施、土地',
  );
  const whole = await readFile(Buffer.from(await (await call('/lists/all/template.xlsx')).arrayBuffer()));
  expect(whole).toHaveLength(10);
});

test('a file is looked at first, then imported under the token of whoever sends it', async () => {
  const send = async (query: string) =>
    (await call(`/lists/needs/import${query}`, { method: 'POST', body: FILE, as: 'demo-school' })).json();
  const dry = (await send('?dryRun=true')) as { home: string; lists: { counts: object }[] };
  expect(dry).toMatchObject({
    dryRun: true,
    home: 'demo-school',
    lists: [{ counts: { INVALID: 1, CREATED: 1 } }],
  });
  expect(await send('')).toMatchObject({ dryRun: false, lists: [{ counts: { INVALID: 1, CREATED: 1 } }] });
  expect(await send('')).toMatchObject({ lists: [{ counts: { INVALID: 1, UNCHANGED: 1 } }] });
});

test('an export shows each what he may see: its own draft to the owner, to nobody else', async () => {
  const csvFor = async (as?: string) => (await call('/lists/needs.csv', as ? { as } : {})).text();
  expect(await csvFor('demo-school')).toContain('楼道粉刷需要志愿者十名');
  for (const other of ['demo-bank', undefined])
    expect(await csvFor(other)).not.toContain('楼道粉刷需要志愿者十名');
  const text = await csvFor();
  expect(text).toMatch(/^导出时间：\d{4}-/);
  expect(text).toContain('问了几家：59 家，答复 59 家');
});

test('an export names who is missing', async () => {
  await demonstration.stopShard('dongguan');
  const text = await (await call('/lists/needs.csv')).text();
  await demonstration.startShardAgain('dongguan');
  expect(text).toMatch(/缺哪些单位：.*东关社区.*没有应答/);
});

const refused: [
  what: string,
  path: string,
  init: RequestInit & { as?: string },
  status: number,
  said: string,
][] = [
  ['nobody', '/lists/needs/import', { method: 'POST', body: FILE }, 401, '需要本单位岗位的令牌'],
  [
    'a file that is none',
    '/lists/needs/import',
    { method: 'POST', body: 'PKxx', as: 'demo-school' },
    422,
    '已损坏',
  ],
  [
    'too large a file',
    '/lists/needs/import',
    { method: 'POST', body: 'a'.repeat(6 * 1024 * 1024), as: 'demo-school' },
    413,
    '超过 5 MB',
  ],
  ['a home that is none', '/lists/needs.csv?home=Demo', {}, 400, '单位的编号'],
  ['another method', '/lists/needs/import', {}, 405, 'POST'],
];

test.each(refused)('%s is refused with a sentence', async (_what, path, init, status, said) => {
  const answer = await call(path, init);
  expect(answer.status).toBe(status);
  expect(((await answer.json()) as { errors: { message: string }[] }).errors[0]!.message).toContain(said);
});

test('a bad token is refused, for exports too', async () => {
  const headers = { authorization: 'Bearer nonsense' };
  const asked = ['/lists/needs.csv', '/lists/needs/import'].map((path, i) =>
    fetch(`${demonstration.gatewayUrl}${path}`, { headers, ...(i === 1 && { method: 'POST', body: FILE }) }),
  );
  for (const { status } of await Promise.all(asked)) expect(status).toBe(401);
});

test('one organization imports one file at a time', async () => {
  const lines = Array.from({ length: 60 }, (_, i) => `同时发来的需求之${i}`);
  const body = `需求内容\r\n${lines.join('\r\n')}\r\n`;
  const both = await Promise.all(
    [1, 2].map(() => call('/lists/needs/import?dryRun=true', { method: 'POST', body, as: 'demo-bank' })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 429]);
});

describeInBrowser('the page of lists', () => {
  let browser: Browser;
  let page: Page;
  let watched: WatchedPage;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    watched = watchNetwork(page, demonstration.gatewayUrl);
    await page.goto(`${demonstration.gatewayUrl}/lists`);
  }, 60_000);
  afterAll(() => browser?.close());

  test('a file is chosen, looked at, and imported; each row says what became of it', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'lianxi-lists-')), '需求.csv');
    writeFileSync(file, '需求内容,人数\r\n<b>粗体</b>的需求,3\r\n人数不对的需求,许多\r\n');
    await page.selectOption('#list', 'needs');
    await page.setInputFiles('#file', file);
    await page.fill('#token', (await signIn.as('demo-property')).replace('Bearer ', ''));
    expect(await page.isDisabled('#import')).toBe(true);
    await page.click('#check');
    await page.waitForSelector('#report table');
    expect(await page.innerText('#report')).toContain('什么都没有改');
    expect(await page.locator('#report tr').nth(1).innerText()).toContain('将新增');
    expect(await page.locator('#report tr').nth(2).innerText()).toContain('不是整数');
    expect(await violationsOn(page)).toEqual([]);
    await page.click('#import');
    await page.waitForFunction(() => document.querySelector('#report')?.textContent?.includes('导入结束'));
    expect(await page.locator('#report tr').nth(1).innerText()).toContain('已新增');
    expect(await page.locator('#report b').count()).toBe(0);
    expect(watched.strangers).toEqual([]);
    expect(watched.complaints).toEqual([]);
  });
});
