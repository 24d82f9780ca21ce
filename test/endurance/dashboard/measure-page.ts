// In a real browser: how soon the first view and each other one are complete, what shifts, and what holds the page up.
import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface FirstView {
  /** Milliseconds until the labels of the first view are there. */
  first: number;
  /** Milliseconds until every figure of it is there. */
  complete: number;
  /** Bytes of script, compressed. */
  script: number;
  shift: number;
  longestTask: number;
}

export interface OtherView {
  view: string;
  time: number;
  longestTask: number;
  nodes: number;
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

/** With nothing kept from before. */
export async function measureFirstView(browser: Browser, url: string): Promise<FirstView> {
  const page = await openPage(browser);
  await page.goto(`${url}/dashboard`, { waitUntil: 'commit' });
  const first = await page.evaluate(until(`document.querySelector('.card')`));
  await page.evaluate(until(COMPLETE));
  const found = await page.evaluate(`({
    complete: performance.now(),
    script: performance.getEntriesByType('resource').filter((it) => it.name.endsWith('.js')).reduce((sum, it) => sum + it.encodedBodySize, 0),
    ...window.measured,
  })`);
  await page.context().close();
  return { ...(found as FirstView), first: first as number };
}

/** One after another in the same page, as people go through them. */
export async function measureViews(browser: Browser, url: string, views: string[]): Promise<OtherView[]> {
  const page = await openPage(browser);
  await page.goto(`${url}/dashboard`);
  await page.evaluate(until(COMPLETE));
  const measured: OtherView[] = [];
  for (const view of views) measured.push(await measureView(page, view));
  await page.context().close();
  return measured;
}

async function measureView(page: Page, view: string): Promise<OtherView> {
  await page.evaluate('window.measured.longestTask = 0; window.started = performance.now()');
  await page.evaluate(`location.hash = '#/${view}'`);
  await page.waitForSelector(`[data-view="${view}"] [data-figure]`);
  await page.evaluate(until(`!document.querySelector('.skeleton, .figure-skeleton')`));
  const [time, longestTask, nodes] = (await page.evaluate(
    '[performance.now() - window.started, window.measured.longestTask, document.querySelectorAll("*").length]',
  )) as [number, number, number];
  return { view, time, longestTask, nodes };
}

async function openPage(browser: Browser): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  return page;
}
