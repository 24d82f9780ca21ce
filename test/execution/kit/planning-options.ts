// How many ways a planner may have to reach a field: behind abstract types they multiply, and it holds them all at once.
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
  Kind,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isUnionType,
  parse,
} from 'graphql';

/** In how many subgraphs a field of an object type may be had. */
export type HomesOf = (type: string, field: string) => number;

/** A field without a word of its own is in all subgraphs that have the type. */
export function readHomes(supergraphSdl: string): HomesOf {
  const homes = new Map<string, number>();
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const ofType = graphsOf(definition.directives, 'join__type');
    for (const { name, directives } of definition.fields ?? []) {
      const hasOwn = directives?.some((it) => it.name.value === 'join__field');
      const { size } = hasOwn ? graphsOf(directives, 'join__field') : ofType;
      homes.set(`${definition.name.value}.${name.value}`, size);
    }
  }
  return (type, field) => Math.max(1, homes.get(`${type}.${field}`) ?? 1);
}

function graphsOf(directives: readonly ConstDirectiveNode[] = [], name: string): Set<string> {
  const graphs = new Set<string>();
  for (const directive of directives.filter((it) => it.name.value === name)) {
    const args = new Map(directive.arguments?.map((it) => [it.name.value, it.value]));
    const graph = args.get('graph');
    if (graph?.kind === Kind.ENUM && !args.has('external')) graphs.add(graph.value);
  }
  return graphs;
}

/**
 * The base-2 logarithm for the worst field of a valid operation. Each abstract type on the way splits a path into one for
 * each possible type, and all of them go on together: their ways multiply, from field to field.
 */
export function planningOptions(schema: GraphQLSchema, document: DocumentNode, homesOf: HomesOf): number {
  const operation = getOperationAST(document)!;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  return worstOf(schema.getRootType(operation.operation)!, operation.selectionSet, 1);

  function worstOf(type: GraphQLCompositeType, { selections }: SelectionSetNode, paths: number): number {
    const each = selections.map((selection) => {
      if (selection.kind === Kind.FIELD) return worstOfField(type, selection, paths);
      const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
      const { typeCondition, selectionSet } = isSpread ? fragments.get(selection.name.value)! : selection;
      const narrowed = typeCondition && (schema.getType(typeCondition.name.value) as GraphQLCompositeType);
      return worstOf(narrowed ?? type, selectionSet, paths);
    });
    return Math.max(0, ...each);
  }

  function worstOfField(parent: GraphQLCompositeType, field: FieldNode, paths: number): number {
    const name = field.name.value;
    const definition = isUnionType(parent) ? undefined : parent.getFields()[name];
    if (!definition) return 0;
    const possible = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
    const ways = paths * possible.reduce((sum, type) => sum + Math.log2(homesOf(type.name, name)), 0);
    const type = getNamedType(definition.type);
    const isDeep = field.selectionSet && isCompositeType(type);
    return ways + (isDeep ? worstOf(type, field.selectionSet!, paths * possible.length) : 0);
  }
}
