// A paper is frozen, a shard changes, and the difference is told; the gateway goes and comes back; an organization that has not joined says so.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { Page } from 'playwright-core';
import { DEFAULTS } from '../../gateway/config';
import { createGateway, type Gateway } from '../../gateway/main';
import { SHARDS } from '../../subgraphs/demonstration/topology';
import { violationsOn } from '../kit/accessibility';
import { describeInBrowser } from '../kit/open-browser';
import { listed } from '../kit/run-demonstration';
import { watchNetwork } from '../kit/watch-network';
import { type OpenDashboard, openDashboard, readFigure } from './kit/open-dashboard';

jest.setTimeout(180_000);

describeInBrowser('papers and outages', () => {
  let open: OpenDashboard;
  beforeAll(async () => {
    open = await openDashboard();
  }, 180_000);
  afterAll(() => open?.stop());
  afterEach(() => expect(open.faults()).toEqual([]));

  test('what was frozen opens as it was, after a change in a shard, and tells the difference', async () => {
    const page = await open.open('frozen');
    await page.locator('[data-act="freeze"]').press('Enter');
    await page.locator('[data-paper]').waitFor({ timeout: 60_000 });
    const checksum = await page.locator('[data-paper]').getAttribute('data-paper');
    await endTask();
    await page.locator('[data-paper]').getByRole('button', { name: '打开', exact: true }).click();
    await page.locator('[data-banner="paper"]').waitFor();
    const then = await readFigure(page, 'tasks-overdue');
    const now = await open.demonstration.ask('{ agreementTasks(filter: { overdue: true }) { totalCount } }');
    expect(now.data.agreementTasks.totalCount).toBe(then.value! - 1);
    await page.locator('[data-act="changes"]').click();
    const change = page.locator('[data-change="tasks-overdue"]');
    await change.waitFor({ timeout: 60_000 });
    expect(await change.innerText()).toMatch(
      new RegExp(`${then.value}项[\\s\\S]*→[\\s\\S]*${then.value! - 1}项`),
    );
    expect(await change.locator('[data-row-change="removed"]').count()).toBe(1);
    expect(await violationsOn(page)).toEqual([]);
    await page.locator('[data-act="close-paper"]').click();
    await show(page, '');
    await page.locator(`[data-figure="tasks-overdue"][data-value="${then.value! - 1}"]`).waitFor();
    await page.reload();
    await show(page, 'frozen');
    await page.locator(`[data-paper="${checksum}"]`).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  test('a paper survives its browser as a file; one that was changed is refused', async () => {
    const page = await open.open('frozen');
    await page.locator('[data-act="freeze"]').click();
    await page.locator('[data-paper]').waitFor({ timeout: 60_000 });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-paper]').getByRole('button', { name: '下载' }).click(),
    ]);
    const text = readFileSync((await download.path())!, 'utf8');
    await page.context().close();
    const other = await open.open('frozen');
    const give = (content: string) =>
      other.locator('input[type="file"]').setInputFiles({
        name: 'paper.json',
        mimeType: 'application/json',
        buffer: Buffer.from(content),
      });
    await give(text.replace('示例', '真实'));
    await other.getByText('校验和不符').waitFor();
    await give(text);
    await other.locator('[data-banner="paper"]').waitFor();
    await other.route('**/graphql*', (route) => route.abort());
    await show(other, 'needs');
    await other.locator('[data-view="needs"] .panel[data-state="FRESH"]').first().waitFor();
    expect(await other.locator('.panel[data-state="FAILED"]').count()).toBe(0);
    await show(other, 'agenda/4');
    await other.locator('[data-panel="agenda-matter"][data-state="FRESH"] .matter-part').first().waitFor();
    expect(await other.locator('.panel[data-state="FAILED"]').count()).toBe(0);
    await other.context().close();
  });

  test('the meeting paper is A4, with its title lines, every figure, and its sources at the end', async () => {
    const page = await open.open('print');
    await page.locator('[data-printed="agreements"] table').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.header', '.navigation', '.paper-form'])
      expect([hidden, await page.locator(hidden).isVisible()]).toEqual([hidden, false]);
    const title = await page.locator('.paper-title').innerText();
    for (const line of ['会议材料', '数据截至', '应答单位', '打印时间']) expect(title).toContain(line);
    expect(await page.locator('[data-printed-figure]').count()).toBeGreaterThanOrEqual(25);
    expect(await page.locator('[data-printed="end"]').innerText()).toContain('东关社区');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59\d(\.\d+)? 84\d(\.\d+)?\]/);
    await page.emulateMedia({ media: 'screen' });
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  describe('a gateway of its own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lianxi-outage-'));
    const list = join(folder, 'shards.json');
    let gateway: Gateway | undefined;
    let port = 0;
    afterAll(async () => {
      await gateway?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test('stopped, its last picture stays with its age; back again, it is fresh without a reload', async () => {
      await start([]);
      const page = await openAt(gateway!.url);
      const before = await readFigure(page, 'bookings-waiting');
      await gateway!.stop();
      await page.locator('[data-reachable]').click();
      await page.locator('[data-banner="away"]').waitFor();
      await page.locator('.mark-stale').first().waitFor();
      expect(await page.locator('[data-banner="away"]').innerText()).toMatch(
        /显示的是 \d+ (秒|分钟)前 ?的情况/,
      );
      expect((await readFigure(page, 'bookings-waiting')).value).toBe(before.value);
      await page.evaluate('window.isSamePage = true');
      await start([]);
      await page.locator('[data-banner="away"]').waitFor({ state: 'detached', timeout: 90_000 });
      await page.locator('.mark-stale').first().waitFor({ state: 'detached', timeout: 90_000 });
      expect(await page.evaluate('window.isSamePage')).toBe(true);
      await gateway!.stop();
      gateway = undefined;
      await page.context().close();
    });

    test('one that has not joined is 未接入 on its figure, on its row, and in the one place for all', async () => {
      await start(['demo-property']);
      const page = await openAt(gateway!.url);
      await page.locator('[data-chip="missing"]').getByText('1 家未接入').waitFor();
      expect(await page.locator('#missing').innerText()).toMatch(/示例物业公司\s*未接入/);
      await page.locator('[data-figure="liaison-vacant"] .mark-not-joined').waitFor();
      await show(page, 'members');
      const row = page.locator('[data-panel="standing"] tr', { hasText: '示例物业公司' });
      await row.locator('[data-has="NOT_JOINED"]').first().waitFor();
      expect(await row.locator('[data-has="NONE"]').count()).toBe(0);
      await show(page, 'sources');
      await page.locator('[data-panel="freshness"] [data-answering="NOT_JOINED"]').waitFor();
      await gateway!.stop();
      gateway = undefined;
      await page.context().close();
    });

    /** On the port of before, where there was one. */
    async function start(notJoined: string[]): Promise<void> {
      const shards = SHARDS.map((shard) => {
        const it = listed(shard, open.demonstration.shards.get(shard.name)!);
        return { ...it, homes: it.homes.filter((home) => !notJoined.includes(home)) };
      }).filter(({ homes }) => homes.length > 0);
      const contracts = ['cobuilding', 'conference', 'sharing'];
      writeFileSync(
        list,
        JSON.stringify({ version: 1, shards, notJoined: notJoined.map((home) => ({ home, contracts })) }),
      );
      const patience = { requestDeadlineMs: 60_000, fetchDeadlineMs: 30_000 };
      const config = { ...DEFAULTS, ...patience, port, shardListPath: list, logLevel: 'silent' as const };
      gateway = await createGateway(config, { log: pino({ level: 'silent' }) });
      port = Number(new URL(gateway.url).port);
    }

    async function openAt(url: string): Promise<Page> {
      const context = await open.browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' });
      const page = await context.newPage();
      const { strangers } = watchNetwork(page, url);
      page.once('close', () => expect(strangers).toEqual([]));
      await page.goto(`${url}/dashboard`);
      await readFigure(page, 'bookings-waiting');
      return page;
    }
  });

  /** The shard's own database changes, as its program would change it. */
  async function endTask(): Promise<void> {
    const { data } = await open.demonstration.ask(
      '{ agreementTasks(filter: { overdue: true }) { edges { node { id owner { id } } } } }',
    );
    const { id } = data.agreementTasks.edges[0].node;
    const home = String(id).split('.')[0]!;
    const shard = SHARDS.find(({ homes }) => homes.includes(home))!;
    const { database } = open.demonstration.shards.get(shard.name)!;
    await database.query(`UPDATE cobuilding_agreement_task SET state = 'CONFIRMED' WHERE id = '${id}'`);
  }

  async function show(page: Page, view: string): Promise<void> {
    await page.evaluate(`location.hash = '#/${view}'`);
    if (view) await page.locator(`[data-view="${view.split('/')[0]}"]`).waitFor();
  }
});
