// Builds the API schema on the serving thread of the parts that the planning thread sent, giving way between its steps.
import {
  type DefinitionNode,
  GraphQLSchema,
  type GraphQLNamedType,
  type GraphQLSchemaConfig,
  Kind,
  isInterfaceType,
  isObjectType,
  isInputObjectType,
  isUnionType,
  parse,
  specifiedDirectives,
} from 'graphql';
import { extendSchemaImpl } from 'graphql/utilities/extendSchema';
import type { KeyTable } from '../execution/run/key-table';
import type { TypeTable } from '../execution/run/type-table';
import { createGiveWay } from './give-way';
import type { GraphDescription } from './planning-messages';

/**
 * The same as graphql-js' `buildASTSchema`, which takes ten milliseconds and more at once for some hundred types: types
 * make their fields when they are first asked for, so they are asked before the schema asks all of them. The parts were
 * printed of a schema that is valid, so nothing is checked again.
 */
export async function assembleSchema({ apiSdl }: GraphDescription): Promise<GraphQLSchema> {
  const definitions: DefinitionNode[] = [];
  const giveWay = createGiveWay();
  for (const part of apiSdl) {
    definitions.push(...parse(part, { noLocation: true }).definitions);
    await giveWay();
  }
  const config = extendSchemaImpl(EMPTY, { kind: Kind.DOCUMENT, definitions }, { assumeValid: true });
  for (const type of config.types) {
    makeFields(type);
    await giveWay();
  }
  const defined = new Set(config.directives.map(({ name }) => name));
  const directives = [...config.directives, ...specifiedDirectives.filter(({ name }) => !defined.has(name))];
  return new GraphQLSchema({ ...config, ...rootTypes(config), directives, assumeValid: true });
}

const EMPTY: ReturnType<GraphQLSchema['toConfig']> = {
  description: undefined,
  types: [],
  directives: [],
  extensions: {},
  extensionASTNodes: [],
  assumeValid: true,
  query: undefined,
  mutation: undefined,
  subscription: undefined,
  astNode: undefined,
};

function makeFields(type: GraphQLNamedType): void {
  if (isObjectType(type) || isInterfaceType(type)) type.getInterfaces();
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) type.getFields();
  if (isUnionType(type)) type.getTypes();
}

/** A schema whose root types have the usual names is printed without saying so. */
function rootTypes({ types, astNode, query, mutation }: GraphQLSchemaConfig): GraphQLSchemaConfig {
  if (astNode) return { query, mutation };
  const named = (name: string) => types?.find((type) => type.name === name);
  return { query: named('Query') as typeof query, mutation: named('Mutation') as typeof mutation };
}

export function assembleTypes({ types }: GraphDescription): TypeTable {
  return new Map(types.map(([name, abstractTypes]) => [name, new Set(abstractTypes)]));
}

export function assembleKeys({ keys }: GraphDescription): KeyTable {
  return new Map(keys.map(([type, fields]) => [type, new Set(fields)]));
}
