// How quick the dashboard is with 300 organizations and 20,000 rows behind it: `npm run dashboard:measure` prints the figures.
import { cpus, loadavg } from 'node:os';
import type { Browser } from 'playwright-core';
import { demonstrationRows } from '../../subgraphs/demonstration/demonstration-rows';
import { PROGRAMS } from '../../subgraphs/demonstration/prepare-databases';
import type { Row } from '../../subgraphs/demonstration/rows';
import { syntheticRows } from '../../subgraphs/demonstration/synthetic-rows';
import { type DemonstrationShard, SHARDS } from '../../subgraphs/demonstration/topology';
import { dayAt } from '../../subgraphs/kit/clock';
import { buildPages } from '../kit/build-pages';
import { openBrowser } from '../kit/open-browser';
import { runDemonstration } from '../kit/run-demonstration';

const ORGANIZATIONS = 300;
const ROWS = 20_000;
const HOMES_A_SHARD = 30;
const RUNS = 5;
const today = dayAt(new Date());

interface Measured {
  /** Milliseconds until every figure of the first view is there. */
  complete: number;
  /** Milliseconds until the labels of the first view are there. */
  first: number;
  script: number;
  shift: number;
  longestTask: number;
}

async function main(): Promise<void> {
  buildPages();
  const { shards, rows } = madeUp();
  const [demonstration, browser] = await Promise.all([runDemonstration({ shards, rows }), openBrowser()]);
  const { data } = await demonstration.ask('{ organizations { totalCount } }');
  console.log(`${data.organizations.totalCount} organizations, ${rows.length} rows, ${shards.length} shards`);
  console.log(`${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)} before the first run\n`);
  const runs: Measured[] = [];
  for (let i = 0; i < RUNS; i++) runs.push(await measure(browser, demonstration.gatewayUrl));
  print(runs);
  await printViews(browser, demonstration.gatewayUrl);
  await browser.close();
  await demonstration.stop();
}

/** The demonstration, and beside it as many made-up units as are wanting. */
function madeUp(): { shards: DemonstrationShard[]; rows: Row[] } {
  const base = demonstrationRows(today);
  const known = base.filter(({ noun }) => noun.name === 'Organization');
  const homes = Array.from(
    { length: ORGANIZATIONS - known.length },
    (_, i) => `u${String(i + 1).padStart(3, '0')}`,
  );
  const named = homes.map((home, i): Row => {
    const like = known[0]!;
    return {
      ...like,
      values: {
        ...like.values,
        id: home,
        name: `编造单位 ${i + 1}`,
        nameEn: `Made-up unit ${i + 1}`,
        parentId: null,
        sourceKey: null,
      },
    };
  });
  const { contracts } = PROGRAMS.community;
  const spoken = contracts.map(({ name }) => name);
  const nouns = contracts.flatMap((contract) => contract.nouns).length;
  const synthetic = syntheticRows({
    contracts,
    homes: homes.map((home) => ({ home, contracts: spoken })),
    rowsEach: Math.ceil((ROWS - base.length) / homes.length / nouns),
    seed: 1,
    today,
  });
  const rows = [...base, ...named, ...synthetic].slice(0, base.length + named.length + synthetic.length);
  const more = Array.from(
    { length: Math.ceil(homes.length / HOMES_A_SHARD) },
    (_, i): DemonstrationShard => ({
      name: `made-up-${i + 1}`,
      program: 'community',
      homes: homes.slice(i * HOMES_A_SHARD, (i + 1) * HOMES_A_SHARD),
    }),
  );
  return { shards: [...SHARDS, ...more], rows };
}

/** In the page, before anything of it: what shifts, and what keeps it busy. */
const WATCH = `
  window.measured = { shift: 0, longestTask: 0 };
  new PerformanceObserver((list) => {
    for (const it of list.getEntries()) if (!it.hadRecentInput) window.measured.shift += it.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const it of list.getEntries()) window.measured.longestTask = Math.max(window.measured.longestTask, it.duration);
  }).observe({ type: 'longtask', buffered: true });
`;

const COMPLETE = `document.querySelector('[data-figure]') && !document.querySelector('.figure-skeleton')`;

/** The moment, frame by frame, at which it is so. The page's policy lets nobody evaluate text, so it is no waitForFunction. */
function until(condition: string): string {
  return `new Promise((resolve) => {
    const look = () => ((${condition}) ? resolve(performance.now()) : requestAnimationFrame(look));
    look();
  })`;
}

async function measure(browser: Browser, url: string): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  await page.goto(`${url}/dashboard`, { waitUntil: 'commit' });
  const first = await page.evaluate(until(`document.querySelector('.card')`));
  await page.evaluate(until(COMPLETE));
  const found = await page.evaluate(`({
    complete: performance.now(),
    script: performance.getEntriesByType('resource').filter((it) => it.name.endsWith('.js')).reduce((sum, it) => sum + it.encodedBodySize, 0),
    ...window.measured,
  })`);
  await context.close();
  return { ...(found as Measured), first: first as number };
}

function print(runs: Measured[]): void {
  const middle = (read: (run: Measured) => number) =>
    runs.map(read).sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
  const worst = (read: (run: Measured) => number) => Math.max(...runs.map(read));
  console.log(`First view, cold cache, ${RUNS} runs (median; worst)`);
  console.log(
    `  cards drawn      ${middle((it) => it.first).toFixed(0)} ms; ${worst((it) => it.first).toFixed(0)} ms`,
  );
  console.log(
    `  complete         ${middle((it) => it.complete).toFixed(0)} ms; ${worst((it) => it.complete).toFixed(0)} ms   (at most 1500)`,
  );
  console.log(
    `  script           ${(worst((it) => it.script) / 1000).toFixed(1)} kB compressed   (at most 300)`,
  );
  console.log(`  layout shift     ${worst((it) => it.shift).toFixed(4)}   (at most 0.05)`);
  console.log(
    `  longest task     ${middle((it) => it.longestTask).toFixed(0)} ms; ${worst((it) => it.longestTask).toFixed(0)} ms\n`,
  );
}

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

/** One after another in the same page, as people go through them. */
async function printViews(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  await page.goto(`${url}/dashboard`);
  await page.evaluate(until(COMPLETE));
  console.log('Then each view: until it is drawn, the longest task meanwhile, nodes on the page');
  for (const view of VIEWS) {
    await page.evaluate('window.measured.longestTask = 0; window.started = performance.now()');
    await page.evaluate(`location.hash = '#/${view}'`);
    await page.waitForSelector(`[data-view="${view}"] [data-figure]`);
    await page.evaluate(until(`!document.querySelector('.skeleton, .figure-skeleton')`));
    const [time, task, nodes] = (await page.evaluate(
      '[performance.now() - window.started, window.measured.longestTask, document.querySelectorAll("*").length]',
    )) as [number, number, number];
    console.log(
      `  ${view.padEnd(14)} ${time.toFixed(0).padStart(6)} ms ${task.toFixed(0).padStart(6)} ms ${String(nodes).padStart(6)} nodes`,
    );
  }
  await context.close();
}

void main();
