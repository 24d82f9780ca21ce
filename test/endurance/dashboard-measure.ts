// How quick the dashboard is, with the demonstration behind it and with 300 organizations and 20,000 rows: `npm run dashboard:measure`.
import { cpus, loadavg } from 'node:os';
import type { Browser } from 'playwright-core';
import { buildPages } from '../kit/build-pages';
import { openBrowser } from '../kit/open-browser';
import { type FirstView, measureFirstView, measureViews } from './dashboard/measure-page';
import type { ShardsOrder } from './dashboard/shards-process';
import { startGround } from './dashboard/start-ground';

const RUNS = 7;
const SIZES: ShardsOrder[] = ['demonstration', 'with made-up organizations'];
const VIEWS = [
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

async function main(): Promise<void> {
  buildPages();
  const browser = await openBrowser();
  console.log(
    `${cpus().length} cores for the browser, the gateway and all shards; load ${loadavg()[0]!.toFixed(1)}`,
  );
  for (const size of SIZES) await measureSize(browser, size);
  await browser.close();
}

async function measureSize(browser: Browser, size: ShardsOrder): Promise<void> {
  const ground = await startGround(size);
  const { organizations, shards, rows, url } = {
    ...ground,
    organizations: await countOrganizations(ground.url),
  };
  console.log(`\n${organizations} organizations, ${rows} rows, ${shards} shards (${size})\n`);
  const first = await measureFirstView(browser, url);
  const runs: FirstView[] = [];
  const before = await ground.cpu();
  for (let i = 0; i < RUNS; i++) runs.push(await measureFirstView(browser, url));
  const after = await ground.cpu();
  printFirstView(first, runs);
  const [gateway, all] = [after.gateway - before.gateway, after.shards - before.shards].map(
    (ms) => ms / RUNS,
  );
  console.log(
    `  a core is held    ${gateway!.toFixed(0)} ms by the gateway, ${all!.toFixed(0)} ms by all shards\n`,
  );
  console.log('Then each view: until it is drawn, the longest task meanwhile, nodes on the page');
  for (const { view, time, longestTask, nodes } of await measureViews(browser, url, VIEWS)) {
    const figures = [`${time.toFixed(0)} ms`, `${longestTask.toFixed(0)} ms`, `${nodes} nodes`];
    console.log(`  ${view.padEnd(14)} ${figures.map((it) => it.padStart(11)).join(' ')}`);
  }
  await ground.stop();
}

async function countOrganizations(url: string): Promise<number> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ organizations { totalCount } }' }),
  });
  const { data } = (await response.json()) as { data: { organizations: { totalCount: number } } };
  return data.organizations.totalCount;
}

function printFirstView(first: FirstView, runs: FirstView[]): void {
  const line = (
    title: string,
    read: (run: FirstView) => number,
    { digits = 0, unit = ' ms', most = '' } = {},
  ) => {
    const sorted = runs.map(read).sort((a, b) => a - b);
    const [median, worst] = [sorted[Math.floor(sorted.length / 2)]!, sorted.at(-1)!];
    const [middle, last] = [median, worst].map((it) => `${it.toFixed(digits)}${unit}`);
    console.log(`  ${title.padEnd(16)} ${middle}; ${last}${most && `   (at most ${most})`}`);
  };
  console.log(`First view, nothing cached in the browser, ${runs.length} runs (median; worst)`);
  line('cards drawn', (it) => it.first);
  line('complete', (it) => it.complete, { most: '1500' });
  line('script', (it) => it.script / 1000, { digits: 1, unit: ' kB', most: '300' });
  line('layout shift', (it) => it.shift, { digits: 4, unit: '', most: '0.05' });
  line('longest task', (it) => it.longestTask);
  console.log(`  the very first, by programs just started: complete after ${first.complete.toFixed(0)} ms`);
}

void main();
