// What routers and gateways ask the registry for: the graph in two forms, its key, word of new versions; and where use is reported.
import { type Exchange, replyRefusal, replyText } from '../../http/reply';
import type { Route } from '../../server';
import type { GraphArtifact } from '../../supergraph/graph-artifact';
import type { AuditAnchor } from '../domain/audit-chain';
import type { DeliveryGround } from '../delivery-ground';
import { type DocumentsOptions, createDocuments } from './create-documents';
import { type SignedDocument, replyDocument } from './signed-document';
import { type VersionStreamOptions, createVersionStream } from './stream-versions';
import { takeUse } from './take-use';

export interface DeliveryOptions extends DocumentsOptions, VersionStreamOptions {
  /** Whether the graph is read without a token. What is no version yet never is, and use is never reported without one. */
  isOpen: boolean;
}

export interface Delivery {
  /** By path; to be put among the registry's own. */
  routes: ReadonlyMap<string, Route>;
  close(): void;
}

const READS = ['GET', 'HEAD'];

export function createDeliveryRoutes(
  ground: Pick<DeliveryGround, 'current' | 'onVersion' | 'authenticate' | 'recordUse'> &
    Partial<Pick<DeliveryGround, 'anchorAudit' | 'candidate' | 'onCandidate'>>,
  options: DeliveryOptions,
): Delivery {
  const documents = createDocuments(options);
  const stream = createVersionStream(options);
  const unlisten = [
    ground.onVersion(({ version }) => stream.tell(version)),
    ground.onCandidate?.(stream.tellCandidate),
  ];
  const read = (
    methods: string[],
    handle: (exchange: Exchange, artifact: GraphArtifact) => void | Promise<void>,
  ): Route => ({
    methods,
    handle: async (exchange) => {
      if (options.isOpen || (await isGateway(exchange))) await handle(exchange, await ground.current());
    },
  });
  const hand = (documentOf: (artifact: GraphArtifact) => SignedDocument) =>
    read(READS, async (exchange, artifact) => {
      if (artifact.supergraphSdl === '') return refuseEmpty(exchange);
      const anchor = await ground.anchorAudit?.();
      if (anchor) exchange.response.setHeader('x-lianxi-audit', headerOf(anchor));
      replyDocument(exchange, documentOf(artifact));
    });
  return {
    routes: new Map<string, Route>([
      ['/graph', hand(documents.graph)],
      ['/graph/candidate', { methods: READS, handle: replyCandidate }],
      ['/supergraph', hand(documents.supergraph)],
      ['/supergraph/key', { methods: READS, handle: replyKey }],
      // A HEAD would take a listener's place.
      ['/events', read(['GET'], (exchange, { version }) => stream.open(exchange, version))],
      ['/usage', { methods: ['POST'], handle: reportUse }],
    ]),
    close() {
      unlisten.forEach((leave) => leave?.());
      stream.close();
    },
  };

  /** Signed for each gateway that asks; there are few, and it is on offer for a moment. It may still be refused. */
  async function replyCandidate(exchange: Exchange): Promise<void> {
    if (!(await isGateway(exchange))) return;
    const candidate = ground.candidate?.();
    if (candidate) replyDocument(exchange, documents.candidate(candidate));
    else refuseNothingOffered(exchange);
  }

  function replyKey(exchange: Exchange): void {
    replyText(exchange, 200, 'application/x-pem-file', options.key.publicPem);
  }

  async function reportUse(exchange: Exchange): Promise<void> {
    if (await isGateway(exchange)) await takeUse(exchange, ground);
  }

  /** A refusal is sent where it is not. */
  async function isGateway(exchange: Exchange): Promise<boolean> {
    const actor = await ground.authenticate(exchange);
    if (actor?.purpose === 'GATEWAY' || actor?.purpose === 'STREET') return true;
    refuseStranger(exchange, actor ? 403 : 401);
    return false;
  }
}

/** `<sequence>:<hash>`, as `audit verify --kept` takes it, and its signature. */
function headerOf({ sequence, hash, signature }: AuditAnchor): string {
  return `${sequence}:${hash} ${signature}`;
}

function refuseStranger(exchange: Exchange, status: 401 | 403): void {
  if (status === 401) exchange.response.setHeader('www-authenticate', 'Bearer');
  exchange.request.resume();
  replyRefusal(exchange, status, status === 401 ? 'UNAUTHENTICATED' : 'FORBIDDEN', {
    zh: '这里只供网关读取；请在 Authorization 头里带上街道发给网关的令牌：Bearer <令牌>。',
    en: 'This is for gateways only; send the token that the street gave to the gateway: Authorization: Bearer <token>.',
  });
}

function refuseNothingOffered(exchange: Exchange): void {
  replyRefusal(exchange, 404, 'NOT_FOUND', {
    zh: '此刻没有正在检查的图；现行的图在 /graph。',
    en: 'No graph is being checked now; the one in force is at /graph.',
  });
}

function refuseEmpty(exchange: Exchange): void {
  replyRefusal(exchange, 404, 'NOT_FOUND', {
    zh: '还没有任何子图发布；先发布一个，再来读取。',
    en: 'Nothing was published yet; publish a subgraph first.',
  });
}
