// The page at `/lists`: an office picks a file, sees what would become of every row, and then imports it.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Exchange, replyJson, replyText } from '../../http/reply';
import { refuseUnbuilt, staticRoutes } from '../../http/static-files';
import { findSchemaFolder } from '../../supergraph/find-schema-folder';
import { VERDICT_WORDS } from '../import/verdict-words';
import { LISTS } from '../lists/all-lists';

interface PageRoute {
  methods: string[];
  handle(exchange: Exchange): void;
}

const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

const BUILT = path.join(path.dirname(findSchemaFolder()), 'dist', 'pages', 'lists');

export function listsPage(folder: string = BUILT): Map<string, PageRoute> {
  const lists = LISTS.map(({ name, title }) => ({ name, title }));
  return new Map<string, PageRoute>([
    ['/lists', read(createPage(path.join(folder, 'index.html')))],
    ['/lists/words.json', read((exchange) => replyJson(exchange, 200, { lists, verdicts: VERDICT_WORDS }))],
    ...staticRoutes(folder, '/lists'),
  ]);
}

function read(handle: PageRoute['handle']): PageRoute {
  return { methods: ['GET', 'HEAD'], handle };
}

function createPage(file: string): PageRoute['handle'] {
  if (!existsSync(file)) return refuseUnbuilt;
  const html = readFileSync(file, 'utf8');
  return (exchange) => {
    exchange.response.setHeader('content-security-policy', POLICY);
    replyText(exchange, 200, 'text/html', html);
  };
}
