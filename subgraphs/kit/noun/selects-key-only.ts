// Tells whether a field's selection asks for no more than the key, so that nothing need be loaded.
import { getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective, Kind } from 'graphql';
import type { GraphQLResolveInfo, SelectionNode, SelectionSetNode } from 'graphql';

const KEY_FIELDS = new Set(['id', '__typename']);

export function selectsKeyOnly(info: GraphQLResolveInfo): boolean {
  return info.fieldNodes.every((node) => !node.selectionSet || keyOnly(node.selectionSet, info));
}

function keyOnly(selections: SelectionSetNode, info: GraphQLResolveInfo): boolean {
  return selections.selections.every((selection) => !isIncluded(selection, info) || isKey(selection, info));
}

function isKey(selection: SelectionNode, info: GraphQLResolveInfo): boolean {
  if (selection.kind === Kind.FIELD) return KEY_FIELDS.has(selection.name.value);
  if (selection.kind === Kind.INLINE_FRAGMENT) return keyOnly(selection.selectionSet, info);
  const fragment = info.fragments[selection.name.value];
  return fragment === undefined || keyOnly(fragment.selectionSet, info);
}

function isIncluded(node: SelectionNode, info: GraphQLResolveInfo): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, info.variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues);
  return skip?.if !== true && include?.if !== false;
}
