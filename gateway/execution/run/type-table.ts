// Which types of the supergraph stand for which others, hidden ones included.
import { type GraphQLSchema, isInterfaceType, isObjectType, isUnionType } from 'graphql';
import type { JsonObject } from './run';

/** By the name of an object or interface type: the abstract types that it is an instance of. */
export type TypeTable = ReadonlyMap<string, ReadonlySet<string>>;

export function readTypeTable(supergraph: GraphQLSchema): TypeTable {
  const table = new Map<string, Set<string>>();
  const types = Object.values(supergraph.getTypeMap());
  for (const type of types) {
    if (isObjectType(type) || isInterfaceType(type)) {
      table.set(type.name, new Set(type.getInterfaces().map(({ name }) => name)));
    }
  }
  for (const union of types.filter(isUnionType)) {
    for (const { name } of union.getTypes()) table.get(name)?.add(union.name);
  }
  return table;
}

export function isInstance(table: TypeTable, typename: unknown, condition: string): boolean {
  return typename === condition || (table.get(typename as string)?.has(condition) ?? false);
}

/** Data without a `__typename` is taken to be what the plan expects there. */
export function mayBeInstance(table: TypeTable, object: JsonObject, condition: string): boolean {
  return !object.__typename || isInstance(table, object.__typename, condition);
}
