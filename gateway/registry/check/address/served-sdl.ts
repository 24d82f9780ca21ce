// What a server says of itself against what is published for it: it may have more, never less or other.
import {
  BreakingChangeType,
  buildASTSchema,
  findBreakingChanges,
  type GraphQLSchema,
  Kind,
  parse,
  visit,
} from 'graphql';

/** Federation's own machinery differs from server to server. */
const MACHINERY =
  /(?:^|[\s"'`.])(?:_Any|_Entity|_Service|_service|_entities|FieldSet|link__\w+|federation__\w+)\b|^Directive |directive/i;

/** A sentence of each thing that `published` has and `served` lacks or has otherwise. Throws when `served` is no SDL. */
export function missingInServed(published: string, served: string): string[] {
  const changes = findBreakingChanges(toSchema(published), toSchema(served));
  return changes
    .filter(
      ({ type, description }) =>
        type !== BreakingChangeType.DIRECTIVE_REMOVED && !MACHINERY.test(description),
    )
    .map(({ description }) => description);
}

/** A type that is only extended is defined elsewhere for federation, and here all the same. */
function toSchema(sdl: string): GraphQLSchema {
  const document = parse(sdl, { noLocation: true });
  const defined = new Set(
    document.definitions.flatMap((it) => (it.kind === Kind.OBJECT_TYPE_DEFINITION ? [it.name.value] : [])),
  );
  const whole = visit(document, {
    SchemaExtension: () => null,
    SchemaDefinition: () => null,
    DirectiveDefinition: () => null,
    Directive: () => null,
    ObjectTypeExtension: (node) => {
      if (defined.has(node.name.value)) return undefined;
      defined.add(node.name.value);
      return { ...node, kind: Kind.OBJECT_TYPE_DEFINITION };
    },
  });
  return buildASTSchema(whole, { assumeValid: true, assumeValidSDL: true });
}
