// Every field of the registry's API as one operation each, made from its schema, so that a new field is asked without being named.
import {
  buildSchema,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { readApiSdl } from '../../../gateway/registry/api/create-api-server';
import type { Answer, OpenRegistry } from './open-registry';
import { STREET } from './small-parts';

export const EVERY_FIELD: readonly { field: string; operation: string }[] = everyField();

/** By field, such as `Query.me`: NULL, ANSWERED, or the code of the refusal. One after the other, queries first. */
export async function answersTo(
  { ask }: OpenRegistry,
  token: string | null,
): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const { field, operation } of EVERY_FIELD) answers[field] = kindOf(await ask(operation, {}, token));
  return answers;
}

function kindOf({ data, errors }: Answer): string {
  if (errors) return errors.map(({ extensions }) => extensions.code).join();
  return data.result === null ? 'NULL' : 'ANSWERED';
}

function everyField() {
  const schema = buildSchema(readApiSdl());
  return [schema.getQueryType()!, schema.getMutationType()!].flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({
      field: `${type.name}.${field.name}`,
      operation: `${type.name.toLowerCase()} { result: ${callOf(field)} }`,
    })),
  );
}

function callOf({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const given = args.filter(isRequiredArgument).map(valueFor).join(', ');
  return `${name}${given && `(${given})`}${isCompositeType(getNamedType(type)) ? ' { __typename }' : ''}`;
}

function valueFor({ name, type }: GraphQLArgument | GraphQLInputField): string {
  return `${name}: ${literalOf(type)}`;
}

/** Every text is the street's home: it may not join again, and owns no token or proposal by that id. */
function literalOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literalOf(type.ofType);
  if (isListType(type)) return `[${literalOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map(valueFor).join(', ')} }`;
  }
  return type.name === 'Int' ? '1' : type.name === 'Boolean' ? 'true' : `"${STREET}"`;
}
