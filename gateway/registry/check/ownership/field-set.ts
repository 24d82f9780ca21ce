// Which fields a field set of `@provides` or `@key` names, by the types that it leads to.
import { Kind, type SelectionSetNode } from 'graphql';
import { parseFieldSet } from '../../../access/parse-field-set';
import type { GraphMembers } from '../graph-members';

/** Coordinates. On an interface a field is that of whichever of its implementations, so those are named too. */
export function coordinatesIn(fields: string, type: string, graph: GraphMembers): Set<string> {
  const found = new Set<string>();
  walk(parseFieldSet(fields), [type]);
  return found;

  /** All types at once: a set that is nested deeply is gone through once, however many implementations there are. */
  function walk({ selections }: SelectionSetNode, named: string[]): void {
    const types = withImplementations(named, graph);
    for (const it of selections) {
      if (it.kind === Kind.INLINE_FRAGMENT)
        walk(it.selectionSet, it.typeCondition ? [it.typeCondition.name.value] : named);
      if (it.kind !== Kind.FIELD) continue;
      const members = types.flatMap((name) => graph.members.get(`${name}.${it.name.value}`) ?? []);
      members.forEach(({ coordinate }) => found.add(coordinate));
      const returned = members.map(({ shape }) => namedType(shape));
      if (it.selectionSet) walk(it.selectionSet, returned);
    }
  }
}

/** Many sets are read of one graph. */
const known = new WeakMap<GraphMembers, Map<string, string[]>>();

function withImplementations(types: string[], graph: GraphMembers): string[] {
  const implementations = known.get(graph) ?? readImplementations(graph);
  known.set(graph, implementations);
  return [...new Set(types.flatMap((type) => [type, ...(implementations.get(type) ?? [])]))];
}

function readImplementations({ members }: GraphMembers): Map<string, string[]> {
  const read = new Map<string, string[]>();
  for (const { kind, type, shape } of members.values()) {
    if (kind !== 'interface') continue;
    const types = read.get(shape);
    if (types) types.push(type);
    else read.set(shape, [type]);
  }
  return read;
}

/** `[Stall!]!` → `Stall`. */
export function namedType(shape: string): string {
  return shape.replace(/[[\]!]/g, '');
}
