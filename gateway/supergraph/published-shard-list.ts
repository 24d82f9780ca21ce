// The list of shards as the graph that is served has it; before there is one, as a file has it that was named for this.
import { readFileSync } from 'node:fs';
import { type ShardList, parseShardList } from '../sharding/shard-list';
import type { ShardListSource } from '../sharding/watch-shard-list';

export interface PublishedShardList extends ShardListSource {
  put(list: ShardList): void;
}

const EMPTY: ShardList = { version: 0, shards: [], notJoined: [] };

export function createPublishedShardList(
  onChange: (list: ShardList) => void,
  firstFile?: string,
): PublishedShardList {
  let current = firstFile === undefined ? undefined : readFirst(firstFile);
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

/** It only bridges the time until the registry answers, so one that cannot be read is none. */
function readFirst(file: string): ShardList | undefined {
  try {
    return parseShardList(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
