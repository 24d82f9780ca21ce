// What the registry lends to delivery: the newest version, word of each new one, who asks, and where recorded use is kept.
import type { Logger } from 'pino';
import type { GraphArtifact, GraphCandidate } from '../supergraph/graph-artifact';
import type { Exchange } from '../http/reply';
import type { UseReport } from '../usage/use-count';
import type { AuditAnchor } from './domain/audit-chain';
import type { Actor } from './domain/actor';

export interface DeliveryGround {
  /** Read from the database once a version; kept after. */
  current(): Promise<GraphArtifact>;
  /** Called after a version is stored, in order. The answer takes the listener off. */
  onVersion(listener: (artifact: GraphArtifact) => void): () => void;
  /** What is checked now and may become the next version. */
  candidate(): GraphCandidate | undefined;
  onCandidate(listener: (isOffered: boolean) => void): () => void;
  /** By the bearer token; null when there is none that is valid. */
  authenticate(exchange: Exchange): Promise<Actor | null>;
  /** Adds the counts of a report, once. Throws a refusal for what is out of bounds. */
  recordUse(report: UseReport): Promise<void>;
  /** Where the audit log stands; whoever fetches the graph is told, so that it is known elsewhere too. */
  anchorAudit(): Promise<AuditAnchor | null>;
  log: Logger;
}
