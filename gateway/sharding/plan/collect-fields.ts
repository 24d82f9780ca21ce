// Collects the fields of an object type from selection sets, with @include and @skip already decided.
import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  type FieldNode,
  type GraphQLObjectType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { countField, type Planning } from './planning';

/** https://spec.graphql.org/October2021/#CollectFields() ; by response name, in the caller's order. */
export function collectFields(
  planning: Planning,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  for (const set of sets) collectInto(planning, type, set, fields, visited);
  return fields;
}

function collectInto(
  planning: Planning,
  type: GraphQLObjectType,
  set: SelectionSetNode,
  fields: Map<string, FieldNode[]>,
  visited: Set<string>,
): void {
  for (const node of set.selections) {
    if (!isIncluded(planning, node)) continue;
    if (node.kind === Kind.FIELD) {
      const response = node.alias?.value ?? node.name.value;
      countField(planning);
      const same = fields.get(response);
      if (same) same.push(node);
      else fields.set(response, [node]);
      continue;
    }
    const fragment =
      node.kind === Kind.INLINE_FRAGMENT ? node : readFragment(planning, node.name.value, visited);
    if (!fragment || !applies(planning, fragment.typeCondition?.name.value, type)) continue;
    collectInto(planning, type, fragment.selectionSet, fields, visited);
  }
}

function readFragment(planning: Planning, name: string, visited: Set<string>) {
  if (visited.has(name)) return undefined;
  visited.add(name);
  return planning.fragments.get(name);
}

function applies(
  { contract: { schema } }: Planning,
  condition: string | undefined,
  type: GraphQLObjectType,
): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && schema.isSubType(wanted, type);
}

function isIncluded({ conditions }: Planning, node: SelectionNode): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, conditions)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, conditions)?.if !== false;
}

export function selectionSets(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
}
