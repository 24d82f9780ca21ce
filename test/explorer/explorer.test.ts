// The explorer in a real browser, on the real demonstration: what it shows is what the graph answers.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { violationsOn } from '../kit/accessibility';
import { buildPages } from '../kit/build-pages';
import { describeInBrowser, openBrowser } from '../kit/open-browser';
import { operation, runDemonstration, type RunningDemonstration } from '../kit/run-demonstration';
import { type WatchedPage, watchNetwork } from '../kit/watch-network';

const QUESTION = 'q10-needs-unclaimed';

describeInBrowser('the explorer', () => {
  let demonstration: RunningDemonstration;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let watched: WatchedPage;

  beforeAll(async () => {
    buildPages();
    // Without introspection: the explorer reads the schema as text.
    demonstration = await runDemonstration({ config: { explorer: true, introspection: false } });
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.stop();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    page = await context.newPage();
    watched = watchNetwork(page, demonstration.gatewayUrl);
  });
  afterEach(async () => {
    await context.close();
    expect(watched.strangers).toEqual([]);
    expect(watched.complaints).toEqual([]);
  });

  const open = (fragment: string) => page.goto(`${demonstration.gatewayUrl}/explorer#${fragment}`);
  /** CodeMirror draws only what is in view, so a short answer is read whole. */
  const shownAnswer = () => page.locator('.answer .cm-content').innerText();

  async function write(text: string): Promise<void> {
    await page.locator('.ask .cm-content').first().click();
    await page.keyboard.press('Control+a'); // and typed over: Chromium itself would carry a style over, which the policy forbids
    await page.keyboard.insertText(text);
  }

  test('lists all 25 questions in both languages', async () => {
    await open('/query');
    const links = page.locator('.questions li a');
    await links.nth(24).waitFor();
    expect(await links.count()).toBe(25);
    expect(await links.nth(9).innerText()).toMatch(/发布 30 天无人认领的需求/);
    await page.getByRole('button', { name: 'English' }).click();
    expect(await links.nth(9).innerText()).toMatch(/Needs that nobody has claimed 30 days/);
  });

  test('runs one of the 25 and shows the figures of the graph', async () => {
    const { data } = await demonstration.ask(operation(QUESTION));
    await open('/query');
    await page.getByRole('link', { name: /发布 30 天无人认领的需求/ }).click();
    await page.getByRole('button', { name: '运行', exact: true }).click();
    await page.locator('[data-homes]').waitFor();
    const shown = await shownAnswer();
    expect(data.needs.totalCount).toBeGreaterThan(0);
    expect(shown).toContain(`"totalCount": ${data.needs.totalCount},`);
    expect(shown).toContain(`"text": "${data.needs.edges[0].node.text}"`);
    const { asked } = data.needs.coverage;
    expect(await page.locator('[data-homes]').innerText()).toBe(
      `问了 ${asked} 家单位，答了 ${asked} 家，齐全。`,
    );
  });

  test('Ctrl-Enter runs what was typed, with its variables and headers', async () => {
    await open('/query');
    await write('query Two($first: Int) { organizations(first: $first) { edges { node { id } } } }');
    await page.getByText('变量 (JSON)').click();
    await page.locator('.inputs .cm-content').first().click();
    await page.keyboard.insertText('{"first": 2}');
    await page.getByText('请求头 (JSON').click();
    await page.locator('.inputs .cm-content').nth(1).click();
    await page.keyboard.insertText('{"x-asked-by": "explorer"}');
    const sent = page.waitForRequest((it) => it.url().endsWith('/graphql') && it.postData()!.includes('Two'));
    await page.keyboard.press('Control+Enter');
    expect((await sent).headers()['x-asked-by']).toBe('explorer');
    await page.locator('.answer .cm-content').waitFor();
    expect((await shownAnswer()).match(/"id":/g)).toHaveLength(2);
  });

  test('says in a sentence what is wrong with the variables, and what the graph refuses', async () => {
    await open('/query');
    await page.getByText('变量 (JSON)').click();
    await page.locator('.inputs .cm-content').first().click();
    await page.keyboard.insertText('[1');
    await page.keyboard.press('Control+Enter');
    expect(await page.getByRole('alert').innerText()).toMatch(/^变量应是一个 JSON 对象/);
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('{}');
    await write('{ organization(id: "No Such Id") { name } }');
    await page.keyboard.press('Control+Enter');
    await page.locator('.errors').waitFor();
    expect(await page.locator('.errors').innerText()).toMatch(/BAD_ID/);
  });

  test('completes and checks from the schema', async () => {
    await open('/query');
    await write('{ sharedRes');
    await page.keyboard.press('Control+Space');
    const choice = page.locator('.cm-tooltip-autocomplete li', { hasText: /^sharedResources/ });
    await choice.waitFor();
    await page.keyboard.press('Escape');
    await write('{ noSuchField }');
    await page.locator('.cm-lintRange-error').waitFor();
  });

  test('a shared link opens the operation; history keeps it, and no header is kept', async () => {
    await open('/query');
    await write('query Shared { organizations(first: 1) { totalCount } }');
    await page.getByText('请求头 (JSON').click();
    await page.locator('.inputs .cm-content').nth(1).click();
    await page.keyboard.insertText('{"x-api-key": "secret-word"}');
    await page.keyboard.press('Control+Enter');
    await page.locator('.answer .cm-content').waitFor();
    await page.getByRole('button', { name: '分享链接' }).click();
    const link = await page.getByLabel('链接', { exact: true }).inputValue();
    expect(link).not.toContain('secret-word');
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain('secret-word');
    await page.goto('about:blank');
    await page.goto(link);
    await page.locator('.ask .cm-content', { hasText: 'query Shared' }).waitFor();
    await page.getByText('运行过的（1）').click();
    expect(await page.locator('.past').innerText()).toContain('query Shared');
  });

  test('documents the schema in the chosen language', async () => {
    await open('/docs/Booking');
    const description = page.locator('.type .description');
    await description.waitFor();
    expect(await description.innerText()).toBe('预约：一个单位借用另一家的资源。');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await description.innerText()).toMatch(/^[^\p{Script=Han}]+$/u);
    await page.locator('.type').getByRole('link', { name: 'SharedResource' }).first().click();
    expect(await page.locator('.type h2').innerText()).toBe('SharedResource');
    await page.getByLabel('Find a type, field or description').fill('freeSlots');
    expect(await page.locator('.types li a').allInnerTexts()).toContain('SharedResource');
  });

  test('maps who serves what, and leads to the documentation', async () => {
    await open('/map');
    const row = page.locator('[data-shard="dongguan-school"]');
    await row.waitFor();
    expect((await row.innerText()).match(/✓ 有回答/g)).toHaveLength(1);
    expect((await row.innerText()).match(/不提供/g)).toHaveLength(3);
    await page
      .locator('[data-contract="sharing"]')
      .getByRole('link', { name: 'Booking', exact: true })
      .click();
    expect(await page.locator('.type h2').innerText()).toBe('Booking');
  });

  test('names a stopped shard on the map and its organizations on an answer, and what has not joined', async () => {
    await demonstration.changeList((list) => ({
      ...list,
      notJoined: [{ home: 'new-unit', contracts: ['sharing'] }],
    }));
    await demonstration.stopShard('yili');
    try {
      await open('/map');
      await page.locator('[data-shard="yili"].silent').waitFor();
      expect(await page.locator('[data-summary]').innerText()).toMatch(
        /10 \/ 11[^]*54 \/ 59[^]*联系不上的分片：yili/,
      );
      expect(await page.locator('[data-home="new-unit"]').innerText()).toContain('未接入');
      await open(`/query?question=${QUESTION}`);
      await page.locator('.ask .cm-content', { hasText: 'Q10NeedsUnclaimed' }).waitFor();
      await page.getByRole('button', { name: '运行', exact: true }).click();
      await page.locator('[data-homes].bad').waitFor();
      const homes = await page.locator('[data-homes]').innerText();
      expect(homes).toMatch(/怡丽北园社区居委会\s*联系不上/);
      expect(homes).toMatch(/new-unit\s*未接入/);
    } finally {
      await demonstration.startShardAgain('yili');
    }
    await open('/map');
    await page.locator('[data-shard="yili"]:not(.silent)').waitFor();
  });

  test.each(['/query?question=q10-needs-unclaimed', '/docs/Booking', '/docs/Query', '/map'])(
    'axe-core finds nothing at %s, at two widths',
    async (fragment) => {
      for (const width of [1366, 390]) {
        await page.setViewportSize({ width, height: 800 });
        await open(fragment);
        await page.locator('.cm-content, .type h2, [data-shard]').first().waitFor();
        if (fragment.startsWith('/query')) {
          await page.getByRole('button', { name: '运行', exact: true }).click();
          await page.locator('[data-homes]').waitFor();
        }
        expect(await violationsOn(page)).toEqual([]);
        const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        expect(await page.evaluate(overflow)).toBe(0);
      }
    },
  );
});
