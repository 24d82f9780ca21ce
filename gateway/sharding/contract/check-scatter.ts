// Rules of @scatter: where it stands, `homes`, and a type that can be merged.
import {
  getNamedType,
  isObjectType,
  isScalarType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { Place } from './check-contract';
import { checkConnectionShape } from './check-connection-shape';
import { checkMergeable } from './check-mergeable';
import { ruleOf, type Scatter } from './contract';
import { possibleTypes } from './type-shape';

export function checkScatter(place: Place): string[] {
  const { contract, field, name, type } = place;
  const rule = ruleOf(contract, field);
  const faults: string[] = [];
  const atRoot = type === contract.schema.getQueryType();
  if (!atRoot && !contract.entities.has(type.name))
    faults.push(`${name}: @scatter stands on fields of Query and of entities; ${type.name} has no @key.`);
  if (!rule.homes.some(({ path, list }) => list && path.length === 1 && path[0] === 'homes'))
    faults.push(`${name}: a scattered field has the argument homes: [ID!] @home.`);
  return [...faults, ...checkShape(place, rule.scatter!)];
}

function checkShape(place: Place, scatter: Scatter): string[] {
  switch (scatter.kind) {
    case 'connection':
      return checkConnectionShape(place);
    case 'list':
      return checkListOrder(place, scatter.orderBy);
    case 'summary': {
      const type = getNamedType(place.field.type);
      if (isObjectType(type)) return checkMergeable(place.contract, type);
      return [
        `${place.name}: ${place.field.type} cannot be merged; expected a connection, a list or an object.`,
      ];
    }
  }
}

/** A plain list declares a total order over stored columns that ends in id. */
function checkListOrder({ contract, field, name }: Place, orderBy: string[]): string[] {
  if (orderBy.at(-1) !== 'id')
    return [
      `${name}: a scattered list declares a total order that ends in id, e.g. @scatter(orderBy: ["name", "id"]).`,
    ];
  return possibleTypes(contract.schema, field.type).flatMap((type) =>
    orderBy.flatMap((column) => checkColumn(name, type, column)),
  );
}

function checkColumn(name: string, type: GraphQLObjectType, column: string): string[] {
  const field = type.getFields()[column];
  const ordered =
    field && field.args.length === 0 && isScalarType(getNamedType(field.type)) && !isListed(field.type);
  return ordered
    ? []
    : [`${name}: ordered by ${type.name}.${column}, which is not a stored scalar without arguments.`];
}

const isListed = (type: GraphQLOutputType) => String(type).startsWith('[');
