// A registry of delivery alone: the real routes over HTTP, and versions that a test puts there.
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
import pino from 'pino';
import type { UseCount } from '../../../gateway/usage/use-count';
import {
  type DeliveryOptions,
  createDeliveryRoutes,
} from '../../../gateway/registry/delivery/create-delivery-routes';
import type { SigningKey } from '../../../gateway/registry/delivery/signing-key';
import { createFrontDoor } from '../../../gateway/server';
import { toPlannable } from '../../../gateway/access/to-plannable';
import { composeSupergraph } from '../../../gateway/supergraph/compose-supergraph';
import type { ContractFile } from '../../../gateway/supergraph/contract-file';
import type {
  GraphArtifact,
  GraphCandidate,
  PublishedSubgraph,
} from '../../../gateway/supergraph/graph-artifact';
import { CONTRACTS } from './little-graph';

export interface TestRegistry {
  url: string;
  key: SigningKey;
  used: UseCount[];
  /** The next version, or what takes its place. */
  publish(artifact: GraphArtifact): void;
  /** What is checked now; none withdraws it. */
  offer(candidate: GraphCandidate | undefined): void;
  /** How often a candidate was fetched. */
  candidatesFetched(): number;
  /** Frees its port, as a program that is killed does. */
  kill(): Promise<void>;
}

export interface TestRegistryOptions extends Partial<DeliveryOptions> {
  port?: number;
  first?: GraphArtifact;
}

export const GATEWAY_TOKEN = 'a-token-of-a-gateway';

/** What a failed test leaves running would keep Jest from ending. */
const running = new Set<TestRegistry>();
afterAll(() => Promise.all([...running].map((registry) => registry.kill())));

export async function serveDelivery({
  port = 0,
  first,
  ...options
}: TestRegistryOptions = {}): Promise<TestRegistry> {
  const { url: gatewayUrl } = { url: 'http://gateway.example' };
  const key = options.key ?? makeKey();
  const listeners = new Set<(artifact: GraphArtifact) => void>();
  const candidateListeners = new Set<(isOffered: boolean) => void>();
  const used: UseCount[] = [];
  let offered: GraphCandidate | undefined;
  let candidatesFetched = 0;
  let current = first ?? artifactOf(0, { supergraphSdl: '' });
  const delivery = createDeliveryRoutes(
    {
      current: async () => current,
      onVersion: (listener) => (listeners.add(listener), () => void listeners.delete(listener)),
      candidate: () => {
        candidatesFetched += 1;
        return offered;
      },
      onCandidate: (listener) => (
        candidateListeners.add(listener),
        () => void candidateListeners.delete(listener)
      ),
      authenticate: async ({ request }) =>
        request.headers.authorization === `Bearer ${GATEWAY_TOKEN}`
          ? { purpose: 'GATEWAY', home: 'first-home', token: 't', from: '127.0.0.1' }
          : null,
      recordUse: async ({ counts }) => void used.push(...counts),
    },
    { key, gatewayUrl, contracts: CONTRACTS, isOpen: true, ...options },
  );
  const handle = createFrontDoor({
    routes: delivery.routes,
    corsOrigins: [],
    log: pino({ level: 'silent' }),
  });
  const server = createServer((request, response) => void handle(request, response));
  const url = await listen(server, port);
  const registry: TestRegistry = {
    url,
    key,
    used,
    publish(artifact) {
      current = artifact;
      listeners.forEach((listener) => listener(artifact));
    },
    offer(candidate) {
      offered = candidate;
      candidateListeners.forEach((listener) => listener(candidate !== undefined));
    },
    candidatesFetched: () => candidatesFetched,
    async kill() {
      running.delete(registry);
      delivery.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  running.add(registry);
  return registry;
}

export function makeKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateKey, publicPem: publicKey.export({ type: 'spki', format: 'pem' }) as string };
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export interface VersionParts extends Partial<GraphArtifact> {
  /** Published beside the contracts. */
  published?: Array<PublishedSubgraph & { sdl: string }>;
  contracts?: ContractFile[];
}

export function artifactOf(version: number, parts: VersionParts = {}): GraphArtifact {
  const { published = [], contracts = CONTRACTS, ...given } = parts;
  const supergraphSdl = given.supergraphSdl ?? compose(contracts, published);
  const owner = 'first-home';
  return {
    version,
    publishedAt: '2026-11-22T00:00:00.000Z',
    supergraphSdl,
    plannableSdl: supergraphSdl && toPlannable(supergraphSdl),
    subgraphs: [
      ...contracts.map(({ name }) => ({ name, owner })),
      ...published.map(({ name, owner: its, url }) => ({ name, owner: its, url })),
    ],
    shards: { version, shards: [], notJoined: [] },
    ...given,
  };
}

function compose(contracts: ContractFile[], published: Array<{ name: string; sdl: string }>): string {
  const composed = composeSupergraph([
    ...contracts,
    ...published.map(({ name, sdl }) => ({ name, sdl, answeredBy: 'ordinary' as const })),
  ]);
  if (!composed.ok) throw new Error(composed.faults.join('\n'));
  return composed.supergraphSdl;
}
