// Takes the pictures of the READMEs: every view of the dashboard on the demonstration at the three sizes, and the explorer's pages.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '../../subgraphs/kit/contract-files';
import { openDashboard } from './kit/open-dashboard';

const DASHBOARD = join(projectRoot(), 'gateway', 'dashboard', 'screenshots');
const EXPLORER = join(projectRoot(), 'gateway', 'explorer', 'screenshots');
const VIEWS = [
  '',
  'meetings',
  'agreements',
  'needs',
  'bookings',
  'projects',
  'activities',
  'stations',
  'communities',
  'satisfaction',
  'members',
  'sources',
];
const SIZES = {
  wall: { width: 1920, height: 1080 },
  laptop: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
};

async function main(): Promise<void> {
  for (const folder of [DASHBOARD, EXPLORER]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const open = await openDashboard({ explorer: true });
  for (const [size, viewport] of Object.entries(SIZES)) {
    const page = await open.open('', viewport);
    for (const view of VIEWS) {
      await show(page, view);
      await take(page, DASHBOARD, `${view || 'overview'}-${size}`);
    }
    await takeSheet(page, size);
    await page.context().close();
    await takeExplorer(size, viewport);
  }
  await takeAgenda();
  await takeInEnglish();
  await open.stop();

  async function takeSheet(page: Page, size: string): Promise<void> {
    await show(page, 'projects');
    await page.locator('[data-figure="projects"]').click();
    await page.locator('dialog .source-cell button').first().click();
    await page.locator('[data-source] dd').first().waitFor();
    await page.locator('dialog .table-scroll').evaluate((table: any) => (table.scrollLeft = 0));
    await take(page, DASHBOARD, `source-of-a-row-${size}`);
    await page.keyboard.press('Escape');
  }

  /** Meeting mode: one item of the agenda on the whole screen. */
  async function takeAgenda(): Promise<void> {
    const page = await open.open('agenda/1', SIZES.wall);
    await show(page, 'agenda/1');
    await page.getByRole('button', { name: '会议模式' }).click();
    for (const at of [1, 2, 3, 4]) {
      if (at > 1) await page.keyboard.press('ArrowRight');
      await page.getByText(`议题 ${at} / 9`).waitFor();
    }
    await show(page, 'agenda/4');
    await take(page, DASHBOARD, 'agenda-wall');
    await page.context().close();
  }

  async function takeInEnglish(): Promise<void> {
    const page = await open.open('', SIZES.wall);
    await page.locator('[data-act="language"]').click();
    await show(page, '');
    await take(page, DASHBOARD, 'overview-wall-en');
    await page.context().close();
  }

  async function takeExplorer(size: string, viewport: { width: number; height: number }): Promise<void> {
    const page = await (await open.browser.newContext({ viewport, locale: 'zh-CN' })).newPage();
    await page.goto(`${open.demonstration.gatewayUrl}/explorer#/query?question=q10-needs-unclaimed`);
    await page.getByRole('button', { name: '运行', exact: true }).click();
    await page.locator('[data-homes]').waitFor();
    await take(page, EXPLORER, `query-${size}`);
    await page.goto(`${open.demonstration.gatewayUrl}/explorer#/docs/Need`);
    await page.locator('h1, h2').getByText('Need').first().waitFor();
    await take(page, EXPLORER, `docs-${size}`);
    await page.goto(`${open.demonstration.gatewayUrl}/explorer#/map`);
    await page.locator('table tbody tr').first().waitFor();
    await take(page, EXPLORER, `map-${size}`);
    await page.context().close();
  }
}

async function show(page: Page, view: string): Promise<void> {
  await page.evaluate(`location.hash = '#/${view}'`);
  if (view) await page.locator(`[data-view="${view.split('/')[0]}"]`).waitFor();
  await page.locator('[data-figure]').first().waitFor();
  await page.locator('.figure-skeleton, .skeleton').first().waitFor({ state: 'detached' });
  // The demonstration is whole, so whatever is unknown is only late; a chart is drawn when its canvas is there.
  const late = '[data-banner=away], [data-standing=UNKNOWN], .mark-stale, .chart:not(:has(canvas))';
  await page.locator(late).first().waitFor({ state: 'detached', timeout: 180_000 });
}

async function take(page: Page, folder: string, name: string): Promise<void> {
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  spawnSync('pngquant', ['--force', '--ext', '.png', '--speed', '1', '64', path]);
  console.log(`${name}.png ${(statSync(path).size / 1000).toFixed(0)} kB`);
}

void main();
