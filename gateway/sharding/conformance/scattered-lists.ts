// The lists of a contract that a shard is examined on, read from the contract's SDL.
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

export interface ScatteredList {
  /** Root field of the list. */
  field: string;
  /** Type of its nodes. */
  typeName: string;
  /** Name of the enum of its orders. */
  orderEnum: string;
  orders: string[];
}

/** Root connections with @scatter and an `orderBy`. */
export function scatteredLists(schema: GraphQLSchema): ScatteredList[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const typeName = nodeType(field);
    const order = orderEnum(field);
    return typeName && order && isScattered(field) ? [{ field: field.name, typeName, ...order }] : [];
  });
}

function isScattered(field: GraphQLField<unknown, unknown>): boolean {
  return field.astNode?.directives?.some(({ name }) => name.value === 'scatter') ?? false;
}

function nodeType(field: GraphQLField<unknown, unknown>): string | undefined {
  const edge = fieldType(getNamedType(field.type), 'edges');
  return edge && fieldType(edge, 'node')?.name;
}

function fieldType(type: unknown, name: string): GraphQLObjectType | undefined {
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  const named = field && getNamedType(field.type);
  return isObjectType(named) ? named : undefined;
}

function orderEnum(
  field: GraphQLField<unknown, unknown>,
): { orderEnum: string; orders: string[] } | undefined {
  const order = field.args.find(({ name }) => name === 'orderBy');
  const input = order && getNamedType(order.type);
  const values = isInputObjectType(input) ? getNamedType(input.getFields().field!.type) : undefined;
  return isEnumType(values)
    ? { orderEnum: values.name, orders: values.getValues().map(({ name }) => name) }
    : undefined;
}
