// Puts the ordered list into Apollo Server: its guards before Apollo's own parsing, its hooks before Apollo writes the answer.
import {
  type ApolloServerPlugin,
  type GraphQLRequest,
  type GraphQLRequestContext,
  type HTTPGraphQLHead,
} from '@apollo/server';
import { type DocumentNode, type GraphQLError, Kind, type OperationDefinitionNode, parse } from 'graphql';
import type { CutOperation } from '../access/access-guard';
import type { KnownDocument } from '../planning/document-cache';
import type { ShardingContext } from '../sharding/sharding-context';
import {
  type AnsweredOperation,
  type AskedOperation,
  type OperationSteps,
  type OutgoingAnswer,
  applyHooks,
  tellStep,
} from './operation-steps';

/** By the document that stands for what was refused: its errors, which the executor gives out. */
export type Refusals = WeakMap<DocumentNode, readonly GraphQLError[]>;

/** By the request's context: what is run in place of an operation that may not be read whole. */
export type Cuts = WeakMap<ShardingContext, CutOperation>;

type RequestContext = GraphQLRequestContext<ShardingContext>;

/**
 * Apollo Server 5 parses and validates only while `requestContext.document` is empty after `didResolveSource`, given that
 * it has no document store (one would be asked in between). A refused document is replaced by one that asks nothing, and
 * its errors come from the executor: so they pass Apollo's own formatting, statuses and hooks, however many there are.
 */
export function createStepsPlugin(
  steps: OperationSteps,
  { refusals, cuts }: { refusals: Refusals; cuts: Cuts },
): ApolloServerPlugin<ShardingContext> {
  return {
    async requestDidStart() {
      let known: KnownDocument | undefined;
      return {
        async didResolveSource(context) {
          const operation = toOperation(context);
          const errors = await refuse(operation);
          context.contextValue.actor = operation.actor;
          known = operation.known;
          if (operation.cut) cuts.set(context.contextValue, operation.cut);
          const document = known && !errors ? known.document : askNothing(operation.operationName);
          if (errors) {
            refusals.set(document, errors);
            context.metrics.persistedQueryRegister = false;
          }
          (context as { document?: DocumentNode }).document = document;
        },
        async willSendResponse(context) {
          const { body, http } = context.response;
          if (body.kind !== 'single') return;
          const answer: OutgoingAnswer = { ...toAnswer(body.singleResult), status: http.status };
          applyHooks('apollo', steps.hooks, { answer, operation: toAnswered(context, known) });
          settle(body, http, answer);
        },
      };
    },
  };

  async function refuse(operation: AskedOperation): Promise<readonly GraphQLError[] | undefined> {
    for (const { name, check } of steps.guards) {
      tellStep('apollo', name);
      const errors = await check(operation);
      if (errors) return errors;
    }
    return undefined;
  }
}

function toOperation(context: RequestContext & { source: string; queryHash: string }): AskedOperation {
  const { request, source, queryHash, schema, contextValue } = context;
  const { operationName, variables } = request;
  const { signal } = contextValue;
  const authorization = request.http?.headers.get('authorization');
  return {
    schema,
    text: source,
    hash: queryHash,
    operationName,
    variables,
    signal,
    authorization,
    actor: undefined,
    known: undefined,
  };
}

type SingleBody = Extract<NonNullable<RequestContext['response']['body']>, { kind: 'single' }>;

function toAnswer({ data, errors, extensions }: SingleBody['singleResult']): Omit<OutgoingAnswer, 'status'> {
  return { hasData: data !== undefined, errors, extensions, headers: undefined };
}

function toAnswered(
  { request, contextValue }: RequestContext,
  known: KnownDocument | undefined,
): AnsweredOperation {
  const headers = request.http?.headers;
  return {
    method: request.http?.method ?? 'POST',
    accept: headers?.get('accept'),
    client: headers?.get('apollographql-client-name'),
    isByHash: isByHash(request),
    homes: contextValue.homes,
    known,
  };
}

function isByHash({ query, extensions }: GraphQLRequest): boolean {
  return query === undefined && Boolean(extensions?.persistedQuery);
}

function settle({ singleResult }: SingleBody, http: HTTPGraphQLHead, answer: OutgoingAnswer): void {
  singleResult.errors = answer.errors;
  singleResult.extensions = answer.extensions;
  http.status = answer.status;
  for (const [name, value] of Object.entries(answer.headers ?? {})) http.headers.set(name, value);
}

/** Each refusal has a document of its own, which is its key; its operation has the name that is asked for. */
function askNothing(operationName: string | undefined): DocumentNode {
  const [operation] = ASKS_NOTHING.definitions as [OperationDefinitionNode];
  const name = operationName ? { kind: Kind.NAME as const, value: operationName } : undefined;
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, name }] };
}

const ASKS_NOTHING = parse('{ __typename }', { noLocation: true });
