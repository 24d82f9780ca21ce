// What gateways are set upon in one workload: subgraphs, contracts and shards, told between the processes.
import type { Shard } from '../../gateway/sharding/shard-list';
import type { ContractFile } from '../../gateway/supergraph/contract-file';

export type GroundName = 'shop' | 'small' | 'demonstration' | 'shards';

export interface Subgraph {
  name: string;
  url: string;
  /** For gateways that know Federation 1 only. */
  plainUrl: string;
  sdl: string;
}

export interface Ground {
  /** None where the ground is sharded: gateways other than ours cannot stand on it. */
  subgraphs: Subgraph[];
  contracts: ContractFile[];
  shards: Shard[];
}
