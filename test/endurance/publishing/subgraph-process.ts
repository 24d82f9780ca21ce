// All published subgraphs in one process, each with one answer: what is measured is the gateway.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const server = createServer((request, response) => {
  const name = request.url!.slice(1);
  request.resume();
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.end(`{"data":{"${name}Items":[{"id":"1","name":"tea"},{"id":"2","name":"rice"}]}}`);
  });
});
server.listen(0, '127.0.0.1', () =>
  process.send!({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
);
process.on('disconnect', () => process.exit(0));
