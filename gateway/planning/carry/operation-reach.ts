// What of a graph an operation passes through, and whether a change can touch it: the plan of every other is the plan that it had.
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
import type { GraphDefinitions } from './graph-definitions';
import { type GraphDifference, isInterfaceObject } from './graph-difference';

/** Its root fields, and every type that it selects from, may get, or sends. */
export interface OperationReach {
  /** As coordinates. */
  rootFields: readonly string[];
  /** All but the root types. */
  types: readonly string[];
}

/**
 * A plan is made of what the supergraph says, with who answers what, of the types that the operation passes through, of
 * what these may be at run time, and of its inputs; of a root type, of the fields that it asks, since no key leads there.
 * None where more counts, or where it is not known: the operation asks for what the API does not have, or one of its types
 * leads elsewhere while planning (`@requires`, `@provides`, `@override`, `@interfaceObject`, `@fromContext`, a key with
 * fields of another type).
 */
export function reachOf(
  schema: GraphQLSchema,
  graph: Pick<GraphDefinitions, 'definitions' | 'abstractTypes'>,
  document: DocumentNode,
): OperationReach | undefined {
  const reach = typesOf(schema, document);
  return reach?.types.some((type) => leadsElsewhere(type, graph)) ? undefined : reach;
}

/** `reach` is that on the graph before. */
export function isTouched(reach: OperationReach | undefined, difference: GraphDifference): boolean {
  if (!reach || difference.isWhole) return true;
  return (
    reach.rootFields.some((field) => difference.rootFields.has(field)) ||
    reach.types.some((type) => difference.definitions.has(type))
  );
}

function leadsElsewhere(
  type: string,
  { definitions, abstractTypes }: Pick<GraphDefinitions, 'definitions' | 'abstractTypes'>,
): boolean {
  const ofInterfaceObject = abstractTypes.get(type)?.some((it) => isInterfaceObject(definitions.get(it)));
  return ofInterfaceObject === true || LEADS_ELSEWHERE.test(definitions.get(type) ?? '');
}

const LEADS_ELSEWHERE =
  /@join__(?:field|type)\([^\n]*\b(?:requires|provides|override|isInterfaceObject|contextArguments):|\bkey: "[^"\n]*\{/;

function typesOf(schema: GraphQLSchema, document: DocumentNode): OperationReach | undefined {
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
