// Where a type is used: the fields that answer with it and the arguments and inputs that take it.
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

export interface Use {
  type: string;
  field: string;
}

export function usesOf(schema: GraphQLSchema, wanted: GraphQLNamedType): Use[] {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return types.flatMap((type) => {
    const using = spokenOf(type).filter(({ spoken }) => spoken.some((it) => getNamedType(it) === wanted));
    return using.map(({ name }) => ({ type: type.name, field: name }));
  });
}

/** Each field of a type with all types that it speaks of. */
function spokenOf(type: GraphQLNamedType): Array<{ name: string; spoken: GraphQLType[] }> {
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => ({ name: field.name, spoken: [field.type] }));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).map(({ name, type: own, args }) => ({
    name,
    spoken: [own, ...args.map((arg) => arg.type)],
  }));
}
