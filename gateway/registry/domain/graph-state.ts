// What the graph consists of at one version, and how a change makes the next state of it.
import type { NotJoined } from '../../sharding/shard-list';
import type { ShardPublication, SubgraphPublication } from '../publication';

export interface GraphState {
  subgraphs: SubgraphPublication[];
  shards: ShardPublication[];
  notJoined: NotJoined[];
}

export const NOTHING: GraphState = { subgraphs: [], shards: [], notJoined: [] };

/** A subgraph keeps its place in the order of first publication. */
export function withSubgraph(state: GraphState, publication: SubgraphPublication): GraphState {
  return { ...state, subgraphs: replaced(state.subgraphs, publication) };
}

export function withoutSubgraph(state: GraphState, name: string): GraphState {
  return { ...state, subgraphs: state.subgraphs.filter((each) => each.name !== name) };
}

/** Its homes leave the shards that had them: a home is on one shard, whatever it speaks. */
export function withShard(state: GraphState, publication: ShardPublication): GraphState {
  const taken = new Set(publication.homes);
  const others = state.shards.map((shard) =>
    shard.name === publication.name
      ? shard
      : { ...shard, homes: shard.homes.filter((home) => !taken.has(home)) },
  );
  return settled(state, replaced(others, publication));
}

/** Name of the shard that serves a home; undefined where none does. */
export function shardOf({ shards }: GraphState, home: string): string | undefined {
  return shards.find(({ homes }) => homes.includes(home))?.name;
}

/** The shard as it is with this home beside its others; undefined when there is none of that name. */
export function shardWithHome(
  { shards }: GraphState,
  { home, to }: { home: string; to: string },
): ShardPublication | undefined {
  const shard = shards.find(({ name }) => name === to);
  return shard && { ...shard, homes: [...new Set([...shard.homes, home])] };
}

export function withoutShard(state: GraphState, name: string): GraphState {
  return settled(
    state,
    state.shards.filter((shard) => shard.name !== name),
  );
}

/** A home with contracts that nobody serves for it is known as not joined, so that its absence is always said. */
export function withWish(state: GraphState, home: string, contracts: string[]): GraphState {
  return { ...state, notJoined: missing([...state.notJoined, { home, contracts }], state.shards) };
}

/** What a shard served and no shard serves now stays known as missing. */
function settled(before: GraphState, shards: ShardPublication[]): GraphState {
  const served = before.shards.flatMap(({ homes, contracts }) => homes.map((home) => ({ home, contracts })));
  return { ...before, shards, notJoined: missing([...before.notJoined, ...served], shards) };
}

function missing(wishes: NotJoined[], shards: ShardPublication[]): NotJoined[] {
  const wished = new Map<string, Set<string>>();
  for (const { home, contracts } of wishes)
    wished.set(home, new Set([...(wished.get(home) ?? []), ...contracts]));
  for (const { homes, contracts } of shards)
    for (const home of homes) contracts.forEach((contract) => wished.get(home)?.delete(contract));
  return [...wished]
    .filter(([, contracts]) => contracts.size > 0)
    .map(([home, contracts]) => ({ home, contracts: [...contracts].sort() }))
    .sort((a, b) => (a.home < b.home ? -1 : 1));
}

function replaced<Item extends { name: string }>(items: Item[], item: Item): Item[] {
  return items.some(({ name }) => name === item.name)
    ? items.map((each) => (each.name === item.name ? item : each))
    : [...items, item];
}
