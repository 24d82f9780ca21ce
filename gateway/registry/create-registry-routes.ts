// Everything that the registry answers, by path: its API, its health, and what delivery hands to gateways.
import { type Exchange, replyJson } from '../http/reply';
import type { Route } from '../server';
import { answerApi } from './api/answer-api';
import { authenticate } from './api/authenticate';
import { createApiServer } from './api/create-api-server';
import type { ArtifactFeed } from './artifact-feed';
import type { RegistryConfig } from './config';
import { createDeliveryRoutes } from './delivery/create-delivery-routes';
import type { SigningKey } from './delivery/signing-key';
import { anchorAudit } from './verbs/audit';
import { recordUse } from './verbs/record-use';
import type { RegistryGround } from './verbs/registry-ground';

export interface RegistryRoutes {
  routes: ReadonlyMap<string, Route>;
  /** Ends what would stay open for ever, so that the rest can be finished. */
  endStreams(): void;
  close(): Promise<void>;
}

export async function createRegistryRoutes(
  config: RegistryConfig,
  ground: RegistryGround,
  { feed, key, shardKeys }: { feed: ArtifactFeed; key: SigningKey; shardKeys: object },
): Promise<RegistryRoutes> {
  const { requestDeadlineMs: deadlineMs, bodyLimit, gatewayUrl, isOpen } = config;
  const delivery = createDeliveryRoutes(
    {
      current: feed.current,
      onVersion: feed.onVersion,
      candidate: feed.candidate,
      onCandidate: feed.onCandidate,
      authenticate: (exchange) => authenticate(ground, exchange),
      recordUse: (report) => recordUse(ground, report),
      anchorAudit: () => anchorAudit(ground),
    },
    { key, gatewayUrl, contracts: ground.contracts, isOpen },
  );
  const server = await createApiServer(ground);
  const api = { ground, server, bodyLimit, deadlineMs };
  const routes = new Map<string, Route>([
    ['/graphql', { methods: ['GET', 'POST'], handle: (exchange) => answerApi(exchange, api) }],
    ['/health/live', readRoute((exchange) => replyJson(exchange, 200, { status: 'live' }))],
    ['/health/ready', readRoute((exchange) => reportReady(exchange, feed))],
    // As the gateway has its own: the keys by which shards know the registry.
    ['/.well-known/lianxi-keys', readRoute((exchange) => replyJson(exchange, 200, shardKeys))],
    ...delivery.routes,
  ]);
  return { routes, endStreams: delivery.close, close: () => server.stop() };
}

function readRoute(handle: Route['handle']): Route {
  return { methods: ['GET', 'HEAD'], handle };
}

/** Ready when the database answers. */
async function reportReady(exchange: Exchange, feed: ArtifactFeed): Promise<void> {
  const artifact = await feed.current().catch(() => null);
  replyJson(exchange, artifact ? 200 : 503, {
    status: artifact ? 'ready' : 'the database does not answer',
    version: artifact?.version ?? null,
  });
}
