// The dashboard in a real browser on the real demonstration; whatever it asks of another origin is written down.
import type { Browser, Page } from 'playwright-core';
import type { GatewayConfig } from '../../../gateway/config';
import { buildPages } from '../../kit/build-pages';
import { openBrowser } from '../../kit/open-browser';
import { runDemonstration, type RunningDemonstration } from '../../kit/run-demonstration';
import { type WatchedPage, watchNetwork } from '../../kit/watch-network';

export interface OpenDashboard {
  demonstration: RunningDemonstration;
  browser: Browser;
  /** A page of its own context: nothing kept, nothing cached. */
  open: (path: string, size?: { width: number; height: number }) => Promise<Page>;
  /** Requests to any other origin, and what the browser complained about since it was last asked. */
  faults: () => string[];
  stop: () => Promise<void>;
}

const WALL = { width: 1920, height: 1080 };

export async function openDashboard(config: Partial<GatewayConfig> = {}): Promise<OpenDashboard> {
  buildPages();
  const [demonstration, browser] = await Promise.all([runDemonstration({ config }), openBrowser()]);
  const watched: WatchedPage[] = [];
  const origin = new URL(demonstration.gatewayUrl).origin;
  return {
    demonstration,
    browser,
    faults: () =>
      watched
        .splice(0)
        .flatMap(({ strangers, complaints }) => [
          ...strangers,
          ...complaints.filter((it) => !/Failed to load resource/.test(it)),
        ]),
    open: async (path, viewport = WALL) => {
      const page = await (
        await browser.newContext({ viewport, locale: 'zh-CN', reducedMotion: 'reduce' })
      ).newPage();
      watched.push(watchNetwork(page, origin));
      await page.goto(`${origin}/dashboard#/${path}`);
      await page.locator('#page > .page').waitFor();
      return page;
    },
    stop: async () => {
      await browser.close();
      await demonstration.stop();
    },
  };
}

/** The value of a figure as the page holds it; null when it says that it is unknown. Waits until it is there. */
export async function readFigure(
  page: Page,
  id: string,
): Promise<{ value: number | null; standing: string; text: string }> {
  const figure = page.locator(`[data-figure="${id}"]`).first();
  await figure.waitFor();
  const value = await figure.getAttribute('data-value');
  return {
    value: value ? Number(value) : null,
    standing: (await figure.getAttribute('data-standing'))!,
    text: await figure.innerText(),
  };
}
