// In what two supergraphs differ, as far as a plan can notice it.
import type { GraphDefinitions } from './graph-definitions';

/** Plain data: it crosses from thread to thread. */
export interface GraphDifference {
  /** What holds for the whole graph differs: the links of the schema, the directives, who is behind a subgraph's value. */
  isWhole: boolean;
  /** Names of definitions, as in GraphDefinitions. */
  definitions: ReadonlySet<string>;
  /** Coordinates of fields of the root types. */
  rootFields: ReadonlySet<string>;
}

/**
 * With the interfaces and unions of what changed: what becomes one of them changes what they may be. With the types of an
 * interface that changed as an interface object: what it has, they have. Which subgraphs there are says nothing by itself.
 */
export function differenceOf(before: GraphDefinitions, after: GraphDefinitions): GraphDifference {
  const own = differing(before.definitions, after.definitions);
  own.delete('join__Graph');
  const changed = new Set(own);
  for (const { abstractTypes, definitions } of [before, after]) {
    for (const [type, abstracts] of abstractTypes) {
      if (own.has(type)) abstracts.forEach((it) => changed.add(it));
      if (abstracts.some((it) => own.has(it) && isInterfaceObject(definitions.get(it)))) changed.add(type);
    }
  }
  return {
    isWhole: changesTheWhole(own) || renamesSubgraph(before, after),
    definitions: changed,
    rootFields: differing(before.rootFields, after.rootFields),
  };
}

function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Set<string> {
  const keys = new Set([...before.keys(), ...after.keys()]);
  for (const key of keys) if (before.get(key) === after.get(key)) keys.delete(key);
  return keys;
}

function changesTheWhole(changed: ReadonlySet<string>): boolean {
  return [...changed].some((name) => name === 'schema' || name.startsWith('@'));
}

/** The same words of a definition would mean another subgraph. */
function renamesSubgraph({ subgraphs }: GraphDefinitions, after: GraphDefinitions): boolean {
  return [...subgraphs].some(([value, name]) => (after.subgraphs.get(value) ?? name) !== name);
}

export function isInterfaceObject(definition: string | undefined): boolean {
  return definition?.includes('isInterfaceObject:') ?? false;
}
