// Watches what a page asks for: every request to another origin is noted, and every complaint of the browser.
import type { Page } from 'playwright-core';

export interface WatchedPage {
  /** Addresses of other origins that the page asked for. */
  strangers: string[];
  /** Errors in the page and in its console, refusals of its Content-Security-Policy among them. */
  complaints: string[];
}

export function watchNetwork(page: Page, ownOrigin: string): WatchedPage {
  const watched: WatchedPage = { strangers: [], complaints: [] };
  page.on('request', (request) => {
    const address = new URL(request.url());
    if (/^https?:$/.test(address.protocol) && address.origin !== ownOrigin)
      watched.strangers.push(address.href);
  });
  page.on('pageerror', (error) => watched.complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      watched.complaints.push(
        `${message.text()} (${message.location().url}:${message.location().lineNumber}:${message.location().columnNumber})`,
      );
  });
  return watched;
}
