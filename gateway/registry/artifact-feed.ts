// The newest version as gateways get it, kept in memory, and word of each new one to whoever listens.
import type { Logger } from 'pino';
import type { GraphArtifact } from '../supergraph/graph-artifact';
import type { Store } from './domain/book';
import type { Version } from './domain/version';

export interface ArtifactFeed {
  current(): Promise<GraphArtifact>;
  onVersion(listener: (artifact: GraphArtifact) => void): () => void;
  announce(version: Version): void;
}

export function createArtifactFeed(store: Store, log: Logger): ArtifactFeed {
  const listeners = new Set<(artifact: GraphArtifact) => void>();
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
      kept = toArtifact(version);
      const { number, kind, subject } = version;
      log.info({ version: number, kind, subject, by: version.by }, 'a new version of the graph');
      for (const listener of listeners) tell(listener, kept);
    },
  };

  function tell(listener: (artifact: GraphArtifact) => void, artifact: GraphArtifact): void {
    try {
      listener(artifact);
    } catch (fault) {
      log.error({ fault: (fault as Error).name }, 'a listener of new versions failed');
    }
  }
}

export function toArtifact({ number, at, state, composed }: Version): GraphArtifact {
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
