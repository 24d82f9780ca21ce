// Lists over HTTP, for the page and for programs: templates, exports, and imports with their dry runs; nothing touches a disk.
import type { GraphQLSchema } from 'graphql';
import { collectBody } from '../../guard/read-body';
import { type Exchange, replyFile, replyJson } from '../../http/reply';
import type { GraphQLRoute } from '../../http/serve-graphql';
import type { ReadToken } from '../../identity/read-token';
import { parseId } from '../../../schema/id';
import { exportLists } from '../export/export-lists';
import { writeTemplate } from '../export/write-template';
import { BOUNDS } from '../grid';
import { importFile } from '../import/import-file';
import { LISTS } from '../lists/all-lists';
import type { ListDeclaration } from '../lists/list';
import type { Format } from '../write/table';
import { CONTENT_TYPES } from '../write/write-document';
import { askRoute } from './ask-route';
import { listsPage } from './lists-page';
import { answering, HttpRefusal } from './refuse-list';

export interface ListsOptions {
  graph: GraphQLRoute;
  schema(): GraphQLSchema;
  readToken: ReadToken;
}

interface ListsRoute {
  methods: string[];
  handle(exchange: Exchange): Promise<void> | void;
}

/** Without a list: all of them, in one workbook. */
export function listsRoutes(options: ListsOptions): Map<string, ListsRoute> {
  const imports = createImports(options);
  const routes = new Map<string, ListsRoute>(listsPage());
  routes.set('/lists/import', { methods: ['POST'], handle: imports(undefined) });
  for (const list of LISTS)
    routes.set(`/lists/${list.name}/import`, { methods: ['POST'], handle: imports(list) });
  for (const [name, lists] of namedLists())
    for (const format of ['xlsx', 'csv'] as const) {
      if (format === 'csv' && lists.length > 1) continue;
      routes.set(`/lists/${name}.${format}`, read(exportRows(options, lists, format)));
      routes.set(`/lists/${name}/template.${format}`, read(showTemplate(options, lists, format)));
    }
  return routes;
}

function namedLists(): [name: string, lists: readonly ListDeclaration[]][] {
  return [['all', LISTS], ...LISTS.map((list): [string, ListDeclaration[]] => [list.name, [list]])];
}

function read(handle: ListsRoute['handle']): ListsRoute {
  return { methods: ['GET', 'HEAD'], handle };
}

function showTemplate({ schema }: ListsOptions, lists: readonly ListDeclaration[], format: Format) {
  return async (exchange: Exchange) => {
    const bytes = await writeTemplate(lists, format, schema());
    replyFile(exchange, {
      contentType: CONTENT_TYPES[format],
      bytes,
      fileName: fileName(lists, '模板', format),
    });
  };
}

function exportRows({ graph, schema }: ListsOptions, lists: readonly ListDeclaration[], format: Format) {
  return answering(async (exchange) => {
    const home = homeIn(exchange);
    const ask = askRoute(graph, callerOf(exchange));
    const base = { lists, format, ask, schema: schema(), now: () => new Date() };
    const { bytes } = await exportLists({ ...base, ...(home && { home }) });
    replyFile(exchange, {
      contentType: CONTENT_TYPES[format],
      bytes,
      fileName: fileName(lists, '导出', format),
    });
  });
}

function fileName(lists: readonly ListDeclaration[], what: string, format: Format): string {
  return `${lists.length === 1 ? lists[0]!.title.zh : '名册'}${what}.${format}`;
}

/** One import at a time for each organization, and a few over all: each holds its file in memory. */
const MOST_IMPORTS = 4;

function createImports({ graph, schema, readToken }: ListsOptions) {
  const underWay = new Set<string>();
  return (list: ListDeclaration | undefined) =>
    answering(async (exchange) => {
      const reading = await readToken(exchange.request.headers.authorization);
      if ('refusal' in reading)
        throw new HttpRefusal(401, 'UNAUTHENTICATED', { zh: reading.refusal.message, en: '' });
      if (!reading.actor) throw new HttpRefusal(401, 'UNAUTHENTICATED', SIGN_IN);
      const { organization } = reading.actor;
      if (underWay.has(organization) || underWay.size >= MOST_IMPORTS)
        throw new HttpRefusal(429, 'OVERLOADED', BUSY);
      underWay.add(organization);
      try {
        const bytes = await collectBody(exchange.request, BOUNDS.file);
        if (bytes === 'gone') return;
        if (bytes === 'too-large') throw new HttpRefusal(413, 'BAD_REQUEST', TOO_LARGE);
        const search = new URLSearchParams(exchange.search);
        const report = await importFile(bytes, {
          ask: askRoute(graph, callerOf(exchange)),
          schema: schema(),
          home: homeIn(exchange) ?? organization,
          dryRun: search.get('dryRun') === 'true',
          update: search.get('update') === 'true',
          now: () => new Date(),
          ...(list && { list }),
        });
        replyJson(exchange, 200, report);
      } finally {
        underWay.delete(organization);
      }
    });
}

function callerOf({ request, response }: Exchange) {
  const { authorization } = request.headers;
  return { ...(authorization !== undefined && { authorization }), isGone: () => response.destroyed };
}

function homeIn({ search }: Exchange): string | undefined {
  const home = new URLSearchParams(search).get('home') ?? undefined;
  if (home === undefined) return undefined;
  const parsed = parseId(home);
  if (parsed && parsed.kind === undefined) return home;
  throw new HttpRefusal(400, 'BAD_ID', {
    zh: 'home 应为单位的编号。',
    en: 'home must be the id of an organization.',
  });
}

const SIGN_IN = {
  zh: '导入需要本单位岗位的令牌（authorization: Bearer …）。',
  en: 'An import needs the token of an office (authorization: Bearer …).',
};
const BUSY = {
  zh: '本单位或别的单位正在导入；请等它结束再试。',
  en: 'An import is under way; wait until it has ended.',
};
const TOO_LARGE = {
  zh: `文件超过 ${BOUNDS.file / 1024 / 1024} MB；请去掉图片，或分成几个文件。`,
  en: `The file is larger than ${BOUNDS.file / 1024 / 1024} MB; take out pictures or divide it.`,
};
