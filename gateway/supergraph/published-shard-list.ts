// The list of shards as the graph that is served has it.
import type { ShardList } from '../sharding/shard-list';
import type { ShardListSource } from '../sharding/watch-shard-list';

export interface PublishedShardList extends ShardListSource {
  put(list: ShardList): void;
}

const EMPTY: ShardList = { version: 0, shards: [], notJoined: [] };

export function createPublishedShardList(onChange: (list: ShardList) => void): PublishedShardList {
  let current: ShardList | undefined;
  let text = '';
  return {
    current: () => current ?? EMPTY,
    isLoaded: () => current !== undefined,
    refresh: async () => undefined,
    stop: () => undefined,
    /** What is derived from a list is kept by the list, so one that differs in its number only changes nothing. */
    put(list) {
      const next = JSON.stringify([list.shards, list.notJoined]);
      if (next === text) return;
      text = next;
      current = list;
      onChange(list);
    },
  };
}
