// Sends a GraphQL answer, whichever way it was made; a client that has the same answer already is told so instead.
import { createHash } from 'node:crypto';
import { type Exchange, replyText } from './reply';

export interface GraphQLAnswer {
  status: number;
  /** Without the charset, which is always UTF-8. */
  contentType: string;
  /** Those beside the content type, in lower case. */
  headers: Readonly<Record<string, string>> | undefined;
  text: string;
}

export function sendAnswer(exchange: Exchange, { status, contentType, headers, text }: GraphQLAnswer): void {
  const { request, response } = exchange;
  if (response.headersSent || response.destroyed) return;
  for (const name in headers) response.setHeader(name, headers[name]!);
  if (mayBeKept(headers)) {
    const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    response.setHeader('etag', tag);
    if (names(request.headers['if-none-match'], tag)) {
      response.statusCode = 304;
      return void response.end();
    }
  }
  replyText(exchange, status, contentType, text);
}

/** Only what the hook of the list allowed; all other answers bear `no-store`. */
function mayBeKept(headers: GraphQLAnswer['headers']): boolean {
  return headers?.['cache-control'] === 'private, no-cache';
}

/** https://www.rfc-editor.org/rfc/rfc9110#name-if-none-match: compared weakly. */
function names(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((each) => ['*', tag, `W/${tag}`].includes(each.trim()));
}
