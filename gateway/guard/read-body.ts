// Reads the JSON body of a request up to a limit; refuses other types, other encodings and broken JSON.
import type { IncomingMessage } from 'node:http';
import type { Sentence } from '../../schema/codes';
import { refuseJsonText } from './scan-json';
import type { VariableBounds } from './variable-bounds';

export type BodyReading =
  | { ok: true; body: unknown }
  | { ok: false; status: number; code: 'BAD_REQUEST' | 'TOO_COMPLEX'; sentence: Sentence }
  | { ok: false; status: 'gone' };

const JSON_TYPE = /^application\/(?:[a-z0-9.-]+\+)?json\s*(?:;|$)/i;

/**
 * A body of another type is read as absent, not refused here: what a page may send without a preflight must reach the
 * CSRF check, which has the better sentence. Limit in bytes.
 */
export async function readBody(
  request: IncomingMessage,
  limit: number,
  bounds: VariableBounds,
): Promise<BodyReading> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return refused(request, 415, COMPRESSED);
  if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) {
    request.resume();
    return { ok: true, body: undefined };
  }
  const bytes = await collectBody(request, limit);
  if (bytes === 'too-large') return refused(request, 413, tooLarge(limit));
  if (bytes === 'gone') return { ok: false, status: 'gone' };
  const text = withoutMark(bytes.toString());
  const tooMuch = refuseJsonText(text, bounds);
  if (tooMuch) return { ok: false, status: 400, code: 'TOO_COMPLEX', sentence: tooMuch };
  return parseBody(text);
}

/** Node's parser holds a body to its content-length; a client that leaves before its end is gone. */
export function collectBody(request: IncomingMessage, limit: number): Promise<Buffer | 'too-large' | 'gone'> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve('too-large');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) resolve('too-large');
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, length)));
    request.once('close', () => resolve('gone'));
    request.once('error', () => resolve('gone'));
  });
}

/** Some programs write a byte order mark before JSON. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function parseBody(text: string): BodyReading {
  try {
    return { ok: true, body: text === '' ? undefined : JSON.parse(text) };
  } catch {
    return { ok: false, status: 400, code: 'BAD_REQUEST', sentence: NOT_JSON };
  }
}

/** The rest of a refused body is read and thrown away, so that the client comes to read the refusal. */
function refused(request: IncomingMessage, status: number, sentence: Sentence): BodyReading {
  request.resume();
  return { ok: false, status, code: 'BAD_REQUEST', sentence };
}

const COMPRESSED: Sentence = {
  zh: '请求正文不能压缩；请去掉 Content-Encoding 后重发。',
  en: 'The request body must not be compressed; send it again without Content-Encoding.',
};

const NOT_JSON: Sentence = {
  zh: '请求正文不是合法的 JSON;应为 {"query": "…", "variables": {…}}。',
  en: 'The request body is not valid JSON; expected {"query": "…", "variables": {…}}.',
};

function tooLarge(limit: number): Sentence {
  return {
    zh: `请求正文超过 ${limit} 字节；请缩短查询，或把大的值分成几次发送。`,
    en: `The request body is larger than ${limit} bytes; shorten the query or send large values in several requests.`,
  };
}
