// A GET whose path is sent as it stands and whose answer is not unpacked: fetch would do both.
import { type IncomingHttpHeaders, request } from 'node:http';

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export function get(address: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  const [, host, port, path] = /^http:\/\/([^:]+):(\d+)(\/.*)$/.exec(address)!;
  return new Promise((resolve, reject) => {
    request({ host, port, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .once('error', reject)
      .end();
  });
}
