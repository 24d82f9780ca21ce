// Which homes a scattered field asks, and which shards answer for them.
import { compareCodePoints } from '../../../schema/code-point-order';
import { quote, refuse } from '../../../schema/codes';
import { homeOf, parseId } from '../../../schema/id';
import type { ContractHomes } from '../contract-homes';
import type { HomePlace } from '../contract/contract';
import { valueAt } from '../plan/read-arguments';
import type { Shard } from '../shard-list';

export interface AskedHomes {
  shards: AskedShard[];
  /** Asked homes that no shard answers for. */
  notJoined: string[];
  /** All asked homes. */
  homes: readonly string[];
}

export interface AskedShard {
  shard: Shard;
  /** The homes that this shard is asked for, always sent explicitly. */
  homes: readonly string[];
  set: ReadonlySet<string>;
  /** JSON text of `homes`. */
  text: string;
}

const everything = new WeakMap<ContractHomes, AskedHomes>();

/** Throws BAD_ID for a malformed home, TOO_MANY for too many. */
export function askedHomes(
  view: ContractHomes,
  places: readonly HomePlace[],
  args: Record<string, unknown>,
  max: number,
): AskedHomes {
  const pruned = prune(places, args, max);
  if (pruned) return splitByShard(view, [...pruned].sort(compareCodePoints));
  let all = everything.get(view);
  if (!all) everything.set(view, (all = splitByShard(view, view.homes)));
  return all;
}

/** The homes that the caller's arguments leave; null when they say nothing. */
function prune(places: readonly HomePlace[], args: Record<string, unknown>, max: number): Set<string> | null {
  const sets = places.flatMap((place) => homesAt(place, args, max) ?? []);
  return sets.length === 0
    ? null
    : sets.reduce((left, homes) => new Set([...left].filter((home) => homes.has(home))));
}

function homesAt(place: HomePlace, args: Record<string, unknown>, max: number): Set<string> | null {
  const value = valueAt(args, place);
  if (value === null || value === undefined) return null;
  const ids: unknown[] = Array.isArray(value) ? value : [value];
  if (ids.length > max) throw tooManyHomes(ids.length, max);
  const read = place.path.join() === 'homes' ? readHome : homeOf;
  return new Set(ids.filter((id) => id !== null).map((id) => read(id)));
}

function readHome(home: unknown): string {
  if (parseId(home)?.kind !== undefined) throw notAHome(home);
  return homeOf(home);
}

function splitByShard(view: ContractHomes, homes: readonly string[]): AskedHomes {
  const byShard = new Map<Shard, string[]>();
  const notJoined: string[] = [];
  for (const home of homes) {
    const shard = view.shardOf.get(home);
    if (!shard) notJoined.push(home);
    else if (byShard.has(shard)) byShard.get(shard)!.push(home);
    else byShard.set(shard, [home]);
  }
  const shards = [...byShard].map(([shard, asked]) => ({
    shard,
    homes: asked,
    set: new Set(asked),
    text: JSON.stringify(asked),
  }));
  return { shards, notJoined, homes };
}

function tooManyHomes(count: number, max: number) {
  return refuse('TOO_MANY', {
    zh: `homes 中有 ${count} 个单位，最多 ${max} 个；请减少，或省去 homes 以询问全部。`,
    en: `homes names ${count} organizations, at most ${max} are allowed; name fewer, or leave homes out to ask all.`,
  });
}

function notAHome(id: unknown) {
  return refuse('BAD_ID', {
    zh: `homes 中的 ${quote(id)} 不是单位的编号；请写单位编号（第一个点之前的部分）。`,
    en: `${quote(id)} in homes is not the id of an organization; write the part before the first dot.`,
  });
}
