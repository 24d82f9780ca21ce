// An operation compiled once: its plan into a function, its answer's shape type by type; then run as often as it is asked.
import type { QueryPlan } from '@apollo/query-planner';
import {
  GraphQLError,
  type DocumentNode,
  type OperationDefinitionNode,
  Kind,
  getVariableValues,
  separateOperations,
  visit,
} from 'graphql';
import { VARIABLE_ERRORS } from '../guard/variable-bounds';
import { createBoundedCache } from '../sharding/plan/bounded-cache';
import type { Graph } from './load-graph';
import type { OnAbsent } from './log-absent';
import type { OnFault } from './plan/ask-once';
import { compilePlan } from './plan/compile-plan';
import { createErrorList } from './run/error-list';
import { BrokenAnswer } from './run/fault';
import type { JsonObject, Run } from './run/run';
import { type ObjectShape, compileShape } from './shape/answer-shape';
import { completeAnswer } from './shape/complete';
import { createIntrospector } from './shape/introspect';
import { writeAnswer } from './shape/write-answer';
import type { SubgraphSource } from './source/subgraph-source';

export interface OperationParts {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  plan: QueryPlan;
}

export interface OperationInput {
  variables: Readonly<JsonObject> | undefined;
  /** Handed to every source. */
  context: unknown;
}

/** `data` is undefined when nothing was run: the variables were refused. */
export interface Answer<Data> {
  data: Data | null | undefined;
  errors: readonly GraphQLError[];
}

type Soon<Value> = Value | Promise<Value>;

export interface PreparedOperation {
  /** The answer as objects, for Apollo Server and its plugins. */
  run(input: OperationInput): Soon<Answer<JsonObject>>;
  /** The same answer with its data as JSON text. */
  runToText(input: OperationInput): Soon<Answer<string>>;
}

/** With every condition on and off a document has many shapes; only some are kept. */
const MAX_SHAPES = 16;

export interface Sources {
  /** Asked once for each fetch of a plan. */
  sourceOf(subgraph: string): SubgraphSource;
  onFault: OnFault;
  /** Told once of an answer that breaks the schema, with all that was found in it. */
  onBroken(errors: readonly GraphQLError[]): void;
  onAbsent: OnAbsent;
}

export function prepareOperation(graph: Graph, sources: Sources, parts: OperationParts): PreparedOperation {
  const { document, operation, plan } = parts;
  const { apiSchema: schema, types, keys } = graph;
  const runPlan = compilePlan(plan, { types, ...sources, sourceOf: graph.sourceOf ?? sources.sourceOf });
  const shapes = createBoundedCache<ObjectShape>(MAX_SHAPES);
  const conditions = conditionVariables(separateOperations(document)[operation.name?.value ?? '']!);
  const introspector = createIntrospector(schema, document, operation);
  return {
    run: (input) => perform(input, toObject),
    runToText: (input) => perform(input, toText),
  };

  function perform<Data>(input: OperationInput, finish: (run: Run) => Answer<Data>): Soon<Answer<Data>> {
    const started = start(input);
    if (Array.isArray(started)) return { data: undefined, errors: started };
    const waiting = runPlan(started);
    return waiting ? waiting.then(() => finish(started)) : finish(started);
  }

  function start({ variables = {}, context }: OperationInput): Run | GraphQLError[] {
    const definitions = operation.variableDefinitions ?? [];
    const { coerced, errors } = getVariableValues(schema, definitions, variables, VARIABLE_ERRORS);
    if (errors) return errors.map(asBadInput);
    const unset = conditions.filter((name) => typeof coerced[name] !== 'boolean');
    if (unset.length > 0)
      return unset.map((name) =>
        asBadInput(new GraphQLError(`Variable "$${name}" decides a condition and must not be null.`)),
      );
    return createRun(variables, coerced, context);
  }

  function shapeOf({ coerced }: Run): ObjectShape {
    const id = conditions.map((name) => (coerced[name] ? '1' : '0')).join('');
    return shapes.get(id, () => compileShape({ schema, document, operation, keys, conditions: coerced }));
  }

  function toObject(run: Run): Answer<JsonObject> {
    const data = completeAnswer(shapeOf(run), run, ({ nodes }) => introspector.answer(nodes, run.variables));
    tellBroken(run);
    return { data, errors: run.errors.all };
  }

  function tellBroken({ errors }: Run): void {
    if (errors.all.length === 0) return;
    const broken = errors.all.filter((error) => error instanceof BrokenAnswer);
    if (broken.length > 0) sources.onBroken(broken);
  }

  function toText(run: Run): Answer<string> {
    const text = writeAnswer(shapeOf(run), run, ({ nodes }) => introspector.answer(nodes, run.variables));
    if (text !== undefined) return { data: text, errors: run.errors.all };
    const { data, errors } = toObject(run);
    return { data: data && JSON.stringify(data), errors };
  }
}

function createRun(variables: Run['variables'], coerced: Run['coerced'], context: unknown): Run {
  return {
    data: {},
    variables,
    coerced,
    context,
    errors: createErrorList(),
    settled: [],
    shared: undefined,
    isPlain: true,
    merges: 0,
    growths: 0,
    found: new Map(),
    joined: undefined,
  };
}

/** Variables that @skip and @include read. */
function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: args = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

function asBadInput(error: GraphQLError): GraphQLError {
  const { message, nodes, extensions } = error;
  return new GraphQLError(message, { nodes, extensions: { ...extensions, code: 'BAD_USER_INPUT' } });
}
