// Reads what a client asks in the forms that GraphQL clients use; all other forms are left to Apollo Server, which has words for them.
import type { IncomingHttpHeaders } from 'node:http';
import type { Exchange } from './reply';

export interface OperationRequest {
  /** Absent when the hash stands for it. */
  query: string | undefined;
  operationName: string | undefined;
  variables: Record<string, unknown> | undefined;
  /** Of automatic persisted queries. */
  hash: string | undefined;
}

/** Undefined when Apollo Server would refuse the request, or when only it knows. */
export function readOperationRequest(exchange: Exchange, body: unknown): OperationRequest | undefined {
  if (exchange.method === 'POST') return isRecord(body) ? fromParts(body) : undefined;
  if (exchange.method !== 'GET' || !isNoPlainLink(exchange.request.headers)) return undefined;
  return readSearch(exchange.search);
}

/** CSRF prevention: what a page can send without a preflight is refused; a POST of JSON it cannot. */
function isNoPlainLink(headers: IncomingHttpHeaders): boolean {
  const type = headers['content-type'];
  if (type !== undefined) return type === 'application/json';
  return Boolean(headers['apollo-require-preflight'] || headers['x-apollo-operation-name']);
}

const PARTS = ['query', 'operationName', 'variables', 'extensions'] as const;

function readSearch(search: string): OperationRequest | undefined {
  const parameters = new URLSearchParams(search);
  if (PARTS.some((name) => parameters.getAll(name).length > 1)) return undefined;
  const text = (name: (typeof PARTS)[number]) => parameters.get(name) ?? undefined;
  const [variables, extensions] = [parseText(text('variables')), parseText(text('extensions'))];
  if (variables === null || extensions === null) return undefined;
  return fromParts({ query: text('query'), operationName: text('operationName'), variables, extensions });
}

/** Null for what is no JSON, and for null itself: a parameter of a link must hold an object. */
function parseText(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function fromParts(parts: Record<string, unknown>): OperationRequest | undefined {
  const { query, operationName, variables, extensions } = parts;
  if (query !== undefined && (typeof query !== 'string' || query === '')) return undefined;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    return undefined;
  if (!isRecordOrAbsent(variables) || !isRecordOrAbsent(extensions)) return undefined;
  const hash = extensions?.persistedQuery ? readHash(extensions.persistedQuery) : undefined;
  if (hash === null || (hash ?? query) === undefined) return undefined;
  return { query, operationName: operationName ?? undefined, variables: variables ?? undefined, hash };
}

/** Null for what is no hash of the only version that there is. */
function readHash(persisted: unknown): string | null {
  if (!isRecord(persisted) || persisted.version !== 1) return null;
  return typeof persisted.sha256Hash === 'string' ? persisted.sha256Hash : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordOrAbsent(value: unknown): value is Record<string, unknown> | null | undefined {
  return value === undefined || value === null || isRecord(value);
}
