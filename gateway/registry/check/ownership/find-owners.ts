// Who owns what of the graph: the owner of a type or field is the subgraph that first defined it.
import type { GraphMembers, Member } from '../graph-members';

export type Owners = ReadonlyMap<string, string>;

/**
 * Owners that are known stay while what they own is there; the rest goes to the first definer in the order of first
 * publication. Who only extends a type, or holds its key, owns it only when nobody defines it.
 */
export function findOwners(graph: GraphMembers, order: string[], known: Record<string, string> = {}): Owners {
  const rank = new Map(order.map((name, i) => [name, i]));
  const owners = new Map<string, string>();
  for (const [key, member] of graph.members) {
    const kept = Object.hasOwn(known, key) ? known[key]! : undefined;
    const owner = kept !== undefined && rank.has(kept) ? kept : firstDefiner(member);
    if (owner !== undefined) owners.set(key, owner);
  }
  return owners;

  function firstDefiner({ kind, type, definers }: Member): string | undefined {
    if (definers.length === 1) return definers[0];
    const guests = kind === 'type' ? graph.types.get(type)?.guests : undefined;
    const hosts = definers.filter((it) => !guests?.has(it));
    return (hosts.length > 0 ? hosts : definers).toSorted((a, b) => placeIn(a) - placeIn(b))[0];
  }

  function placeIn(name: string): number {
    return rank.get(name) ?? Infinity;
  }
}

/** Of the member itself, or of the type that it lies in. */
export function ownerOf(owners: Owners, key: string, { type }: Pick<Member, 'type'>): string | undefined {
  return owners.get(key) ?? owners.get(type);
}
