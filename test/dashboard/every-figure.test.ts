// Every figure of every screen leads, by one click, to the rows behind it, and every row to who says so and to its document.
import type { Locator, Page } from 'playwright-core';
import { describeInBrowser } from '../kit/open-browser';
import { type OpenDashboard, openDashboard } from './kit/open-dashboard';

const SCREENS = [
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
  'agenda/1',
  'agenda/2',
  '',
];
/** Tables of what answers and when, not of rows that somebody keeps. */
const WITHOUT_ROWS = '[data-panel=freshness], .calendar';

describeInBrowser('every figure', () => {
  let open: OpenDashboard;
  const seen = new Set<string>();
  beforeAll(async () => {
    open = await openDashboard();
  }, 240_000);
  afterAll(() => open?.stop());
  afterEach(() => expect(open.faults()).toEqual([]));

  test.each(SCREENS)(
    'of the screen “%s” leads to its rows and their sources',
    async (screen) => {
      const page = await open.open(screen);
      await untilDrawn(page);
      for (const figure of await newFigures(page)) {
        await page.locator(`[data-figure="${figure}"]`).first().click();
        await page.locator('dialog[open] .sheet-coverage, dialog[open] .table-frame').first().waitFor();
        expect([figure, await followSources(page)]).toEqual([figure, 'led to a source']);
        await page.keyboard.press('Escape');
        await page.locator('dialog[open]').waitFor({ state: 'detached' });
      }
      expect(await rowsWithoutSource(page)).toEqual([]);
      await page.context().close();
    },
    240_000,
  );

  /** A figure that stands on several screens is followed once. */
  async function newFigures(page: Page): Promise<string[]> {
    const ids = await page
      .locator('[data-figure]')
      .evaluateAll((found) => found.map((each) => (each as any).dataset.figure as string));
    const fresh = [...new Set(ids)].filter((id) => !seen.has(id));
    fresh.forEach((id) => seen.add(id));
    return fresh;
  }

  async function untilDrawn(page: Page): Promise<void> {
    await page.locator('[data-figure]').first().waitFor();
    await page.locator('.figure-skeleton, .skeleton').first().waitFor({ state: 'detached' });
  }
});

/** Through the rows that a total adds up, where it is one. */
async function followSources(page: Page): Promise<string> {
  const sheet = page.locator('dialog[open]');
  const rows = sheet.locator('.sheet-inside > .table-frame tbody tr');
  if ((await rows.count()) === 0)
    return (await sheet.locator('.table-empty').count()) ? 'led to a source' : 'no rows';
  const button = rows.first().locator('.source-cell button');
  if ((await button.count()) === 0) return 'a row without a source';
  await button.click();
  const behind = sheet.locator('[data-rows-behind]');
  const card = sheet.locator('[data-source] dd');
  await behind.locator('tbody tr').or(card).first().waitFor();
  if (await behind.count()) {
    await behind.locator('tbody .source-cell button').first().click();
    await card.first().waitFor();
  }
  return readCard(sheet.locator('[data-source]'));
}

/** Who says so, of which kind it is, as of when, and the paragraph of a document where something is stated. */
async function readCard(card: Locator): Promise<string> {
  const text = await card.innerText();
  const [, kind] = /(原文|演示数据|登记)\n/.exec(text) ?? [];
  if (!kind) return `no kind: ${text}`;
  if (!/更新于\n\d/.test(text)) return `no time: ${text}`;
  if (kind === '原文' && !/第 \d+ 段|名录/.test(text)) return `no paragraph: ${text}`;
  return 'led to a source';
}

/** Rows of tables on the page itself that lead nowhere. */
async function rowsWithoutSource(page: Page): Promise<string[]> {
  const rows = page.locator('main table tbody tr:not(:has(.source-cell button))');
  return rows.evaluateAll(
    (found, without) =>
      found.filter((row) => !(row as any).closest(without)).map((row) => (row as any).innerText as string),
    WITHOUT_ROWS,
  );
}
