// The dashboard as people see it: its figures against the graph's answers, in a real browser.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { violationsOn } from '../kit/accessibility';
import { describeInBrowser } from '../kit/open-browser';
import { type Answer, operation } from '../kit/run-demonstration';
import { addOverdueTasks } from './kit/add-overdue-tasks';
import { type OpenDashboard, openDashboard, readFigure } from './kit/open-dashboard';

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
const SIZES = [
  { width: 3840, height: 2160 },
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
];

/** What the graph itself says, by the figure that shows it. */
const EXPECTED: [figure: string, question: string, read: (data: Answer['data']) => number][] = [
  ['bookings-waiting', 'q03-bookings-waiting', ({ bookings }) => bookings.totalCount],
  [
    'venues-free',
    'q01-venues-free-next-week',
    ({ sharedResources }) =>
      sharedResources.edges.filter(({ node }: any) => node.freeSlots.length > 0).length,
  ],
  ['tasks-overdue', 'q06-tasks-overdue', ({ agreementTasks }) => agreementTasks.totalCount],
  ['tasks-unconfirmed', 'q07-tasks-unconfirmed', ({ agreementTasks }) => agreementTasks.totalCount],
  [
    'agreements-expiring',
    'q05-agreements-expiring',
    ({ coBuildingAgreements }) => coBuildingAgreements.totalCount,
  ],
  ['needs-unclaimed', 'q10-needs-unclaimed', ({ needs }) => needs.totalCount],
  ['claims', 'q09-claims-per-organization', ({ needClaimSummary }) => needClaimSummary.count],
  [
    'agenda-items',
    'q12-agenda-of-next-meeting',
    ({ meetings }) => meetings.edges[0].node.agendaItems.totalCount,
  ],
  [
    'assignments-supervised',
    'q14-assignments-under-supervision',
    ({ assignments }) => assignments.totalCount,
  ],
  ['projects', 'q16-projects-with-funding', ({ jointProjects }) => jointProjects.totalCount],
  ['activities-next-month', 'q20-activities-next-month', ({ jointActivities }) => jointActivities.totalCount],
  ['stations', 'q21-service-stations', ({ serviceStations }) => serviceStations.totalCount],
  ['satisfaction-surveys', 'q23-satisfaction', ({ surveyResults }) => surveyResults.totalCount],
  ['indicators', 'q25-where-figures-come-from', ({ indicators }) => indicators.totalCount],
];

/** Runs in the page: how far its parts have moved by themselves, by the standard's measure. */
const LAYOUT_SHIFT = `new Promise((resolve) => {
  let sum = 0;
  const watch = (list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  };
  new PerformanceObserver(watch).observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
})`;

jest.setTimeout(120_000);

describeInBrowser('the dashboard', () => {
  let open: OpenDashboard;
  beforeAll(async () => {
    open = await openDashboard();
  }, 180_000);
  afterAll(() => open?.stop());
  afterEach(() => expect(open.faults()).toEqual([]));

  test('the overview shows what the graph answers', async () => {
    const page = await open.open('');
    for (const [figure, question, read] of EXPECTED) {
      const { data } = await open.demonstration.ask(operation(question));
      const shown = await readFigure(page, figure);
      expect([figure, shown.standing, shown.value]).toEqual([figure, 'VALUE', read(data)]);
    }
    await page.context().close();
  });

  test('a figure leads to its rows, and a row to its source', async () => {
    const page = await open.open('agreements');
    await page.locator('[data-figure="tasks-overdue"]').click();
    const { data } = await open.demonstration.ask(operation('q06-tasks-overdue'));
    const rows = page.locator('dialog tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(data.agreementTasks.edges.length);
    await rows.first().getByRole('button', { name: '查看来源' }).click();
    await page.locator('[data-source] dd').first().waitFor();
    expect(await page.locator('[data-source]').innerText()).toContain(
      data.agreementTasks.edges[0].node.agreement.owner.name,
    );
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog').evaluate((dialog: any) => dialog.open)).resolves.toBe(false);
    await page.context().close();
  });

  test('a list of more than a page is shown whole, and nothing is computed of a part of it', async () => {
    const removeThem = await addOverdueTasks(open.demonstration, 120);
    const page = await open.open('agreements');
    const { data } = await open.demonstration.ask(operation('q06-tasks-overdue'));
    const { totalCount, edges } = data.agreementTasks;
    expect(edges.length).toBeLessThan(totalCount);
    expect((await readFigure(page, 'tasks-overdue')).value).toBe(totalCount);
    const panel = page.locator('[data-panel="overdue"]');
    await panel.getByText(`共 ${totalCount} 项`, { exact: true }).waitFor();
    await panel.getByText(`图中为前 20 项，共 ${totalCount} 项；全部见表。`).waitFor();
    while (await panel.locator('[data-more]').count()) await panel.locator('[data-more]').click();
    expect(await panel.locator('tbody tr').count()).toBe(totalCount);
    await removeThem();
    await page.context().close();
  });

  test('the language changes everything but names', async () => {
    const page = await open.open('');
    await readFigure(page, 'tasks-overdue');
    await page.locator('[data-act="language"]').click();
    expect((await readFigure(page, 'tasks-overdue')).text).toContain('Overdue tasks');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.reload();
    expect((await readFigure(page, 'tasks-overdue')).text).toContain('Overdue tasks');
    await page.context().close();
  });

  test('a silent organization is named, and its figures are marked', async () => {
    const page = await open.open('');
    await readFigure(page, 'bookings-waiting');
    await open.demonstration.stopShard('dongguan');
    await refresh(page);
    await page.locator('[data-chip="missing"]:not([data-missing="0"])').waitFor();
    await page.locator('[data-figure="venues-free"] .mark-missing').waitFor();
    expect(await page.locator('#missing').innerText()).toContain('东关社区');
    await open.demonstration.startShardAgain('dongguan');
    await refresh(page);
    await page.locator('[data-chip="missing"][data-missing="0"]').waitFor();
    await page.context().close();
  });

  test('while the gateway is away the last picture stays and says so, over a reload of its data too', async () => {
    const page = await open.open('');
    const before = await readFigure(page, 'tasks-overdue');
    await page.route('**/graphql*', (route) => route.abort());
    await refresh(page);
    await page.locator('[data-banner="away"]').waitFor();
    expect((await readFigure(page, 'tasks-overdue')).value).toBe(before.value);
    await page.reload();
    expect((await readFigure(page, 'tasks-overdue')).value).toBe(before.value);
    await page.locator('[data-banner="away"]').waitFor();
    await page.unroute('**/graphql*');
    await page.locator('[data-banner="away"]').waitFor({ state: 'detached', timeout: 30_000 });
    expect((await readFigure(page, 'tasks-overdue')).value).toBe(before.value);
    await page.context().close();
  });

  test('a table is saved as .xlsx and as CSV', async () => {
    const page = await open.open('agreements');
    const panel = page.locator('[data-panel="unconfirmed"]');
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: '导出 CSV' }).click(),
    ]);
    const text = readFileSync((await csv.path())!, 'utf8');
    expect(text.startsWith('\uFEFF任务,')).toBe(true);
    const [xlsx] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: '导出 .xlsx' }).click(),
    ]);
    expect(
      readFileSync((await xlsx.path())!)
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await page.context().close();
  });

  test.each(SIZES)('at $width × $height no view is wider than the screen', async (size) => {
    const page = await open.open('', size);
    for (const view of VIEWS) {
      await show(page, view);
      const over = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
      expect([view, over]).toEqual([view, 0]);
    }
    await page.context().close();
  });

  test('on a phone the agenda shows at once whether an item was in time', async () => {
    const page = await open.open('meetings', { width: 390, height: 844 });
    await show(page, 'meetings');
    const marks = page.locator('[data-panel="agenda"] td:not(.source-cell) .mark');
    const cut = await marks.evaluateAll((all: any[]) =>
      all
        .filter((mark) => {
          const frame = mark.closest('.table-scroll').getBoundingClientRect();
          return mark.getBoundingClientRect().right > frame.right;
        })
        .map((mark) => mark.innerText),
    );
    expect([await marks.count(), cut]).toEqual([9, []]);
    await page.context().close();
  });

  test('axe finds no violation on any view', async () => {
    const page = await open.open('');
    for (const view of VIEWS) {
      await show(page, view);
      const violations = await violationsOn(page);
      expect([view, violations]).toEqual([view, []]);
    }
    await page.context().close();
  });

  test('the first view asks little and shifts nothing', async () => {
    const page = await open.open('');
    await readFigure(page, 'tasks-overdue');
    await page.locator('.figure-skeleton').first().waitFor({ state: 'detached' });
    const sizes = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.js'))
        .map((it) => (it as any).encodedBodySize),
    );
    expect(sizes.reduce((a: number, b: number) => a + b, 0)).toBeLessThan(300_000);
    const shift = await page.evaluate<number>(LAYOUT_SHIFT);
    expect(shift).toBeLessThan(0.05);
    await page.context().close();
  });

  /** Clicks on the age of the picture, which asks everything anew. */
  async function refresh(page: Page): Promise<void> {
    await page.locator('[data-reachable]').click();
  }

  async function show(page: Page, view: string): Promise<void> {
    await page.evaluate(`location.hash = ${JSON.stringify(`#/${view}`)}`);
    if (view) await page.locator(`[data-view="${view}"]`).waitFor();
    await page.locator('[data-figure]').first().waitFor();
    await page.locator('.figure-skeleton, .skeleton').first().waitFor({ state: 'detached' });
  }
});
