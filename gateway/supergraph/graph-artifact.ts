// One version of the graph, whole: what the registry hands out, and what a gateway serves and keeps on disk.
import type { ShardList } from '../sharding/shard-list';

export interface PublishedSubgraph {
  name: string;
  /** Home of the organization that owns it. */
  owner: string;
  /** Absent for the project's own contracts: the gateway asks their shards. */
  url?: string;
  /** What the name in `url` resolved to when it was published and checked; it is asked there, and nowhere else. */
  addresses?: string[];
}

export interface GraphArtifact {
  /** Grows by one with each accepted change; a rollback is a new version too. */
  version: number;
  /** ISO 8601, UTC. */
  publishedAt: string;
  /** Everything, with the directives of access; what Apollo Router, Hive Gateway or Cosmo run. */
  supergraphSdl: string;
  /** Without the directives that the planner cannot load; those of access are enforced from `supergraphSdl`. */
  plannableSdl: string;
  subgraphs: PublishedSubgraph[];
  shards: ShardList;
}

/** What may become the next version: without a number, so that nobody can take it for one. */
export type GraphCandidate = Pick<GraphArtifact, 'supergraphSdl' | 'plannableSdl'>;
