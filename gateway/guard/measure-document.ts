// Measures a document as if its fragments were put in, in steps that grow with its text only: each fragment is measured once.
import {
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Measure {
  fields: number;
  depth: number;
  /** Fields of an operation's outermost level. */
  rootFields: number;
  aliases: number;
  directives: number;
}

const NOTHING: Measure = { fields: 0, depth: 0, rootFields: 0, aliases: 0, directives: 0 };

/**
 * The measure of each operation and of each fragment, alone. Counts of fragments within fragments double at every step,
 * up to Infinity. A fragment inside itself counts as nothing there: validation refuses it.
 */
export function measureDocument({ definitions }: DocumentNode): Measure[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const it of definitions) if (it.kind === Kind.FRAGMENT_DEFINITION) fragments.set(it.name.value, it);
  const known = new Map<string, Measure>();
  return definitions.flatMap((it) => {
    if (it.kind === Kind.FRAGMENT_DEFINITION) return [{ ...ofFragment(it.name.value), rootFields: 0 }];
    return it.kind === Kind.OPERATION_DEFINITION ? [ofDefinition(it)] : [];
  });

  function ofFragment(name: string): Measure {
    const measured = known.get(name);
    if (measured) return measured;
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    known.set(name, NOTHING);
    const measure = ofDefinition(fragment);
    known.set(name, measure);
    return measure;
  }

  function ofDefinition(definition: FragmentDefinitionNode | OperationDefinitionNode): Measure {
    const inside = ofSelections(definition.selectionSet);
    const own = countDirectives(definition) + (definition.variableDefinitions ?? []).reduce(addDirectives, 0);
    return { ...inside, directives: inside.directives + own };
  }

  function ofSelections(set: SelectionSetNode | undefined): Measure {
    const sum = { ...NOTHING };
    for (const selection of set?.selections ?? []) add(sum, ofSelection(selection));
    return sum;
  }

  function ofSelection(selection: SelectionNode): Measure {
    const inside =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? ofFragment(selection.name.value)
        : ofSelections(selection.selectionSet);
    const directives = inside.directives + countDirectives(selection);
    if (selection.kind !== Kind.FIELD) return { ...inside, directives };
    return {
      fields: inside.fields + 1,
      depth: inside.depth + 1,
      rootFields: 1,
      aliases: inside.aliases + (selection.alias ? 1 : 0),
      directives,
    };
  }
}

function add(sum: Measure, { fields, depth, rootFields, aliases, directives }: Measure): void {
  sum.fields += fields;
  sum.depth = Math.max(sum.depth, depth);
  sum.rootFields += rootFields;
  sum.aliases += aliases;
  sum.directives += directives;
}

function countDirectives({ directives }: { directives?: readonly ASTNode[] }): number {
  return directives?.length ?? 0;
}

function addDirectives(sum: number, node: { directives?: readonly ASTNode[] }): number {
  return sum + countDirectives(node);
}
