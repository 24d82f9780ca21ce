// One contract's view of a shard list, computed once per version: who is asked, and who answers for a home.
import { compareCodePoints } from '../../schema/code-point-order';
import type { Shard, ShardList } from './shard-list';

export interface ContractHomes {
  /** Shards that speak the contract for at least one home, in the list's order. */
  shards: Shard[];
  /** Every home that is asked when a field scatters: served and not joined, by code point. */
  homes: string[];
  shardOf: Map<string, Shard>;
  /** Homes that would speak the contract, by code point. */
  notJoined: string[];
  /** Per shard the set of its homes: the only ones it may speak for (law 6). */
  homesOf: Map<Shard, Set<string>>;
}

const views = new WeakMap<ShardList, Map<string, ContractHomes>>();

export function homesOfContract(list: ShardList, contract: string): ContractHomes {
  let byContract = views.get(list);
  if (!byContract) views.set(list, (byContract = new Map()));
  let view = byContract.get(contract);
  if (!view) byContract.set(contract, (view = indexHomes(list, contract)));
  return view;
}

function indexHomes(list: ShardList, contract: string): ContractHomes {
  const shards = list.shards.filter((shard) => shard.contracts.includes(contract) && shard.homes.length > 0);
  const shardOf = new Map(shards.flatMap((shard) => shard.homes.map((home) => [home, shard] as const)));
  const notJoined = list.notJoined
    .filter((entry) => entry.contracts.includes(contract))
    .map((entry) => entry.home)
    .sort(compareCodePoints);
  return {
    shards,
    homes: [...shardOf.keys(), ...notJoined].sort(compareCodePoints),
    shardOf,
    notJoined,
    homesOf: new Map(shards.map((shard) => [shard, new Set(shard.homes)])),
  };
}
