// One server that stands for any number of published subgraphs: each SDL is said at an address of its own.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Published {
  addressOf(sdl: string): string;
  stop(): Promise<void>;
}

export async function servePublished(): Promise<Published> {
  const sdls = new Map<string, string>();
  const server = createServer((request, response) => {
    const sdl = sdls.get(request.url!);
    request.resume().once('end', () => {
      response.writeHead(sdl === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ data: sdl === undefined ? null : { _service: { sdl } } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    addressOf(sdl) {
      const path = `/${createHash('sha256').update(sdl).digest('hex').slice(0, 16)}`;
      sdls.set(path, sdl);
      return url + path;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
