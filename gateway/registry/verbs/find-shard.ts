// The shard of a name in the list, or a refusal that says which there are.
import type { ShardPublication } from '../publication';
import { unknown } from './refusals';

export function findShard(shards: readonly ShardPublication[], name: string): ShardPublication {
  const shard = shards.find((each) => each.name === name);
  if (!shard)
    throw unknown(
      'shard',
      name,
      shards.map((each) => each.name),
    );
  return shard;
}
