// A client that takes `application/json` and nothing newer reads every GraphQL answer under status 200, as GraphQL over HTTP asks.
import type { ApolloServerPlugin } from '@apollo/server';
import type { ShardingContext } from '../sharding/sharding-context';

/** Refusals of a GraphQL request that was well formed; faults of ours keep their 5xx. */
const REFUSALS = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'TOO_COMPLEX',
]);

/** All others, those that name no type included, read Apollo Server's statuses. */
export const statusForJson: ApolloServerPlugin<ShardingContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response: { body, http } }) {
        if (http.status !== 400 || body.kind !== 'single') return;
        if (!onlyJson(request.http?.headers.get('accept'))) return;
        const refusal = body.singleResult.errors?.[0]?.extensions?.code;
        if (REFUSALS.has(refusal)) http.status = 200;
      },
    };
  },
};

function onlyJson(accept: string | undefined): boolean {
  const types = (accept ?? '').split(',').map((type) => type.split(';', 1)[0]!.trim().toLowerCase());
  return types.every((type) => type === 'application/json');
}
