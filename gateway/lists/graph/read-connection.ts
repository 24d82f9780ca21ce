// Reads a list of the graph to its last page, and keeps what it says about whom it rests on.
import { type AskGraph, faultOfErrors, GraphFault } from './ask-graph';

export interface Missing {
  home: string;
  reason: string;
}

/** Over all pages: how many homes were asked, and which of them are missing. */
export interface Coverage {
  asked: number;
  answered: number;
  missing: Missing[];
}

export interface Complete<Row> {
  rows: Row[];
  /** Null for a list that is one organization's for all. */
  coverage: Coverage | null;
}

export interface Connection {
  plural: string;
  select: string;
  /** In the graph's own words. */
  filter?: string;
  /** Ask this home only; all of them by default. */
  home?: string;
  central?: true;
}

const PAGE = 500;
/** No list of an office comes near; a server that never ends its pages must not keep us for ever. */
const MOST_PAGES = 200;

interface Page<Row> {
  edges: ({ node: Row | null } | null)[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  coverage?: Coverage;
}

/** Rejects with a GraphFault where a page does not come or a row of it is lost. */
export async function readConnection<Row>(ask: AskGraph, connection: Connection): Promise<Complete<Row>> {
  const query = queryOf(connection);
  const rows: Row[] = [];
  let coverage: Coverage | null = null;
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { homes, ...variables } = { homes: connection.home && [connection.home], after };
    const answer = await ask(query, { ...variables, ...(homes && { homes }) });
    const found = (answer.data?.list ?? null) as Page<Row> | null;
    if (!found) throw faultOfErrors(answer.errors ?? []);
    rows.push(...found.edges.map((edge) => edge?.node ?? null).filter(isThere));
    coverage = found.coverage ? unite(coverage, found.coverage) : coverage;
    if (!found.pageInfo.hasNextPage) return { rows, coverage };
    after = found.pageInfo.endCursor;
  }
  throw new GraphFault('TOO_COMPLEX', TOO_LONG);
}

function isThere<T>(row: T | null): row is T {
  if (row === null) throw new GraphFault('INTERNAL', ROW_LOST);
  return true;
}

function queryOf({ plural, select, filter, home, central }: Connection): string {
  const given = [
    `first: ${PAGE}`,
    'after: $after',
    ...(home ? ['homes: $homes'] : []),
    ...(filter ? [`filter: ${filter}`] : []),
  ];
  const coverage = central ? '' : 'coverage { asked answered missing { home reason } }';
  const name = `Read${plural[0]!.toUpperCase()}${plural.slice(1)}`;
  return `query ${name}($after: String${home ? ', $homes: [ID!]' : ''}) {
  list: ${plural}(${given.join(', ')}) { ${coverage} pageInfo { hasNextPage endCursor } edges { node { id ${select} } } }
}`;
}

/** Who is missing on one page is missing in the whole. */
export function unite(one: Coverage | null, other: Coverage): Coverage {
  if (!one) return other;
  const missing = new Map([...one.missing, ...other.missing].map((each) => [each.home, each]));
  const asked = Math.max(one.asked, other.asked);
  return { asked, answered: asked - missing.size, missing: [...missing.values()] };
}

const TOO_LONG = {
  zh: '名册超过十万行，不能一次读完；请只选一家单位。',
  en: 'The list has more than 100,000 rows; choose one organization.',
};
const ROW_LOST = {
  zh: '有一行没有读到；请稍后再试。',
  en: 'A row could not be read; try again later.',
};
