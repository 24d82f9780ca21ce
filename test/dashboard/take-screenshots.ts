// Takes the pictures of the README: every view on the demonstration at the three sizes, with fewer colours where pngquant is at hand.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '../../subgraphs/kit/contract-files';
import { openDashboard } from './kit/open-dashboard';

const FOLDER = join(projectRoot(), 'gateway', 'dashboard', 'screenshots');
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
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const open = await openDashboard();
  for (const [size, viewport] of Object.entries(SIZES)) {
    const page = await open.open('', viewport);
    for (const view of VIEWS) {
      await show(page, view);
      await take(page, `${view || 'overview'}-${size}`);
    }
    await page.context().close();
  }
  await takeInEnglish();
  await open.stop();

  async function takeInEnglish(): Promise<void> {
    const page = await open.open('', SIZES.wall);
    await page.locator('[data-act="language"]').click();
    await show(page, '');
    await take(page, 'overview-wall-en');
    await page.context().close();
  }
}

async function show(page: Page, view: string): Promise<void> {
  await page.evaluate(`location.hash = '#/${view}'`);
  if (view) await page.locator(`[data-view="${view}"]`).waitFor();
  await page.locator('[data-figure]').first().waitFor();
  await page.locator('.figure-skeleton, .skeleton').first().waitFor({ state: 'detached' });
  // The demonstration is whole, so whatever is unknown is only late; a chart is drawn when its canvas is there.
  const late = '[data-banner=away], [data-standing=UNKNOWN], .mark-stale, .chart:not(:has(canvas))';
  await page.locator(late).first().waitFor({ state: 'detached', timeout: 180_000 });
}

async function take(page: Page, name: string): Promise<void> {
  const path = join(FOLDER, `${name}.png`);
  await page.screenshot({ path });
  spawnSync('pngquant', ['--force', '--ext', '.png', '--speed', '1', '64', path]);
  console.log(`${name}.png ${(statSync(path).size / 1000).toFixed(0)} kB`);
}

void main();
