// What of the schema one operation uses, as schema coordinates: known from its text alone, never from variables' values.
import {
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  getNamedType,
  getOperationAST,
  isEnumType,
  isInputObjectType,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * Fields and arguments (`Room.name`, `Query.room(id:)`), enum values and fields of input objects that are written out, and
 * types that fragments name. A variable may hold any value of its type, so its input or enum type stands alone
 * (`RoomFilter`), and means all of it. Sorted.
 */
export function listCoordinates(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): string[] {
  const used = new Set<string>();
  for (const definition of definitionsOf(document, operationName)) note(schema, definition, used);
  return [...used].sort();
}

function note(schema: GraphQLSchema, definition: ASTNode, used: Set<string>): void {
  const info = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(info, {
    Field({ name }) {
      const parent = info.getParentType();
      if (parent && info.getFieldDef() && !name.value.startsWith('__'))
        used.add(`${parent.name}.${name.value}`);
    },
    Argument({ name }) {
      const [parent, field] = [info.getParentType(), info.getFieldDef()];
      if (parent && field && !info.getDirective()) used.add(`${parent.name}.${field.name}(${name.value}:)`);
    },
    ObjectField({ name }) {
      const parent = getNamedType(info.getParentInputType());
      if (isInputObjectType(parent)) used.add(`${parent.name}.${name.value}`);
    },
    EnumValue({ value }) {
      const type = getNamedType(info.getInputType());
      if (isEnumType(type)) used.add(`${type.name}.${value}`);
    },
    VariableDefinition() {
      const type = getNamedType(info.getInputType());
      if (isEnumType(type) || isInputObjectType(type)) used.add(type.name);
    },
    InlineFragment: ({ typeCondition }) => void (typeCondition && used.add(typeCondition.name.value)),
    FragmentDefinition: ({ typeCondition }) => void used.add(typeCondition.name.value),
  });
  visit(definition, visitor);
}

/** The operation, and the fragments that it reaches. */
function definitionsOf(document: DocumentNode, operationName: string | undefined): Set<ASTNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const it of document.definitions) {
    if (it.kind === Kind.FRAGMENT_DEFINITION) fragments.set(it.name.value, it);
  }
  const reached = new Set<ASTNode>();
  reach(getOperationAST(document, operationName) ?? undefined);
  return reached;

  function reach(definition: ASTNode | undefined): void {
    if (!definition || reached.has(definition)) return;
    reached.add(definition);
    visit(definition, { FragmentSpread: ({ name }) => reach(fragments.get(name.value)) });
  }
}
