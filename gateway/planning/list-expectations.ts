// What a graph expects of one subgraph: a line for each type, key, field with its arguments, and value that may be asked of it.
import {
  type NamedType,
  type Schema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from '@apollo/federation-internals';

/** Sorted. A graph fits a subgraph's code when each of its lines is among those of the code's own schema. */
export function listExpectations(schema: Schema): string[] {
  return schema.types().filter(isOfTheSubgraph).flatMap(linesOf).sort();
}

/** Types of the federation protocol are the same everywhere; those of a specification have a prefix. */
function isOfTheSubgraph({ name }: NamedType): boolean {
  return !name.startsWith('_') && !name.includes('__');
}

function linesOf(type: NamedType): string[] {
  const kind = `${type.kind} ${type.name}`;
  if (isEnumType(type)) return [kind, ...type.values.map((value) => `${type.name}.${value.name}`)];
  if (isUnionType(type)) return [kind, ...type.types().map((member) => `${type.name} = ${member.name}`)];
  if (isInputObjectType(type))
    return [kind, ...type.fields().map((field) => `${field.coordinate}: ${field.type}`)];
  if (!isObjectType(type) && !isInterfaceType(type)) return [kind];
  const interfaces = type.interfaces().map((it) => `${type.name} implements ${it.name}`);
  const keys = type
    .appliedDirectivesOf('key')
    .map((key) => `${type.name} @key ${String(key.arguments().fields)}`);
  const fields = type
    .fields()
    .filter(({ name }) => !name.startsWith('_'))
    .map((field) => {
      const given = field.arguments().map((argument) => `${argument.name}: ${argument.type}`);
      return `${field.coordinate}(${given.sort().join(', ')}): ${field.type}`;
    });
  return [kind, ...interfaces, ...keys, ...fields];
}
