// Puts an answer to a cut operation into the form of the whole one: null and FORBIDDEN where it was cut, nulls carried up as GraphQL has it.
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  buildSchema,
  executeSync,
  printSchema,
} from 'graphql';
import { refuse } from '../../schema/codes';
import type { Cut, Lack } from './cut-document';
import { describe } from './requirement';

export interface CutParts {
  schema: GraphQLSchema;
  /** The whole operation's. */
  document: DocumentNode;
  operationName: string | undefined;
  cutFields: Cut['fields'];
}

/** Places that are named one by one; the rest in one sentence. */
const MOST_ERRORS = 100;

type Answer = Pick<ExecutionResult, 'data' | 'errors'>;

/** graphql-js executes the whole operation over the answer: each field is what was answered under its response name. */
export function restoreAnswer<Given extends Answer>(
  answer: Given,
  parts: CutParts,
  variables: Record<string, unknown> | undefined,
): Given {
  if (!answer.data) return answer;
  const { schema, document, operationName, cutFields } = parts;
  const { data, errors = [] } = executeSync({
    schema: withoutResolvers(schema),
    document,
    operationName,
    rootValue: answer.data,
    variableValues: variables,
    fieldResolver: (source: Record<string, unknown>, _args, _context, { fieldNodes, path }) => {
      // One place may be asked through an interface, where it is cut, and of its own type, where it is not.
      if (fieldNodes.every((node) => cutFields.has(node))) throw forbidden(cutFields.get(fieldNodes[0]!)!);
      return source[path.key];
    },
    typeResolver: (source: { __typename?: string }) => source.__typename,
  });
  // Variables that were refused run nothing: what is told is told in the engine's words or in these.
  if (data === undefined)
    return { ...answer, data: undefined, errors: answer.errors?.length ? answer.errors : errors };
  return { ...answer, data, errors: [...(answer.errors ?? []), ...bound(errors.map(withoutPlaces))] };
}

function forbidden({ coordinate, wanted }: Lack): GraphQLError {
  const words = wanted.map(describe);
  const [undone, notDone] = isMutation(coordinate)
    ? ['没有办理', 'was not carried out']
    : ['没有读取', 'was not read'];
  return refuse('FORBIDDEN', {
    zh: `${coordinate} 不对此来访者开放，${undone}；需要${words.map(({ zh }) => zh).join('、')}。`,
    en: `${coordinate} is not open to whoever asks here, and ${notDone}; it needs ${words.map(({ en }) => en).join(', ')}.`,
  });
}

/** Federation gives the root types their usual names. */
function isMutation(coordinate: string): boolean {
  return coordinate.startsWith('Mutation.');
}

function withoutPlaces({ message, path, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { path, extensions });
}

function bound(errors: GraphQLError[]): GraphQLError[] {
  if (errors.length <= MOST_ERRORS) return errors;
  const more = errors.length - MOST_ERRORS;
  const rest = refuse('FORBIDDEN', {
    zh: `还有 ${more} 处同样没有读取。`,
    en: `${more} more places were not read either.`,
  });
  return [...errors.slice(0, MOST_ERRORS), rest];
}

const plain = new WeakMap<GraphQLSchema, GraphQLSchema>();

/** A subgraph's schema resolves `_entities` by itself; here everything was answered already. */
function withoutResolvers(schema: GraphQLSchema): GraphQLSchema {
  if (!schema.getType('_Entity') && !schema.getType('_Service')) return schema;
  let made = plain.get(schema);
  if (!made) plain.set(schema, (made = buildSchema(printSchema(schema), { assumeValid: true })));
  return made;
}
