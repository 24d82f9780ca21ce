// Everything that may change the graph or its members, as plain data: what is checked, proposed, approved and kept.
import type { ShardPublication, SubgraphPublication } from '../publication';

export interface JoinChange {
  kind: 'JOIN';
  home: string;
  name: string;
  homes: string[];
  contracts: string[];
}

/** Starts a move; the list of shards changes when the rows are there. */
export interface MoveHomeChange {
  kind: 'MOVE_HOME';
  home: string;
  /** Name of the shard. */
  to: string;
  by: string;
}

export type ProposedChange =
  | JoinChange
  | { kind: 'PUBLISH'; publication: SubgraphPublication }
  | { kind: 'RETIRE'; name: string; by: string }
  | { kind: 'PUBLISH_SHARD'; publication: ShardPublication }
  | { kind: 'RETIRE_SHARD'; name: string; by: string }
  | MoveHomeChange;

export function subjectOf(change: ProposedChange): string {
  switch (change.kind) {
    case 'JOIN':
      return `organization ${change.home}`;
    case 'PUBLISH':
      return `subgraph ${change.publication.name}`;
    case 'RETIRE':
      return `subgraph ${change.name}`;
    case 'PUBLISH_SHARD':
      return `shard ${change.publication.name}`;
    case 'RETIRE_SHARD':
      return `shard ${change.name}`;
    case 'MOVE_HOME':
      return `home ${change.home}`;
  }
}
