// Everything below `/dashboard`: the page under its own Content-Security-Policy, and its files.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Exchange, replyText } from '../http/reply';
import { refuseUnbuilt, staticRoutes } from '../http/static-files';
import { findSchemaFolder } from '../supergraph/find-schema-folder';

interface DashboardRoute {
  methods: string[];
  handle(exchange: Exchange): void;
}

/** Styles set by scripts go through the CSSOM, which this allows; a style in the markup does not. */
const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

const BUILT = path.join(path.dirname(findSchemaFolder()), 'dist', 'pages', 'dashboard');

export function dashboardRoutes(folder: string = BUILT): Map<string, DashboardRoute> {
  const page: DashboardRoute = {
    methods: ['GET', 'HEAD'],
    handle: createPage(path.join(folder, 'index.html')),
  };
  return new Map([['/dashboard', page], ['/dashboard/', page], ...staticRoutes(folder, '/dashboard')]);
}

/** The page is asked for anew each time and names its files by their hashes, so a new build counts at once. */
function createPage(file: string): DashboardRoute['handle'] {
  if (!existsSync(file)) return refuseUnbuilt;
  const html = readFileSync(file, 'utf8');
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  return (exchange) => {
    const { request, response } = exchange;
    response.setHeader('content-security-policy', POLICY);
    response.setHeader('cache-control', 'no-cache');
    response.setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
    replyText(exchange, 200, 'text/html', html);
  };
}
