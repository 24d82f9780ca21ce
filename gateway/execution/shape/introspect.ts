// Answers __schema and __type of an operation, also beside data, as JSON text; of each schema the last answers are kept.
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  executeSync,
  print,
  separateOperations,
  visit,
} from 'graphql';
import { type BoundedCache, createBoundedCache } from '../../sharding/plan/bounded-cache';

export interface Introspector {
  /** JSON text of the value that the nodes, which are of one response name, ask for. */
  answer(nodes: readonly FieldNode[], variables: Readonly<Record<string, unknown>>): string;
}

/** What is asked by some nodes alone: one answer for each text and values of its variables, whatever document it came in. */
interface Question {
  document: DocumentNode;
  text: string;
  variables: string[];
}

/** Each is bounded when its document is read (refuse-introspection.ts). */
const MAX_ANSWERS = 8;
const answers = new WeakMap<GraphQLSchema, BoundedCache<string>>();

export function createIntrospector(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Introspector {
  const questions = new WeakMap<readonly FieldNode[], Question>();
  return {
    answer(nodes, variables) {
      let question = questions.get(nodes);
      if (!question) questions.set(nodes, (question = toQuestion(nodes, document, operation)));
      const key = `${question.text} ${JSON.stringify(variables, question.variables)}`;
      return answersOf(schema).get(key, () => ask(schema, question.document, variables));
    },
  };
}

function answersOf(schema: GraphQLSchema): BoundedCache<string> {
  let kept = answers.get(schema);
  if (!kept) answers.set(schema, (kept = createBoundedCache(MAX_ANSWERS)));
  return kept;
}

function ask(
  schema: GraphQLSchema,
  document: DocumentNode,
  variableValues: Readonly<Record<string, unknown>>,
): string {
  const { data, errors } = executeSync({ schema, document, variableValues });
  if (!data) throw errors?.[0] ?? new Error('Introspection gave nothing.');
  return JSON.stringify(Object.values(data)[0]);
}

function toQuestion(
  nodes: readonly FieldNode[],
  { definitions }: DocumentNode,
  { variableDefinitions = [], ...operation }: OperationDefinitionNode,
): Question {
  const selectionSet = { kind: Kind.SELECTION_SET, selections: nodes } as const;
  const only = { ...operation, name: undefined, directives: [], selectionSet } as const;
  const fragments = definitions.filter((it) => it.kind === Kind.FRAGMENT_DEFINITION);
  const alone = separateOperations({ kind: Kind.DOCUMENT, definitions: [only, ...fragments] })['']!;
  const read = variablesOf(alone);
  const asked = { ...only, variableDefinitions: variableDefinitions.filter((it) => read.has(nameOf(it))) };
  const document = { ...alone, definitions: alone.definitions.map((it) => (it === only ? asked : it)) };
  return { document, text: print(document), variables: [...read] };
}

function variablesOf(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  visit(document, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}

function nameOf({ variable }: { variable: { name: { value: string } } }): string {
  return variable.name.value;
}
