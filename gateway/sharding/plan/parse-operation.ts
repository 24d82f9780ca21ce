// Parses and validates a caller's document against the contract, unless that was done, and finds what decides its shape.
import {
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  validate,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { quote } from '../../../schema/codes';
import { PREFIX } from './hidden';

export interface OperationText {
  query: string;
  operationName?: string;
  /** `query` as whoever calls has parsed it and found it valid, in a thread that may take its time; it is not validated again. */
  document?: DocumentNode;
}

export interface ParsedOperation {
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Variables that @include and @skip read, sorted. */
  conditions: string[];
}

/** Throws the errors of a document that cannot be run. */
export class DocumentRefused extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors[0]?.message);
  }
}

export function parseOperation(
  schema: GraphQLSchema,
  { query, operationName, document = readText(schema, query) }: OperationText,
): ParsedOperation {
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new DocumentRefused([noOperation(operationName)]);
  refuseHiddenNames(document);
  return { operation, fragments: fragmentsOf(document), conditions: conditionsOf(document) };
}

function readText(schema: GraphQLSchema, text: string): DocumentNode {
  const document = parseText(text);
  const errors = validate(schema, document);
  if (errors.length === 0) return document;
  throw new DocumentRefused(errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')));
}

function parseText(text: string): DocumentNode {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    throw new DocumentRefused([withCode(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')]);
  }
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((node) => [node.name.value, node]));
}

function conditionsOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: args }: DirectiveNode) {
      const value = args?.[0]?.value;
      if ((name.value === 'include' || name.value === 'skip') && value?.kind === Kind.VARIABLE)
        names.add(value.name.value);
    },
  });
  return [...names].sort();
}

function refuseHiddenNames(document: DocumentNode): void {
  const refuse = (name: string | undefined) => {
    if (name?.startsWith(PREFIX) || name === '__proto__') throw new DocumentRefused([hiddenName(name)]);
  };
  visit(document, {
    Field: ({ alias, name }) => {
      refuse(alias?.value);
      if (name.value.startsWith('__') && name.value !== '__typename')
        throw new DocumentRefused([noIntrospection(name.value)]);
    },
    Variable: ({ name }) => refuse(name.value),
  });
}

function withCode({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}

const invalid = (zh: string, en: string) =>
  new GraphQLError(`${zh} ${en}`, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });

const hiddenName = (name: string) =>
  invalid(
    `名称 ${quote(name)} 由网关保留（以 ${PREFIX} 开头的别名和变量）；请换一个名称。`,
    `The name ${quote(name)} is reserved (aliases and variables that start with ${PREFIX}); choose another.`,
  );

const noIntrospection = (name: string) =>
  invalid(
    `此处不回答 ${quote(name)};请查询 _service { sdl }。`,
    `${quote(name)} is not answered here; ask for _service { sdl }.`,
  );

const noOperation = (name?: string) =>
  invalid(
    name ? `文档中没有名为 ${quote(name)} 的操作。` : '文档中有多个操作，请用 operationName 指明一个。',
    name
      ? `The document has no operation named ${quote(name)}.`
      : 'The document has several operations; name one with operationName.',
  );
