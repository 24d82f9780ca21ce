// How things stand on the map, in numbers and names.
import type { GraphMap } from '../../graph-map';

export interface Standing {
  /** Names of shards that do not answer. */
  silent: string[];
  homes: number;
  silentHomes: number;
  /** Organizations of the directory that the list neither serves nor calls not joined. */
  unlisted: string[];
}

export function standingOf({ shards, notJoined }: GraphMap, names: ReadonlyMap<string, string>): Standing {
  const silent = shards.filter(({ reachable }) => !reachable);
  const count = (some: GraphMap['shards']) => some.reduce((sum, { homes }) => sum + homes.length, 0);
  const listed = new Set([...shards.flatMap(({ homes }) => homes), ...notJoined.map(({ home }) => home)]);
  return {
    silent: silent.map(({ name }) => name),
    homes: count(shards),
    silentHomes: count(silent),
    unlisted: [...names].filter(([id]) => !listed.has(id)).map(([, name]) => name),
  };
}
