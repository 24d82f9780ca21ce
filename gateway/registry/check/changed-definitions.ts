// The names of the definitions in which two supergraphs differ.
import type { GraphText } from './read-graph-text';

/**
 * With the interfaces of what changed: what becomes one of an interface's types changes what the interface may be. Which
 * subgraphs there are says nothing by itself.
 */
export function changedDefinitions(before: GraphText, after: GraphText): Set<string> {
  const changed = new Set<string>();
  for (const name of new Set([...before.definitions.keys(), ...after.definitions.keys()])) {
    if (before.definitions.get(name) === after.definitions.get(name) || name === 'join__Graph') continue;
    changed.add(name);
    for (const graph of [before, after]) graph.interfaces.get(name)?.forEach((it) => changed.add(it));
  }
  return changed;
}

/** What holds for the whole graph: the links of the schema, and the directives. */
export function changesTheWhole(changed: ReadonlySet<string>): boolean {
  return [...changed].some((name) => name === 'schema' || name.startsWith('@'));
}
