// What the types of a contract look like to the layer: connections, coverage, entities.
import {
  getNamedType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** The type whose fields the layer answers by itself, wherever it stands. */
export const COVERAGE = 'Coverage';

export function isConnection(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && 'edges' in named.getFields() && 'pageInfo' in named.getFields();
}

/** An object that reports its coverage and is no connection. */
export function isSummary(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return (
    isObjectType(named) &&
    !isConnection(named) &&
    Object.values(named.getFields()).some((field) => isCoverage(field.type))
  );
}

export function isCoverage(type: GraphQLOutputType): boolean {
  return getNamedType(type).name === COVERAGE;
}

export function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** The object types that a value of this type can be; none for a leaf. */
export function possibleTypes(schema: GraphQLSchema, type: GraphQLOutputType): readonly GraphQLObjectType[] {
  const named = getNamedType(type);
  if (isObjectType(named)) return [named];
  return isAbstractType(named) ? schema.getPossibleTypes(named) : [];
}

/** Whether the innermost value may be null: `X` and `[X]!`, not `X!` or `[X!]`. */
export function isInnermostNullable(type: GraphQLOutputType): boolean {
  if (isNonNullType(type)) return isList(type) && isInnermostNullable(type.ofType);
  return isListType(type) ? isInnermostNullable(type.ofType) : true;
}
