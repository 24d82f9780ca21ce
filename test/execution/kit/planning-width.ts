// How far a planner may have to spread an operation: it plans a field of an abstract type once for each possible type, at every level.
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
  Kind,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isUnionType,
} from 'graphql';

/** The number of fields of a valid operation when every abstract type on their way is written out as its possible types. */
export function planningWidth(schema: GraphQLSchema, document: DocumentNode): number {
  const operation = getOperationAST(document)!;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  return widthOf(schema.getRootType(operation.operation)!, operation.selectionSet);

  function widthOf(type: GraphQLCompositeType, selectionSet: SelectionSetNode): number {
    const width = sumOf(type, selectionSet);
    return isAbstractType(type) ? width * schema.getPossibleTypes(type).length : width;
  }

  function sumOf(type: GraphQLCompositeType, { selections }: SelectionSetNode): number {
    return selections.reduce((sum, selection) => sum + widthOfSelection(type, selection), 0);
  }

  function widthOfSelection(parent: GraphQLCompositeType, selection: SelectionNode): number {
    if (selection.kind === Kind.FIELD) {
      const field = isUnionType(parent) ? undefined : parent.getFields()[selection.name.value];
      const type = field && getNamedType(field.type);
      return selection.selectionSet && isCompositeType(type) ? widthOf(type, selection.selectionSet) : 1;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value)! : selection;
    if (!fragment.typeCondition) return sumOf(parent, fragment.selectionSet);
    const type = schema.getType(fragment.typeCondition.name.value) as GraphQLCompositeType;
    return widthOf(type, fragment.selectionSet);
  }
}
