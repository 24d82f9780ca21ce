// Carries one HTTP request to a graph server and its answer back, within the deadline and the limit of the body.
import {
  type ApolloServer,
  type HTTPGraphQLRequest,
  type HTTPGraphQLResponse,
  HeaderMap,
} from '@apollo/server';
import { GraphQLError } from 'graphql';
import { readBody } from '../guard/read-body';
import { createDeadline, type Deadline } from '../guard/request-deadline';
import type { VariableBounds } from '../guard/variable-bounds';
import type { ShardingContext } from '../sharding/sharding-layer';
import { type Exchange, replyJson, replyRefusal, replyText } from './reply';

export interface GraphQLRoute {
  server: ApolloServer<ShardingContext>;
  /** One context per request: one version of the shard list, one record of homes. */
  createContext(deadline: Deadline): ShardingContext;
  bodyLimit: number;
  variableBounds: VariableBounds;
  deadlineMs: number;
}

export async function serveGraphQL(exchange: Exchange, route: GraphQLRoute): Promise<void> {
  const { request, method, search } = exchange;
  const reading = await readBody(request, route.bodyLimit, route.variableBounds);
  if (!reading.ok) {
    if (reading.status !== 'gone') replyRefusal(exchange, reading.status, reading.code, reading.sentence);
    return;
  }
  const httpGraphQLRequest = { method, search, headers: headersOf(exchange), body: reading.body };
  try {
    writeAnswer(exchange, await answerInTime(exchange, httpGraphQLRequest, route));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    replyJson(exchange, 504, { errors: [error.toJSON()] });
  }
}

/** Rejects with TIMEOUT when the deadline and its grace are over. A client that hangs up takes its fetches along. */
async function answerInTime(
  { response }: Exchange,
  httpGraphQLRequest: HTTPGraphQLRequest,
  route: GraphQLRoute,
): Promise<HTTPGraphQLResponse> {
  const deadline = createDeadline(route.deadlineMs);
  const context = async () => route.createContext(deadline);
  response.once('close', deadline.abandon);
  try {
    return await deadline.enforce(route.server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context }));
  } finally {
    response.off('close', deadline.abandon);
  }
}

function headersOf({ request }: Exchange): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function writeAnswer(exchange: Exchange, answer: HTTPGraphQLResponse): void {
  const { response } = exchange;
  if (answer.body.kind !== 'complete')
    throw new Error('An answer in parts was made, although none is offered.');
  const contentType = answer.headers.get('content-type') ?? 'application/json; charset=utf-8';
  for (const [name, value] of answer.headers) {
    if (name !== 'content-type' && name !== 'content-length') response.setHeader(name, value);
  }
  replyText(
    exchange,
    answer.status ?? 200,
    contentType.replace(/;\s*charset=utf-8$/i, ''),
    answer.body.string,
  );
}
