// Carries one request of the registry's API to Apollo Server and its answer back, within the deadline and the limit of the body.
import { type ApolloServer, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { readBody } from '../../guard/read-body';
import { createDeadline } from '../../guard/request-deadline';
import { VARIABLE_BOUNDS } from '../../guard/variable-bounds';
import { type Exchange, replyJson, replyRefusal } from '../../http/reply';
import { sendAnswer } from '../../http/send-answer';
import type { RegistryGround } from '../verbs/registry-ground';
import { addressOf, authenticate } from './authenticate';
import type { RegistryContext } from './resolvers';

export interface ApiRoute {
  ground: RegistryGround;
  server: ApolloServer<RegistryContext>;
  bodyLimit: number;
  deadlineMs: number;
}

export async function answerApi(exchange: Exchange, route: ApiRoute): Promise<void> {
  const reading = await readBody(exchange.request, route.bodyLimit, VARIABLE_BOUNDS);
  if (!reading.ok) {
    if (reading.status !== 'gone') replyRefusal(exchange, reading.status, reading.code, reading.sentence);
    return;
  }
  try {
    const answer = await createDeadline(route.deadlineMs).enforce(ask(exchange, reading.body, route));
    sendAnswer(exchange, answer);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    replyJson(exchange, 504, { errors: [error.toJSON()] });
  }
}

async function ask(exchange: Exchange, body: unknown, { ground, server }: ApiRoute) {
  const { method, search, request } = exchange;
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string') headers.set(name, value);
  const context = async () => ({ actor: await authenticate(ground, exchange), from: addressOf(exchange) });
  const answer = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, search, headers, body },
    context,
  });
  if (answer.body.kind !== 'complete')
    throw new Error('An answer in parts was made, although none is offered.');
  const {
    'content-type': contentType = 'application/json',
    'content-length': _,
    ...others
  } = Object.fromEntries(answer.headers);
  return {
    status: answer.status ?? 200,
    contentType: contentType.replace(/;\s*charset=utf-8$/i, ''),
    headers: others,
    text: answer.body.string,
  };
}
