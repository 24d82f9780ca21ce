// Finds the directives of access in a schema's text, whatever names it imports them under.
import { type ConstDirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from 'graphql';
import { argumentOf, importsOf, linksOf, stringOf } from './to-plannable';
import { AUTHENTICATED, type Requirement, requirementOf } from './requirement';

export type AccessDirective = 'authenticated' | 'requiresScopes' | 'policy';

const ACCESS = ['authenticated', 'requiresScopes', 'policy'] as const;

/** By the names that they have in this document. */
export type AccessNames = ReadonlyMap<string, AccessDirective>;

/** A supergraph links each specification by itself; a subgraph links the federation, which has all of them. */
export function readAccessNames(document: DocumentNode): AccessNames {
  const names = new Map<string, AccessDirective>();
  for (const { node, specification, prefix } of linksOf(document)) {
    const imported = new Map(
      importsOf(argumentOf(node, 'import')).map(({ name, as }) => [name, as.slice(1)]),
    );
    for (const directive of ACCESS) {
      const own = specification === directive ? prefix : `${prefix}__${directive}`;
      if (specification !== directive && specification !== 'federation') continue;
      names.set(imported.get(`@${directive}`) ?? own, directive);
    }
  }
  return names;
}

/** Throws when access is written in a form that is not understood: what cannot be read cannot be enforced. */
export function requirementsIn(
  directives: readonly ConstDirectiveNode[] = [],
  names: AccessNames,
): Requirement[] {
  return directives.flatMap((node) => {
    const kind = names.get(node.name.value);
    if (kind) return [readRequirement(node, kind)];
    const carried = node.name.value === 'join__directive' && stringOf(argumentOf(node, 'name'));
    if (carried && ACCESS.some((each) => carried === each || names.get(carried) === each))
      throw new Error(`The supergraph says @${carried} by @join__directive, which is not enforced here.`);
    return [];
  });
}

function readRequirement(node: ConstDirectiveNode, kind: AccessDirective): Requirement {
  if (kind === 'authenticated') return AUTHENTICATED;
  const argument = kind === 'requiresScopes' ? 'scopes' : 'policies';
  const value = argumentOf(node, argument);
  const choices = value?.kind === Kind.LIST ? (valueFromASTUntyped(value) as unknown[]) : [];
  return requirementOf(
    argument,
    choices.map((all) => (Array.isArray(all) ? all.map(String) : [String(all)])),
  );
}
