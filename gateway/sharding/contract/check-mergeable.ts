// Rule: every field of a scattered object says how it merges; nothing is guessed.
import { getNamedType, isLeafType, isNonNullType, isObjectType, type GraphQLObjectType } from 'graphql';
import { ruleOf, type Contract, type Field, type MergeBy } from './contract';
import { isCoverage, isList } from './type-shape';

export function checkMergeable(contract: Contract, type: GraphQLObjectType, seen: string[] = []): string[] {
  if (seen.includes(type.name)) return [`${type.name}: a merged object cannot contain itself.`];
  return Object.values(type.getFields()).flatMap((field) => checkMergeableField(contract, type, field, seen));
}

export function checkMergeableField(
  contract: Contract,
  type: GraphQLObjectType,
  field: Field,
  seen: string[] = [],
): string[] {
  const name = `${type.name}.${field.name}`;
  const { merge } = ruleOf(contract, field);
  const named = getNamedType(field.type);
  if (isCoverage(field.type)) return [];
  if (isLeafType(named)) {
    if (merge && 'by' in merge) return checkScalar(name, field, merge.by);
    return [
      `${name}: say how it merges, e.g. @merge(by: SUM); an average travels as sum and count, a distinct count cannot be merged.`,
    ];
  }
  if (!isObjectType(named)) return [`${name}: ${field.type} cannot be merged.`];
  if (!isList(field.type))
    return merge
      ? [`${name}: @merge stands on its scalars, not on ${field.type}.`]
      : checkMergeable(contract, named, [...seen, type.name]);
  if (merge && 'key' in merge) return checkGroups(contract, name, named, merge.key, [...seen, type.name]);
  return [`${name}: a list of groups says @merge(key: "…").`];
}

function checkScalar(name: string, field: Field, by: MergeBy): string[] {
  const type = getNamedType(field.type).name;
  const faults: string[] = [];
  if (isNonNullType(field.type)) faults.push(`${name}: must be nullable; with no home answered it is null.`);
  if (isList(field.type)) faults.push(`${name}: a list of scalars cannot be merged.`);
  if ((by === 'ANY' || by === 'ALL') && type !== 'Boolean')
    faults.push(`${name}: ${by} is for Boolean, not for ${type}.`);
  if (by === 'SUM' && ['Boolean', 'String', 'ID'].includes(type))
    faults.push(`${name}: SUM is for numbers and decimal strings, not for ${type}.`);
  return faults;
}

/** A group's fields without @merge are dimensions: the same in every part that has the key. */
function checkGroups(
  contract: Contract,
  name: string,
  group: GraphQLObjectType,
  key: string,
  seen: string[],
): string[] {
  const keyField = group.getFields()[key];
  if (!keyField || !isLeafType(getNamedType(keyField.type)))
    return [`${name}: ${group.name} has no scalar field "${key}" to merge by.`];
  return Object.values(group.getFields()).flatMap((field) => {
    const { merge, reference } = ruleOf(contract, field);
    if (reference === 'local')
      return [`${group.name}.${field.name}: a group stands for many homes, so its entities are @foreign.`];
    if (reference || (isLeafType(getNamedType(field.type)) && !merge)) return [];
    return checkMergeableField(contract, group, field, seen);
  });
}
