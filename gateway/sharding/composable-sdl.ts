// A contract's SDL without the sharding directives: what is composed and what `_service { sdl }` answers.
import { parse, print, visit } from 'graphql';
import { MERGE_BY, SHARDING_DIRECTIVES } from './contract/sharding-directives';

/** Descriptions are kept. The input may or may not contain the directives' definitions. */
export function composableSdl(sdl: string): string {
  const drop = (node: { name: { value: string } }) => (SHARDING_DIRECTIVES.has(node.name.value) ? null : undefined);
  const stripped = visit(parse(sdl, { noLocation: true }), {
    Directive: drop,
    DirectiveDefinition: drop,
    EnumTypeDefinition: (node) => (node.name.value === MERGE_BY ? null : undefined),
  });
  return `${print(stripped)}\n`;
}
