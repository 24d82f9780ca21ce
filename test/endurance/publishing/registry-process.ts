// A registry in a process of its own: the routes of delivery, and a composition of all subgraphs at each word.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { createDeliveryRoutes } from '../../../gateway/registry/delivery/create-delivery-routes';
import { createFrontDoor } from '../../../gateway/server';
import { readContractFiles } from '../../../gateway/supergraph/contract-file';
import type { GraphArtifact } from '../../../gateway/supergraph/graph-artifact';
import { composeVersion } from './publishing-ground';

export type RegistryOrder = { subgraphUrl: string } | { publish: number };

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = { privateKey, publicPem: publicKey.export({ type: 'spki', format: 'pem' }) as string };
const listeners = new Set<(artifact: GraphArtifact) => void>();
let subgraphUrl = '';
let current: GraphArtifact;

process.on('disconnect', () => process.exit(0));
process.on('message', (order: RegistryOrder) => {
  if ('subgraphUrl' in order) return serve(order.subgraphUrl);
  current = composeVersion(order.publish, subgraphUrl);
  listeners.forEach((listener) => listener(current));
});

function serve(url: string): void {
  subgraphUrl = url;
  current = composeVersion(1, url);
  const { routes } = createDeliveryRoutes(
    {
      current: async () => current,
      onVersion: (listener) => (listeners.add(listener), () => void listeners.delete(listener)),
      authenticate: async () => null,
      recordUse: async () => undefined,
    },
    { key, gatewayUrl: 'http://127.0.0.1:1', contracts: readContractFiles(), isOpen: true },
  );
  const handle = createFrontDoor({ routes, corsOrigins: [], log: pino({ level: 'silent' }) });
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1', () =>
    process.send!({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
  );
}
