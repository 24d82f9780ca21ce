// Carries one GraphQL request to its answer, directly or through Apollo Server, within the deadline and the limit of the body.
import { type ApolloServer, type HTTPGraphQLResponse, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { readBody } from '../guard/read-body';
import { type Deadline, createDeadline } from '../guard/request-deadline';
import type { VariableBounds } from '../guard/variable-bounds';
import type { ShardingContext } from '../sharding/sharding-layer';
import type { DirectWay } from './answer-directly';
import type { ContentTypes } from './content-types';
import { type Exchange, replyJson, replyRefusal } from './reply';
import { type GraphQLAnswer, sendAnswer } from './send-answer';

export interface GraphQLRoute {
  server: ApolloServer<ShardingContext>;
  /** For operations that are known already; absent when everything goes to Apollo Server. */
  direct?: DirectWay;
  contentTypes: ContentTypes;
  /** One context per request: one version of the shard list, one record of homes. */
  createContext(deadline: Deadline): ShardingContext;
  bodyLimit: number;
  variableBounds: VariableBounds;
  deadlineMs: number;
}

export async function serveGraphQL(exchange: Exchange, route: GraphQLRoute): Promise<void> {
  const { request, response } = exchange;
  const reading = await readBody(request, route.bodyLimit, route.variableBounds);
  if (!reading.ok) {
    if (reading.status !== 'gone') replyRefusal(exchange, reading.status, reading.code, reading.sentence);
    return;
  }
  const deadline = createDeadline(route.deadlineMs);
  response.once('close', deadline.abandon);
  try {
    sendAnswer(exchange, await deadline.enforce(answer(exchange, reading.body, { route, deadline })));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    replyJson(exchange, 504, { errors: [error.toJSON()] });
  } finally {
    response.off('close', deadline.abandon);
  }
}

interface Course {
  route: GraphQLRoute;
  deadline: Deadline;
}

function answer(exchange: Exchange, body: unknown, { route, deadline }: Course): Promise<GraphQLAnswer> {
  const operation = route.direct?.find(exchange, body);
  return operation
    ? route.direct!.answer(exchange, operation, route.createContext(deadline))
    : askApollo(exchange, body, { route, deadline });
}

async function askApollo(
  exchange: Exchange,
  body: unknown,
  { route, deadline }: Course,
): Promise<GraphQLAnswer> {
  const { method, search, request } = exchange;
  const httpGraphQLRequest = { method, search, headers: headersOf(exchange), body };
  const context = async () => route.createContext(deadline);
  const answer = toAnswer(await route.server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context }));
  if (answer.status === 200) route.contentTypes.learn(request.headers.accept, answer.contentType);
  return answer;
}

function headersOf({ request }: Exchange): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function toAnswer({ status = 200, headers, body }: HTTPGraphQLResponse): GraphQLAnswer {
  if (body.kind !== 'complete') throw new Error('An answer in parts was made, although none is offered.');
  const { 'content-type': contentType = 'application/json', ...others } = Object.fromEntries(headers);
  delete others['content-length'];
  return {
    status,
    contentType: contentType.replace(/;\s*charset=utf-8$/i, ''),
    headers: others,
    text: body.string,
  };
}
