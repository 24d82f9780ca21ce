// The free texts of an input, wherever they stand in it, as its GraphQL type says: every String, whatever the mutation.
import {
  getNullableType,
  GraphQLString,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
} from 'graphql';

export interface FreeText {
  /** Where it stands, e.g. `purpose` or `assignments[1].text`. */
  field: string;
  text: string;
}

/** `value` is the coerced value of an argument of this type. */
export function textsIn(type: GraphQLInputType, value: unknown, field = ''): FreeText[] {
  if (value === null || value === undefined) return [];
  const nullable = getNullableType(type);
  if (nullable === GraphQLString) return [{ field, text: value as string }];
  if (isListType(nullable))
    return (value as unknown[]).flatMap((each, at) =>
      textsIn(nullable.ofType as GraphQLInputType, each, `${field}[${at}]`),
    );
  if (!isInputObjectType(nullable)) return [];
  const given = value as Record<string, unknown>;
  return Object.entries(nullable.getFields()).flatMap(([name, inner]) =>
    textsIn(inner.type, given[name], field === '' ? name : `${field}.${name}`),
  );
}
