// Which root fields lead only to what stands as it stood: whatever could be asked through them still can be.
import { differenceOf } from '../../planning/carry/graph-difference';
import type { GraphText } from './read-graph-text';

/** Tells a root field by its coordinate. */
export type IsSettled = (rootField: string) => boolean;

/**
 * Whether queries through a root field can be answered follows from its own definition in the supergraph and from those of
 * all types that can be reached from it: from a type, keys lead only to the same type in other subgraphs, and what a key or
 * `@requires` asks for is reached through fields. A root type that one more subgraph has too offers no other way to a
 * field that this subgraph does not have. `before` is a graph of which all could be answered.
 */
export function settledRootFields(before: GraphText, after: GraphText): IsSettled {
  const { isWhole, definitions, rootFields } = differenceOf(before, after);
  if (isWhole) return () => false;
  const leadsToChange = leadingTo(definitions, after);
  return (field) => {
    const member = after.members.get(field);
    return !rootFields.has(field) && member !== undefined && !leadsToChange.has(namedIn(member.shape));
  };
}

/** The names themselves, and every type from which one of them can be reached. */
function leadingTo(changed: ReadonlySet<string>, { members }: GraphText): Set<string> {
  const origins = new Map<string, Set<string>>();
  const lead = (from: string, to: string) => {
    const known = origins.get(to);
    if (known) known.add(from);
    else origins.set(to, new Set([from]));
  };
  for (const { kind, type, shape } of members.values()) {
    if (kind === 'field' || kind === 'unionMember') lead(type, namedIn(shape));
    if (kind !== 'interface') continue;
    lead(type, shape);
    lead(shape, type);
  }
  const found = new Set(changed);
  for (const name of found) origins.get(name)?.forEach((origin) => found.add(origin));
  return found;
}

function namedIn(shape: string): string {
  return shape.replace(/[[\]!]/g, '');
}
