// The ways in which the gateway answers over HTTP outside of GraphQL results.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Sentence } from '../../schema/codes';

/** One request on its way through the gateway. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  method: string;
  /** The path without the query string, e.g. `/graphql`. */
  path: string;
  /** The query string with its `?`, or an empty string. */
  search: string;
}

export function createExchange(request: IncomingMessage, response: ServerResponse): Exchange {
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  return {
    request,
    response,
    method: request.method ?? 'GET',
    path,
    search: mark < 0 ? '' : target.slice(mark),
  };
}

export function replyText(exchange: Exchange, status: number, contentType: string, text: string): void {
  const { response, method } = exchange;
  if (response.headersSent || response.destroyed) return;
  response.statusCode = status;
  response.setHeader('content-type', `${contentType}; charset=utf-8`);
  const length = Buffer.byteLength(text);
  response.setHeader('content-length', length);
  if (method === 'HEAD') response.end();
  // ASCII throughout: the same bytes, and nobody looks at each character again.
  else response.end(text, length === text.length ? 'latin1' : 'utf8');
}

export function replyJson(exchange: Exchange, status: number, value: unknown): void {
  replyText(exchange, status, 'application/json', `${JSON.stringify(value)}\n`);
}

export interface ReplyFile {
  contentType: string;
  bytes: Buffer;
  /** As it is kept by whoever takes it; may be Chinese. */
  fileName: string;
}

/** A file to be kept, never to be shown in the gateway's own pages. */
export function replyFile(exchange: Exchange, { contentType, bytes, fileName }: ReplyFile): void {
  const { response, method } = exchange;
  if (response.headersSent || response.destroyed) return;
  response.setHeader('content-type', contentType);
  response.setHeader('content-length', bytes.length);
  response.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
  response.end(method === 'HEAD' ? undefined : bytes);
}

/** A refusal in the shape of a GraphQL answer, so that every client reads it alike. */
export function replyRefusal(exchange: Exchange, status: number, code: string, sentence: Sentence): void {
  replyJson(exchange, status, {
    errors: [{ message: `${sentence.zh} ${sentence.en}`, extensions: { code } }],
  });
}
