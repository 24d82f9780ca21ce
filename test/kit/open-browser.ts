// A real browser for the tests of pages: Debian's Chromium; without one the suite is left out, and says so.
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Nothing but what the page itself asks for goes over the network. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const browserPath = PLACES.find((place) => existsSync(place));

/** `describe` where a browser is at hand; otherwise one printed line, and the suite counts as skipped. */
export function describeInBrowser(name: string, suite: () => void): void {
  if (browserPath) return void describe(name, suite);
  process.stderr.write(`Left out, since there is no Chromium at ${PLACES.join(', ')}: ${name}\n`);
  describe.skip(name, suite);
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath, args: FLAGS });
}
