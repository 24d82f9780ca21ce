// One entry of the history: what changed, who changed it, and the graph that came of it.
import type { ComposedGraph } from '../check/check-input';
import type { GraphState } from './graph-state';

export const VERSION_KINDS = [
  'SEEDED',
  'JOINED',
  'SUBGRAPH_PUBLISHED',
  'SUBGRAPH_RETIRED',
  'SHARD_PUBLISHED',
  'SHARD_RETIRED',
  'HOME_MOVED',
  'ROLLED_BACK',
] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

export interface VersionEntry {
  number: number;
  kind: VersionKind;
  /** Name of the subgraph or shard, home of the organization, or number of the version that it equals. */
  subject: string;
  /** Home, token and address of whoever changed it. */
  by: string;
  token: string;
  from: string;
  /** ISO 8601, UTC. */
  at: string;
  /** The proposal that was approved, if it had to wait. */
  proposal: string | null;
}

export interface Version extends VersionEntry {
  state: GraphState;
  composed: ComposedGraph;
}

export type VersionOutline = Pick<Version, 'number' | 'state'>;

export type VersionDraft = Omit<Version, 'number'>;
