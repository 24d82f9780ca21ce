// Where the homes of a published shard come from: the shard that serves each now, if it is another.
import type { GraphState } from '../domain/graph-state';
import type { ShardPublication } from '../publication';

export function homesFrom(
  { name, homes }: ShardPublication,
  { shards }: GraphState,
): Map<string, ShardPublication> {
  const from = new Map<string, ShardPublication>();
  for (const shard of shards) {
    if (shard.name === name) continue;
    for (const home of shard.homes) if (homes.includes(home)) from.set(home, shard);
  }
  return from;
}
