// Asks the gateway's own graph without a socket, by the same steps as any request: guards, identity, access, deadline.
import { HeaderMap } from '@apollo/server';
import { createDeadline } from '../../guard/request-deadline';
import type { GraphQLRoute } from '../../http/serve-graphql';
import type { AskGraph, GraphAnswer } from '../graph/ask-graph';

export interface Caller {
  /** The header as it came. */
  authorization?: string;
  /** Whether the caller has hung up: then nothing more is sent for it. */
  isGone(): boolean;
}

const CLIENT = 'lianxi-lists';

export function askRoute(route: GraphQLRoute, { authorization, isGone }: Caller): AskGraph {
  const headers = () =>
    new HeaderMap([
      ['content-type', 'application/json'],
      ['apollographql-client-name', CLIENT],
      ...(authorization === undefined ? [] : [['authorization', authorization] as [string, string]]),
    ]);
  return async (query, variables) => {
    if (isGone()) throw new Error('连接已断开。 The connection was closed.');
    const deadline = createDeadline(route.deadlineMs);
    const asked = route.server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', search: '', headers: headers(), body: { query, variables } },
      context: async () => route.createContext(deadline),
    });
    const { body } = await deadline.enforce(asked);
    if (body.kind !== 'complete') throw new Error('An answer in parts was made, although none is offered.');
    return JSON.parse(body.string) as GraphAnswer;
  };
}
