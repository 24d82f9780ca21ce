// A contract's SDL without the sharding directives: what is composed and what `_service { sdl }` answers.
import { Kind, parse, print, visit } from 'graphql';

export const SHARDING_DIRECTIVES = ['home', 'scatter', 'merge', 'foreign', 'local'] as const;

/** Descriptions are kept. The input may or may not contain the directives' definitions. */
export function composableSdl(sdl: string): string {
  const names: ReadonlySet<string> = new Set(SHARDING_DIRECTIVES);
  const stripped = visit(parse(sdl, { noLocation: true }), {
    Directive: (node) => (names.has(node.name.value) ? null : undefined),
    DirectiveDefinition: (node) => (names.has(node.name.value) ? null : undefined),
    EnumTypeDefinition: (node) => (node.name.value === 'MergeBy' ? null : undefined),
  });
  return `${print({ kind: Kind.DOCUMENT, definitions: stripped.definitions })}\n`;
}
