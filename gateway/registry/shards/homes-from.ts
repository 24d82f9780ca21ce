// Where the homes of a published shard come from: the shard that serves each now, if it is another or at another address.
import type { GraphState } from '../domain/graph-state';
import type { ShardPublication } from '../publication';

export function homesFrom(
  { name, url, homes }: ShardPublication,
  { shards }: GraphState,
): Map<string, ShardPublication> {
  const from = new Map<string, ShardPublication>();
  for (const shard of shards) {
    if (shard.name === name && shard.url === url) continue;
    for (const home of shard.homes) if (homes.includes(home)) from.set(home, shard);
  }
  return from;
}

/** The same as lines, to compare: `<home> <shard> <url>`. */
export function placesLeft(publication: ShardPublication, state: GraphState): string[] {
  return [...homesFrom(publication, state)].map(([home, { name, url }]) => `${home} ${name} ${url}`);
}
