// A list with more rows than one page holds: its further pages are asked for, one after another, until it is whole.
import type { GraphAnswer } from './ask-graph';
import type { Coverage } from './figures';

/** By the variable that takes the cursor. */
export type Cursors = Record<string, string>;

interface Connection {
  coverage?: Coverage;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: unknown[];
}

type Lists = Record<string, Connection | null>;

/** A list that is longer is shown so far, and said to be cut. */
const MOST_ROWS = 5_000;

/** What the next page of each list is asked for by; null when all lists are whole. */
export function nextCursors(data: unknown, pages: Readonly<Record<string, string>>): Cursors | null {
  const open = Object.entries(pages).flatMap(([field, variable]) => {
    const list = (data as Lists)[field];
    const cursor = list?.pageInfo.hasNextPage && list.edges.length < MOST_ROWS && list.pageInfo.endCursor;
    return cursor ? [[variable, cursor] as const] : [];
  });
  return open.length > 0 ? Object.fromEntries(open) : null;
}

/** The answer with the rows of the next page at the end of each list that was asked for it. */
export function joinPage<Data>(
  answer: GraphAnswer<Data>,
  page: GraphAnswer<Data>,
  asked: { pages: Readonly<Record<string, string>>; cursors: Cursors },
): GraphAnswer<Data> {
  const lists = Object.entries(asked.pages)
    .filter(([, variable]) => variable in asked.cursors)
    .map(([field]) => [field, joinList((answer.data as Lists)[field]!, (page.data as Lists)[field])]);
  return {
    ...answer,
    data: { ...answer.data, ...(Object.fromEntries(lists) as Partial<Data>) },
    errors: [...answer.errors, ...page.errors],
    homes: [answer.homes, page.homes].reduce((a, b) =>
      b && b.missing.length > (a?.missing.length ?? -1) ? b : a,
    ),
  };
}

/** Who was missing from any page is missing from the list. */
function joinList(list: Connection, page: Connection | null | undefined): Connection {
  if (!page) return { ...list, pageInfo: { hasNextPage: true, endCursor: null } };
  const coverage = [page.coverage, list.coverage].find((it) => it && !it.complete) ?? list.coverage;
  return { ...list, coverage, pageInfo: page.pageInfo, edges: [...list.edges, ...page.edges] };
}
