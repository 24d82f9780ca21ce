// One HTTP request as it is, and its answer to the byte: no client in between that adds, follows or decodes anything.
import { request } from 'node:http';

export interface RawRequest {
  method: 'GET' | 'POST';
  /** With its query string. */
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface RawAnswer {
  status: number;
  /** As they came, in their order; without the date. */
  headers: Array<[name: string, value: string]>;
  body: string;
}

export function sendRaw(url: string, { method, path, headers, body }: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: inPairs(response.rawHeaders).filter(([name]) => name.toLowerCase() !== 'date'),
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function inPairs(raw: string[]): RawAnswer['headers'] {
  return raw.flatMap((name, i) => (i % 2 === 0 ? [[name, raw[i + 1]!] as [string, string]] : []));
}

/** A POST of JSON as a GraphQL client sends it. */
export function post(body: unknown, headers: Record<string, string> = {}): RawRequest {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

/** A GET with its parameters as JSON where they are objects. */
export function get(parameters: Record<string, unknown>, headers?: Record<string, string>): RawRequest {
  const texts = Object.entries(parameters).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return {
    method: 'GET',
    path: `/graphql?${new URLSearchParams(texts)}`,
    headers: headers ?? { 'apollo-require-preflight': '1' },
  };
}
