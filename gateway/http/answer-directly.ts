// Answers operations that are known already without Apollo Server, byte for byte as it would; leaves all others to it.
import type { GraphQLSchema } from 'graphql';
import type { SignedActor } from '../../schema/actor-signature';
import type { LianxiEngine } from '../execution/create-lianxi-engine';
import type { Answer, PreparedOperation } from '../execution/prepared-operation';
import type { FormatError } from '../guard/mask-error';
import type { Planning } from '../planning/create-planning';
import type { KnownDocument } from '../planning/document-cache';
import type { PersistedDocuments } from '../planning/persisted-documents';
import type { ShardingContext } from '../sharding/sharding-context';
import {
  type AskedOperation,
  type OperationSteps,
  type OutgoingAnswer,
  applyHooks,
  tellStep,
} from '../steps/operation-steps';
import type { ContentTypes } from './content-types';
import { formatErrors } from './format-errors';
import { type OperationRequest, readOperationRequest } from './read-operation-request';
import type { Exchange } from './reply';
import type { createInFlightSharing, SharedAnswer } from './share-in-flight';
import type { GraphQLAnswer } from './send-answer';

export interface DirectWayOptions {
  /** Whether a context can be made. */
  isReady(): boolean;
  /** The schema that serves now. */
  schema(): GraphQLSchema;
  prepare: LianxiEngine['prepare'];
  planning: Planning;
  persisted: PersistedDocuments;
  contentTypes: ContentTypes;
  steps: OperationSteps;
  mask: FormatError;
  /** Absent when every request has a run of its own. */
  share?: ReturnType<typeof createInFlightSharing>;
}

/** An operation that nothing more has to be found out about. */
export interface DirectOperation {
  known: KnownDocument;
  prepared: PreparedOperation;
  request: OperationRequest;
  contentType: string;
  actor: SignedActor | undefined;
}

export interface DirectWay {
  /** Undefined when the request is for Apollo Server. */
  find(exchange: Exchange, body: unknown): DirectOperation | undefined;
  answer(exchange: Exchange, operation: DirectOperation, context: ShardingContext): Promise<GraphQLAnswer>;
}

export function createDirectWay(options: DirectWayOptions): DirectWay {
  const { isReady, schema, prepare, planning, persisted, contentTypes, steps, mask, share } = options;
  return {
    find(exchange, body) {
      const contentType = isReady() ? contentTypes.find(exchange.request.headers.accept) : undefined;
      if (contentType === undefined) return undefined;
      const request = readOperationRequest(exchange, body);
      if (!request) return undefined;
      const known = findDocument(request);
      // Apollo Server refuses mutations by GET; those by POST are few, and its way is the reference.
      const asked = known?.operation === 'query' && toAsked(exchange, request, { schema: schema(), known });
      if (!known || !asked || !passes(asked)) return undefined;
      // What is cut for whoever asks is run and put together there.
      if (asked.cut) return undefined;
      const { document, operationName, hash } = known;
      const prepared = prepare({ document, operationName, id: `${hash} ${operationName ?? ''}` });
      return prepared instanceof Promise
        ? undefined
        : { known, prepared, request, contentType, actor: asked.actor };
    },
    async answer(exchange, operation, context) {
      const { known, request } = operation;
      context.actor = operation.actor;
      tellStep('direct', 'run');
      const { answer: result, homes } = await run(exchange, operation, { context, share });
      const outgoing = toOutgoing(result, mask);
      const { headers } = exchange.request;
      applyHooks('direct', steps.hooks, {
        answer: outgoing,
        operation: {
          method: exchange.method,
          accept: headers.accept,
          client: headers['apollographql-client-name'] as string | undefined,
          isByHash: request.query === undefined,
          homes,
          known,
        },
      });
      return toAnswer(result.data, outgoing, operation.contentType);
    },
  };

  /** A text that does not have the hash is for Apollo Server to refuse; one that has is registered, as there. */
  function findDocument({ query, hash, operationName }: OperationRequest): KnownDocument | undefined {
    const text = query ?? persisted.find(hash!);
    if (text === undefined) return undefined;
    const known = planning.find(schema(), { text, operationName });
    if (!known || (hash !== undefined && known.hash !== hash)) return undefined;
    if (query !== undefined && hash !== undefined) persisted.keep(hash, query);
    return known;
  }

  /** The guards of the list. Whoever is refused, or would have to wait, goes to Apollo Server and is refused there. */
  function passes(asked: AskedOperation): boolean {
    return steps.guards.every(({ name, check }) => {
      tellStep('direct', name);
      return check(asked) === undefined;
    });
  }
}

function toAsked(
  { request }: Exchange,
  { variables, operationName }: OperationRequest,
  { schema, known }: { schema: GraphQLSchema; known: KnownDocument },
): AskedOperation {
  return {
    schema,
    text: known.text,
    hash: known.hash,
    operationName,
    variables,
    signal: undefined,
    authorization: request.headers.authorization,
    actor: undefined,
    known,
  };
}

async function run(
  exchange: Exchange,
  { known, prepared, request: { variables } }: DirectOperation,
  { context, share }: { context: ShardingContext } & Pick<DirectWayOptions, 'share'>,
): Promise<SharedAnswer> {
  const { homes } = context;
  if (!share) return { answer: await prepared.runToText({ variables, context }), homes };
  const shared = await share(exchange, { known, prepared, variables }, context);
  return shared ?? { answer: { data: null, errors: [] }, homes };
}

function toOutgoing({ data, errors }: Answer<string>, mask: FormatError): OutgoingAnswer {
  const hasData = data !== undefined;
  const outgoing: OutgoingAnswer = {
    hasData,
    errors: undefined,
    extensions: undefined,
    status: undefined,
    headers: undefined,
  };
  if (errors.length === 0) return outgoing;
  const formatted = formatErrors(errors, mask);
  outgoing.errors = formatted.errors;
  outgoing.status = formatted.status ?? (hasData ? undefined : 400);
  return outgoing;
}

function toAnswer(
  data: string | null | undefined,
  { errors, extensions, status = 200, headers }: OutgoingAnswer,
  contentType: string,
): GraphQLAnswer {
  const members: string[] = [];
  if (errors) members.push(`"errors":${JSON.stringify(errors)}`);
  if (data !== undefined) members.push(`"data":${data}`);
  if (extensions) members.push(`"extensions":${JSON.stringify(extensions)}`);
  return { status, contentType, headers, text: `{${members.join(',')}}\n` };
}
