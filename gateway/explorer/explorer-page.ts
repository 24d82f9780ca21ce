// The explorer at `/explorer`: the built page under a Content-Security-Policy that knows no other origin.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Exchange, replyText } from '../http/reply';
import { refuseUnbuilt } from '../http/static-files';

/** Stands in the built page where each answer has a nonce of its own: the editor's styles are written by its script. */
const NONCE_MARK = '__CSP_NONCE__';

export function createExplorerPage(folder: string) {
  const file = path.join(folder, 'index.html');
  const html = existsSync(file) ? readFileSync(file, 'utf8') : undefined;

  return function showExplorer(exchange: Exchange): void {
    if (html === undefined) return refuseUnbuilt(exchange);
    const nonce = randomBytes(16).toString('base64');
    exchange.response.setHeader('content-security-policy', contentPolicy(nonce));
    replyText(exchange, 200, 'text/html', html.replaceAll(NONCE_MARK, nonce));
  };
}

/** Pictures as `data:` are the editor's own wavy underlines. */
function contentPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
