// All published subgraphs in one process, each with one answer: what is measured is the gateway.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { publisherOf, sdlOf } from './publishing-ground';

/** What the subgraph of this version's publisher serves from now on. */
export interface SubgraphOrder {
  version: number;
}

const versions = new Map<string, number>();

process.on('message', ({ version }: SubgraphOrder) => {
  versions.set(`s${publisherOf(version)}`, version);
  process.send!({ serves: version });
});

const server = createServer((request, response) => {
  const name = request.url!.slice(1);
  let asked = '';
  request.setEncoding('utf8').on('data', (text: string) => (asked += text));
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    if (asked.includes('_service'))
      response.end(JSON.stringify({ data: { _service: { sdl: sdlNow(name) } } }));
    else response.end(`{"data":{"${name}Items":[{"id":"1","name":"tea"},{"id":"2","name":"rice"}]}}`);
  });
});
server.listen(0, '127.0.0.1', () =>
  process.send!({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
);
process.on('disconnect', () => process.exit(0));

function sdlNow(name: string): string {
  return sdlOf(Number(name.slice(1)), versions.get(name) ?? 0);
}
