// Every place of a contract's mutations where a String may be given, each with an input that has a text just there.
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { idOf } from '../../subgraphs/sharing/kit/sharing-rows';

export interface TextPlace {
  mutation: string;
  /** As a refusal names it, e.g. `assignments[0].text`. */
  field: string;
  input: object;
}

export function textPlaces(schema: GraphQLSchema, text: string): TextPlace[] {
  return Object.entries(schema.getMutationType()!.getFields()).flatMap(([mutation, { args }]) => {
    const type = getNullableType(args[0]!.type) as GraphQLInputObjectType;
    return placesIn(type, text).map(({ field, input }) => ({ mutation, field, input }));
  });
}

function placesIn(type: GraphQLInputObjectType, text: string): Omit<TextPlace, 'mutation'>[] {
  const rest = Object.fromEntries(
    Object.entries(type.getFields())
      .filter(([, field]) => isNonNullType(field.type))
      .map(([name, field]) => [name, anyOf(field.type)]),
  );
  return Object.entries(type.getFields())
    .filter(([name]) => name !== 'idempotencyKey')
    .flatMap(([name, field]) =>
      textsOf(field.type, text).map(({ path, value }) => ({
        field: name + path,
        input: { ...rest, [name]: value },
      })),
    );
}

/** The values of this type that hold the text once, and where. */
function textsOf(type: GraphQLInputType, text: string): { path: string; value: unknown }[] {
  const nullable = getNullableType(type);
  if (isListType(nullable))
    return textsOf(nullable.ofType as GraphQLInputType, text).map(({ path, value }) => ({
      path: `[0]${path}`,
      value: [value],
    }));
  if (isInputObjectType(nullable))
    return placesIn(nullable, text).map(({ field, input }) => ({ path: `.${field}`, value: input }));
  return getNamedType(nullable).name === 'String' ? [{ path: '', value: text }] : [];
}

const VALUES: Record<string, unknown> = {
  ID: idOf('yili', 'resource', 1),
  String: '文字',
  Int: 1,
  Float: 1,
  Boolean: true,
  Fen: '1',
  Day: '2026-12-01',
  DateTime: '2026-12-01T08:00:00+08:00',
};

function anyOf(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [anyOf(nullable.ofType as GraphQLInputType)];
  if (isEnumType(nullable)) return nullable.getValues()[0]!.name;
  if (!isInputObjectType(nullable)) return VALUES[nullable.toString()];
  const required = Object.entries(nullable.getFields()).filter(([, field]) => isNonNullType(field.type));
  return Object.fromEntries(required.map(([name, field]) => [name, anyOf(field.type)]));
}
