// The newest version as gateways get it, kept in memory, and word of each new one to whoever listens.
import type { Logger } from 'pino';
import type { GraphArtifact, GraphCandidate } from '../supergraph/graph-artifact';
import type { Store } from './domain/book';
import type { Version } from './domain/version';

export interface ArtifactFeed {
  current(): Promise<GraphArtifact>;
  onVersion(listener: (artifact: GraphArtifact) => void): () => void;
  announce(version: Version): void;
  /** What is checked now and may become the next version; at most one. */
  candidate(): GraphCandidate | undefined;
  offer(candidate: GraphCandidate): void;
  /** What was offered, and is no version, is offered no more. */
  withdraw(): void;
  /** Told whether there is one. */
  onCandidate(listener: (isOffered: boolean) => void): () => void;
}

/** A graph that was offered in vain has cost every gateway the building of it; no other is offered for so long. */
const AFTER_VAIN_OFFER_MS = 10_000;

export function createArtifactFeed(store: Store, log: Logger): ArtifactFeed {
  const listeners = new Set<(artifact: GraphArtifact) => void>();
  const candidates = createCandidateOffer();
  let kept: GraphArtifact | undefined;
  return {
    /** Another registry on the same database may have appended, so the number is asked each time. */
    async current() {
      const number = await store.read.headNumber();
      if (kept?.version === number) return kept;
      const version = await store.read.version(number);
      if (!version) throw new Error('The registry has no version yet.');
      return (kept = toArtifact(version));
    },
    onVersion(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    announce(version) {
      candidates.accept();
      kept = toArtifact(version);
      const { number, kind, subject } = version;
      log.info({ version: number, kind, subject, by: version.by }, 'a new version of the graph');
      for (const listener of listeners) tell(listener, kept);
    },
    candidate: candidates.current,
    offer: candidates.offer,
    withdraw: candidates.withdraw,
    onCandidate: candidates.onChange,
  };

  function tell(listener: (artifact: GraphArtifact) => void, artifact: GraphArtifact): void {
    try {
      listener(artifact);
    } catch (fault) {
      log.error({ fault: (fault as Error).name }, 'a listener of new versions failed');
    }
  }
}

function createCandidateOffer() {
  const listeners = new Set<(isOffered: boolean) => void>();
  let offered: GraphCandidate | undefined;
  let quietUntil = 0;
  return {
    current: () => offered,
    offer(candidate: GraphCandidate) {
      if (performance.now() < quietUntil) return;
      offered = candidate;
      listeners.forEach((listener) => listener(true));
    },
    withdraw() {
      if (!offered) return;
      offered = undefined;
      quietUntil = performance.now() + AFTER_VAIN_OFFER_MS;
      listeners.forEach((listener) => listener(false));
    },
    /** Gateways are told of the version. */
    accept: () => void (offered = undefined),
    onChange(listener: (isOffered: boolean) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export function toArtifact({
  number,
  at,
  state,
  composed,
}: Pick<Version, 'number' | 'at' | 'state' | 'composed'>): GraphArtifact {
  const { subgraphs, shards, notJoined } = state;
  return {
    version: number,
    publishedAt: at,
    supergraphSdl: composed.supergraphSdl,
    plannableSdl: composed.plannableSdl,
    subgraphs: subgraphs.map(({ name, owner, url, addresses }) => ({
      name,
      owner,
      ...(url && { url, addresses }),
    })),
    shards: {
      version: number,
      shards: shards.map(({ name, url, contracts, homes }) => ({ name, url, contracts, homes })),
      notJoined,
    },
  };
}
