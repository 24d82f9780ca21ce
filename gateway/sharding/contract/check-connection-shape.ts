// Rule: a connection has the shape of Relay's specification (https://relay.dev/graphql/connections.htm) plus coverage.
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLFieldMap,
  type GraphQLObjectType,
} from 'graphql';
import type { Place } from './check-contract';
import { ruleOf, type Contract } from './contract';
import { checkMergeableField } from './check-mergeable';

const OWN_FIELDS = new Set(['edges', 'pageInfo', 'totalCount', 'coverage']);

export function checkConnectionShape({ contract, field, name }: Place): string[] {
  const type = getNamedType(field.type) as GraphQLObjectType;
  const fields = type.getFields();
  const scattered = ruleOf(contract, field).scatter !== undefined;
  const faults = [
    ...expectType(fields, type.name, 'pageInfo', 'PageInfo!'),
    ...expectType(fields, type.name, 'totalCount', 'Int'),
    ...expectType(fields, type.name, 'coverage', 'Coverage!'),
    ...checkEdges(contract, type, scattered),
  ];
  for (const other of Object.values(fields)) {
    if (!OWN_FIELDS.has(other.name)) faults.push(...checkMergeableField(contract, type, other));
  }
  for (const argument of ['first', 'after', 'last', 'before', 'orderBy']) {
    if (!field.args.some((declared) => declared.name === argument))
      faults.push(`${name}: a connection has the argument ${argument}.`);
  }
  return [...faults, ...checkOrderBy({ field, name })];
}

function checkEdges(contract: Contract, connection: GraphQLObjectType, scattered: boolean): string[] {
  const edges = connection.getFields().edges!;
  const edge = getNamedType(edges.type);
  if (!isObjectType(edge) || String(edges.type) !== `[${edge.name}!]!`)
    return [`${connection.name}.edges: expected [<Edge>!]!, found ${edges.type}.`];
  const { node } = edge.getFields();
  const faults = expectType(edge.getFields(), edge.name, 'cursor', 'String!');
  if (!node) return [...faults, `${edge.name}: needs the field node.`];
  if (String(node.type).endsWith('!'))
    faults.push(`${edge.name}.node: must be nullable; a row may be gone by the time it is asked for.`);
  const { reference } = ruleOf(contract, node);
  if (!reference)
    faults.push(`${edge.name}.node: the rows of a connection are entities, found ${node.type}.`);
  else if (scattered && reference !== 'local')
    faults.push(`${edge.name}.node: the rows of a scattered connection are @local.`);
  return faults;
}

function checkOrderBy({ field, name }: Pick<Place, 'field' | 'name'>): string[] {
  const argument = field.args.find((declared) => declared.name === 'orderBy');
  if (!argument) return [];
  const input = getNamedType(argument.type);
  const fields = isInputObjectType(input) ? input.getFields() : {};
  if (fields.field && fields.direction && isEnumType(getNamedType(fields.field.type))) return [];
  return [`${name}: orderBy is an input { field: <enum>, direction: Direction }, found ${argument.type}.`];
}

function expectType(
  fields: GraphQLFieldMap<unknown, unknown>,
  type: string,
  field: string,
  expected: string,
): string[] {
  const found = fields[field]?.type;
  return String(found) === expected
    ? []
    : [`${type}.${field}: expected ${expected}, found ${found ?? 'nothing'}.`];
}
