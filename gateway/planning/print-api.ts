// The API as a text in parts that are each parsed in a moment.
import {
  type Schema,
  defaultPrintOptions,
  printDirectiveDefinition,
  printSchema,
  printTypeDefinitionAndExtensions,
} from '@apollo/federation-internals';

/** Characters; a part of this length is parsed in about a millisecond. */
const PART_LENGTH = 20_000;

/** Joined by empty lines they are `printSchema`'s text; each holds whole definitions. */
export function printApi(api: Schema): string[] {
  const parts: string[] = [];
  let part: string[] = [];
  let length = 0;
  for (const definition of definitionsOf(api)) {
    part.push(definition);
    length += definition.length;
    if (length < PART_LENGTH) continue;
    parts.push(part.join('\n\n'));
    [part, length] = [[], 0];
  }
  return part.length > 0 ? [...parts, part.join('\n\n')] : parts;
}

function definitionsOf(api: Schema): string[] {
  const none = () => false;
  const schema = printSchema(api, {
    ...defaultPrintOptions,
    directiveDefinitionFilter: none,
    typeFilter: none,
  });
  return [
    ...(schema === '' ? [] : [schema]),
    ...api.directives().map((directive) => printDirectiveDefinition(directive)),
    ...api.types().flatMap((type) => printTypeDefinitionAndExtensions(type)),
  ];
}
