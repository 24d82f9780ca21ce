// The page at `/` in a real browser: with Apollo's CDN away, late and there; and with the Sandbox or everything off.
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { listOf, startGateway, type TestGateway } from '../gateway/kit/start-gateway';
import { violationsOn } from '../kit/accessibility';
import { buildPages } from '../kit/build-pages';
import { describeInBrowser, openBrowser } from '../kit/open-browser';

const CDN = 'https://embeddable-sandbox.cdn.apollographql.com/**';
const FRAME = 'https://sandbox.embed.apollographql.com/**';
/** As the real script does: it puts a frame of Apollo's into the target. */
const STAND_IN = `window.EmbeddedSandbox = function (options) {
  var frame = document.createElement('iframe');
  frame.title = 'Sandbox';
  frame.src = 'https://sandbox.embed.apollographql.com/sandbox/explorer?endpoint=' + encodeURIComponent(options.initialEndpoint);
  document.querySelector(options.target).appendChild(frame);
};`;
const NOBODY = listOf(1, { name: 'gone', url: 'http://127.0.0.1:1' });

describeInBrowser('the front page', () => {
  let gateway: TestGateway;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    buildPages();
    gateway = await startGateway(NOBODY, { explorer: true, sandbox: true, introspection: true });
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    context = await browser.newContext();
    page = await context.newPage();
  });
  afterEach(() => context.close());

  const answerScript = (route: Route) => route.fulfill({ contentType: 'text/javascript', body: STAND_IN });
  const answerFrame = (route: Route) => route.fulfill({ contentType: 'text/html', body: '<p>Sandbox</p>' });

  test('with no way to the CDN it offers the explorer', async () => {
    await page.route(CDN, (route) => route.abort());
    await page.goto(gateway.url);
    await page.locator('#offer:visible').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('link', { name: /Open the explorer/ }).click();
    await page.waitForURL('**/explorer');
    await page.locator('.run').waitFor();
  });

  test('a CDN that hangs is not waited for; when it comes late, the reader is asked', async () => {
    let release!: () => void;
    const late = new Promise<void>((resolve) => (release = resolve));
    await page.route(CDN, (route) => late.then(() => answerScript(route)));
    await page.route(FRAME, answerFrame);
    await page.goto(gateway.url, { waitUntil: 'commit' });
    await page.locator('#offer:visible').waitFor();
    release();
    await page.locator('#late:visible').waitFor();
    expect(await page.locator('#sandbox iframe').count()).toBe(0);
    await page.locator('#late').click();
    await page.locator('#sandbox iframe').waitFor();
  });

  test('with the CDN there, the Sandbox takes the page, connected to this graph', async () => {
    await page.route(CDN, answerScript);
    await page.route(FRAME, answerFrame);
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(gateway.url);
    const frame = page.locator('#sandbox iframe');
    await frame.waitFor();
    expect(await frame.getAttribute('src')).toContain(encodeURIComponent(`${gateway.url}/graphql`));
    await page.frameLocator('#sandbox iframe').getByText('Sandbox').waitFor();
    expect(await page.locator('#offer:visible').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('with the Sandbox off, it leads to the explorer', async () => {
    const plain = await startGateway(NOBODY, { explorer: true });
    await page.goto(plain.url);
    expect(new URL(page.url()).pathname).toBe('/explorer');
    await page.locator('.run').waitFor();
    await plain.stop();
  });
});
