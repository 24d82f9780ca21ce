// Finds the entities that belong to another contract and have nothing here that could tell whether they exist.
import { isObjectType, type GraphQLSchema } from 'graphql';
import type { Field, FieldRule } from './contract';
import { isConnection, isSummary } from './type-shape';

/** Beside the key such a type has only what the layer can fill: scattered fields, connections and summaries. */
export function findStubs(
  schema: GraphQLSchema,
  rules: ReadonlyMap<Field, FieldRule>,
  entities: readonly string[],
): Set<string> {
  const isFillable = (field: Field) =>
    field.name === 'id' ||
    rules.get(field)?.scatter !== undefined ||
    isConnection(field.type) ||
    isSummary(field.type);
  return new Set(
    entities.filter((name) => {
      const type = schema.getType(name);
      return isObjectType(type) && Object.values(type.getFields()).every(isFillable);
    }),
  );
}
