// Which fields are keys of which types: with these alone a subgraph refers to an entity that it may know nothing else of.
import type { Schema } from '@apollo/federation-internals';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';

/** By the name of an object or interface type: the fields at the top of its keys, those of all subgraphs together. */
export type KeyTable = ReadonlyMap<string, ReadonlySet<string>>;

/** Of the supergraph's schema. */
export function readKeyTable(schema: Schema): KeyTable {
  const table = new Map<string, Set<string>>();
  for (const type of [...schema.objectTypes(), ...schema.interfaceTypes()]) {
    const joins = type.appliedDirectivesOf('join__type').map((it) => it.arguments() as { key?: string });
    const keys = joins.flatMap(({ key }) => (key === undefined ? [] : topFields(key)));
    if (keys.length > 0) table.set(type.name, new Set(keys));
  }
  return table;
}

function topFields(fieldSet: string): string[] {
  const [operation] = parse(`{${fieldSet}}`, { noLocation: true }).definitions as OperationDefinitionNode[];
  return operation!.selectionSet.selections.flatMap((it) => (it.kind === Kind.FIELD ? [it.name.value] : []));
}
