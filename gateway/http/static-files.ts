// The scripts, styles and pictures of the built pages: each read once at the start, so that a path can name nothing else.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Exchange, replyRefusal } from './reply';

export interface StaticRoute {
  methods: string[];
  handle(exchange: Exchange): void;
}

interface StaticFile {
  contentType: string;
  /** The file as it is, and what the build packed beside it, by `content-encoding`. */
  bodies: Map<'identity' | 'br' | 'gzip', Buffer>;
  immutable: boolean;
}

const CONTENT_TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const PACKED = { br: '.br', gzip: '.gz' } as const;
/** A name that bears the hash of what it holds never holds anything else. */
const HASHED = /-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

/**
 * One route a file below `prefix`, e.g. `/explorer/assets/main-Bx81kQ2c.js`. No folder, no routes. HTML is left to the
 * page's own route, which gives it its Content-Security-Policy.
 */
export function staticRoutes(folder: string, prefix: string): Map<string, StaticRoute> {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const served = names.map((name) => name.split(path.sep).join('/')).filter((name) => contentTypeOf(name));
  return new Map(served.map((name) => [`${prefix}/${name}`, staticRoute(readStatic(folder, name))]));
}

function contentTypeOf(name: string): string | undefined {
  return CONTENT_TYPES[path.extname(name)];
}

function readStatic(folder: string, name: string): StaticFile {
  const file = path.join(folder, name);
  const bodies: StaticFile['bodies'] = new Map([['identity', readFileSync(file)]]);
  for (const [encoding, ending] of Object.entries(PACKED)) {
    if (existsSync(file + ending)) bodies.set(encoding as keyof typeof PACKED, readFileSync(file + ending));
  }
  return { contentType: contentTypeOf(name)!, bodies, immutable: HASHED.test(name) };
}

function staticRoute(file: StaticFile): StaticRoute {
  return { methods: ['GET', 'HEAD'], handle: (exchange) => replyStatic(exchange, file) };
}

function replyStatic({ request, response, method }: Exchange, file: StaticFile): void {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = (['br', 'gzip'] as const).find((it) => file.bodies.has(it) && accepts(accepted, it));
  const body = file.bodies.get(encoding ?? 'identity')!;
  response.setHeader('content-type', file.contentType);
  response.setHeader('content-length', body.length);
  response.setHeader('vary', 'accept-encoding');
  if (encoding) response.setHeader('content-encoding', encoding);
  if (file.immutable) response.setHeader('cache-control', 'public, max-age=31536000, immutable');
  response.end(method === 'HEAD' ? undefined : body);
}

/** `br;q=0` means: not that one. */
function accepts(header: string, encoding: string): boolean {
  const offered = header.split(',').map((part) =>
    part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q=/),
  );
  return offered.some(([name, weight]) => name === encoding && Number(weight ?? 1) > 0);
}

/** What stands in a page's place when the pages were not built. */
export function refuseUnbuilt(exchange: Exchange): void {
  replyRefusal(exchange, 503, 'INTERNAL', {
    zh: '页面还没有构建；请先运行 npm run build:pages，再重新启动网关。',
    en: 'The pages are not built yet: run npm run build:pages, then start the gateway again.',
  });
}
