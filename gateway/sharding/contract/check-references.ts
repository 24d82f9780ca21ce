// Rule: a field whose type is an entity says whether the entity may have another home, and may be null if so.
import type { Place } from './check-contract';
import { ruleOf } from './contract';
import { isInnermostNullable, possibleTypes } from './type-shape';

export function checkReference({ contract, field, name }: Place): string[] {
  const { reference } = ruleOf(contract, field);
  const types = possibleTypes(contract.schema, field.type);
  const entities = types.filter((type) => contract.entities.has(type.name));
  const directives = (field.astNode?.directives ?? []).map((directive) => directive.name.value);
  if (directives.includes('foreign') && directives.includes('local'))
    return [`${name}: either @foreign or @local, not both.`];
  if (entities.length === 0)
    return reference ? [`${name}: @${reference} is for entities; ${field.type} has no @key.`] : [];
  if (entities.length < types.length)
    return [`${name}: ${field.type} mixes entities with types that have no @key.`];
  if (!reference)
    return [
      `${name}: ${field.type} is an entity; say @foreign (it may have another home) or @local (its parent's).`,
    ];
  if (reference === 'foreign' && !isInnermostNullable(field.type))
    return [
      `${name}: ${field.type} is @foreign and may be missing, so it must be nullable: one missing object must not null the answer.`,
    ];
  return [];
}
