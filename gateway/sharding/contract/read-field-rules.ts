// Reads the sharding directives of every field into rules.
import {
  getDirectiveValues,
  getNamedType,
  GraphQLDirective,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Field, FieldRule, HomePlace, MergeBy, Merge, Scatter } from './contract';
import { isConnection, isList } from './type-shape';

/** A directive that cannot be read is told in `faults`. */
export function readFieldRules(schema: GraphQLSchema, faults: string[]): Map<Field, FieldRule> {
  const rules = new Map<Field, FieldRule>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      try {
        rules.set(field, readRule(schema, field));
      } catch (error) {
        faults.push(`${type.name}.${field.name}: ${(error as Error).message}`);
      }
    }
  }
  return rules;
}

function readRule(schema: GraphQLSchema, field: Field): FieldRule {
  const rule: FieldRule = { homes: field.args.flatMap((argument) => homePlaces(schema, argument)) };
  if (directive(schema, 'foreign', field)) rule.reference = 'foreign';
  else if (directive(schema, 'local', field)) rule.reference = 'local';
  const scatter = directive(schema, 'scatter', field);
  if (scatter) rule.scatter = readScatter(field, scatter);
  else rule.homes = routingPlaces(rule.homes);
  const merge = directive(schema, 'merge', field);
  if (merge) rule.merge = readMerge(merge);
  return rule;
}

/** An argument of its own says who answers; what a filter's fields say only prunes, where there is something to prune. */
function routingPlaces(places: HomePlace[]): HomePlace[] {
  const own = places.filter(({ path }) => path.length === 1);
  return own.length > 0 ? own : places;
}

function readScatter(field: Field, values: Record<string, unknown>): Scatter {
  if (isConnection(field.type)) return { kind: 'connection' };
  return isList(field.type)
    ? { kind: 'list', orderBy: (values.orderBy as string[]) ?? [] }
    : { kind: 'summary' };
}

function readMerge({ by, key }: Record<string, unknown>): Merge {
  return typeof key === 'string' ? { key } : { by: (by as MergeBy) ?? 'SUM' };
}

/** Every `@home` that an argument holds, through input objects but not through lists of them. */
function homePlaces(
  schema: GraphQLSchema,
  input: GraphQLArgument | GraphQLInputField,
  seen: string[] = [],
): HomePlace[] {
  const own = directive(schema, 'home', input) ? [{ path: [input.name], list: isInputList(input.type) }] : [];
  const named = getNamedType(input.type);
  if (!isInputObjectType(named) || isInputList(input.type) || seen.includes(named.name)) return own;
  const inner = Object.values(named.getFields()).flatMap((field) =>
    homePlaces(schema, field, [...seen, named.name]),
  );
  return [...own, ...inner.map(({ path, list }) => ({ path: [input.name, ...path], list }))];
}

function isInputList(type: GraphQLInputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function directive(schema: GraphQLSchema, name: string, on: Field | GraphQLArgument | GraphQLInputField) {
  return getDirectiveValues(schema.getDirective(name) as GraphQLDirective, on.astNode ?? {});
}
