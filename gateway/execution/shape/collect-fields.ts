// CollectFields of the specification, with the conditions of @skip and @include already decided.
// https://spec.graphql.org/October2021/#CollectFields()
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getDirectiveValues,
  isAbstractType,
  isObjectType,
  isInterfaceType,
} from 'graphql';

export interface Selecting {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Values of the variables that conditions read. */
  conditions: Readonly<Record<string, unknown>>;
}

/** By response name, in the order of the answer. */
export type CollectedFields = Map<string, FieldNode[]>;

export function collectFields(
  selecting: Selecting,
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
): CollectedFields {
  const collected: CollectedFields = new Map();
  const spread = new Set<string>();
  for (const { selections } of selectionSets) collect(selections);
  return collected;

  function collect(selections: readonly SelectionNode[]): void {
    for (const selection of selections) {
      if (!isIncluded(selection, selecting.conditions)) continue;
      if (selection.kind === Kind.FIELD) add(selection);
      else collectFragment(selection);
    }
  }

  function add(field: FieldNode): void {
    const key = (field.alias ?? field.name).value;
    const known = collected.get(key);
    if (known) known.push(field);
    else collected.set(key, [field]);
  }

  function collectFragment(selection: Exclude<SelectionNode, FieldNode>): void {
    let fragment: { typeCondition?: { name: { value: string } }; selectionSet: SelectionSetNode } | undefined;
    if (selection.kind === Kind.INLINE_FRAGMENT) fragment = selection;
    else if (!spread.has(selection.name.value)) {
      spread.add(selection.name.value);
      fragment = selecting.fragments.get(selection.name.value);
    }
    if (fragment && applies(selecting.schema, fragment.typeCondition?.name.value, type))
      collect(fragment.selectionSet.selections);
  }
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLCompositeType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditional = schema.getType(condition);
  return (
    isAbstractType(conditional) &&
    (isObjectType(type) || isInterfaceType(type)) &&
    schema.isSubType(conditional, type)
  );
}

function isIncluded(node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
}
