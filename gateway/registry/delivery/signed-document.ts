// A text that is handed out with a strong ETag and a signature; whoever has it already is told so with 304.
import { type Exchange } from '../../http/reply';
import { SIGNATURE_HEADER, etagOf, signBody } from '../../supergraph/artifact-signature';
import type { SigningKey } from './signing-key';

export interface SignedDocument {
  body: Buffer;
  contentType: string;
  etag: string;
  signature: string;
  /** Absent from what is no version. */
  version?: number;
}

export function signDocument(
  text: string,
  { contentType, version, key }: { contentType: string; version?: number; key: SigningKey },
): SignedDocument {
  const body = Buffer.from(text);
  return { body, contentType, version, etag: etagOf(body), signature: signBody(body, key.privateKey) };
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2 */
export function replyDocument({ request, response, method }: Exchange, document: SignedDocument): void {
  response.setHeader('etag', document.etag);
  response.setHeader('cache-control', 'no-cache');
  if (document.version !== undefined) response.setHeader('x-lianxi-version', document.version);
  const known = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(document.etag) || known.includes('*')) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, {
    'content-type': document.contentType,
    'content-length': document.body.length,
    [SIGNATURE_HEADER]: document.signature,
  });
  response.end(method === 'HEAD' ? undefined : document.body);
}
