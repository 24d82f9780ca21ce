// What of the API an operation passes through: its root fields, and every type that it selects from, may get, or sends.
import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  TypeInfo,
  getNamedType,
  isAbstractType,
  isInputObjectType,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';

export interface OperationReach {
  /** As coordinates. */
  rootFields: string[];
  /** All but the root types. */
  types: string[];
}

/** None when the operation asks for what the API does not have: where it would lead is not known. */
export function reachOf(schema: GraphQLSchema, document: DocumentNode): OperationReach | undefined {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  const rootFields = new Set<string>();
  const types = new Set<string>();
  const info = new TypeInfo(schema);
  let isKnown = true;
  visit(
    document,
    visitWithTypeInfo(info, {
      Field() {
        const [parent, field] = [info.getParentType(), info.getFieldDef()];
        if (!parent || !field) return void (isKnown = false);
        if (roots.has(parent as never)) rootFields.add(`${parent.name}.${field.name}`);
        else reach(parent);
        reach(getNamedType(field.type));
      },
      Argument: () => reach(getNamedType(info.getInputType() ?? undefined)),
      VariableDefinition: ({ type }) =>
        reach(getNamedType(typeFromAST(schema, type as never) as GraphQLInputType | undefined)),
      NamedType: ({ name }) => reach(schema.getType(name.value)),
    }),
  );
  return isKnown ? { rootFields: [...rootFields], types: [...types] } : undefined;

  function reach(type: GraphQLNamedType | undefined): void {
    if (!type || types.has(type.name) || roots.has(type as never)) return;
    types.add(type.name);
    if (isAbstractType(type)) schema.getPossibleTypes(type).forEach(reach);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) reach(getNamedType(field.type));
  }
}
