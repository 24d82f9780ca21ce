// Answers __schema and __type of an operation, also beside data; what no variable decides is answered once.
import {
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  Kind,
  type DocumentNode,
  executeSync,
  visit,
} from 'graphql';

export interface Introspector {
  answer(nodes: readonly FieldNode[], variables: Readonly<Record<string, unknown>>): unknown;
}

export function createIntrospector(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Introspector {
  const known = new WeakMap<readonly FieldNode[], unknown>();
  const usesVariables = readsVariables(document);
  return {
    answer(nodes, variables) {
      if (!usesVariables && known.has(nodes)) return known.get(nodes);
      const answer = ask(nodes, variables);
      if (!usesVariables) known.set(nodes, answer);
      return answer;
    },
  };

  function ask(nodes: readonly FieldNode[], variableValues: Readonly<Record<string, unknown>>): unknown {
    const fragments = document.definitions.filter((it) => it.kind === Kind.FRAGMENT_DEFINITION);
    const only = { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: nodes } } as const;
    const { data, errors } = executeSync({
      schema,
      document: { kind: Kind.DOCUMENT, definitions: [only, ...fragments] },
      variableValues,
    });
    if (!data) throw errors?.[0] ?? new Error('Introspection gave nothing.');
    return data[(nodes[0]!.alias ?? nodes[0]!.name).value];
  }
}

function readsVariables(document: DocumentNode): boolean {
  let found = false;
  visit(document, { Variable: () => void (found = true) });
  return found;
}
