// Asks the graph one named operation: by its hash over GET, with the text by POST only where the hash is unknown.
import { dropLostRows } from './drop-lost-rows';
import { joinPage, nextCursors } from './gather-pages';
import type { Operation } from './operation';

export interface GraphError {
  message: string;
  path?: readonly (string | number)[];
  extensions?: { code?: string };
}

export interface MissingHome {
  home: string;
  reason: string;
}

export interface Homes {
  asked: number;
  answered: number;
  missing: readonly MissingHome[];
}

export interface GraphAnswer<Data> {
  data: Data;
  errors: readonly GraphError[];
  homes: Homes | null;
  /** Milliseconds since 1970, by this browser's clock: only for ages. */
  receivedAt: number;
}

interface Body<Data> {
  data?: Data | null;
  errors?: GraphError[];
  extensions?: { homes?: Homes };
}

/** UNREACHABLE: nobody answered. REFUSED: the gateway answered, but not with data. NOT_FROZEN: the open paper has no answer to it. */
export class GraphFault extends Error {
  constructor(
    readonly kind: 'UNREACHABLE' | 'REFUSED' | 'NOT_FROZEN',
    message: string,
  ) {
    super(message);
  }
}

const ANSWER_WITHIN_MS = 20_000;
const ACCEPT = 'application/graphql-response+json, application/json;q=0.9';

/** All pages; `onFirst` is told the first one where more are to come. What cannot be had of them leaves the list cut. */
export async function askAllPages<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Partial<Variables>,
  onFirst: (answer: GraphAnswer<Data>) => void,
): Promise<GraphAnswer<Data>> {
  const { pages } = operation;
  let answer = await askGraph(operation, variables);
  let cursors = nextCursors(answer.data, pages);
  if (cursors) onFirst(answer);
  while (cursors) {
    const page = await askGraph(operation, { ...variables, ...cursors }).catch(() => null);
    if (!page) return answer;
    answer = joinPage(answer, page, { pages, cursors });
    cursors = nextCursors(answer.data, pages);
  }
  return answer;
}

async function askGraph<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Partial<Variables>,
): Promise<GraphAnswer<Data>> {
  const parts = {
    operationName: operation.name,
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash: operation.hash } },
  };
  let body = await send<Data>(getRequest(parts));
  if (isUnknown(body)) body = await send<Data>(postRequest({ ...parts, query: await operation.readText() }));
  if (body.data == null) throw new GraphFault('REFUSED', body.errors?.[0]?.message ?? 'no data');
  return {
    data: dropLostRows(body.data),
    errors: body.errors ?? [],
    homes: body.extensions?.homes ?? null,
    receivedAt: Date.now(),
  };
}

/** Same question, same address: what a cache goes by. */
function getRequest(parts: { operationName: string; variables: object; extensions: object }): Request {
  const query = new URLSearchParams({
    operationName: parts.operationName,
    variables: JSON.stringify(parts.variables),
    extensions: JSON.stringify(parts.extensions),
  });
  return new Request(`/graphql?${query.toString()}`, {
    headers: { accept: ACCEPT, 'x-apollo-operation-name': parts.operationName },
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
}

function postRequest(body: object): Request {
  return new Request('/graphql', {
    method: 'POST',
    headers: { accept: ACCEPT, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
}

async function send<Data>(request: Request): Promise<Body<Data>> {
  const response = await fetch(request).catch(() => {
    throw new GraphFault('UNREACHABLE', 'no answer');
  });
  if (response.status === 502 || response.status === 504)
    throw new GraphFault('UNREACHABLE', String(response.status));
  return (await response.json().catch(() => {
    throw new GraphFault('REFUSED', `HTTP ${response.status}`);
  })) as Body<Data>;
}

function isUnknown({ errors }: Body<unknown>): boolean {
  return (
    errors?.some(({ extensions }) =>
      /^PERSISTED_QUERY_NOT_(FOUND|SUPPORTED)$/.test(extensions?.code ?? ''),
    ) ?? false
  );
}
