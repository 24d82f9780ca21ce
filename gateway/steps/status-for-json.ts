// A client that takes `application/json` and nothing newer reads every GraphQL answer under status 200, as GraphQL over HTTP asks.
import type { AnswerHook } from './operation-steps';

/** Refusals of a GraphQL request that was well formed; faults of ours keep their 5xx. */
const REFUSALS = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'TOO_COMPLEX',
]);

/** All others, those that name no type included, read Apollo Server's statuses. */
export const statusForJson: AnswerHook = {
  name: 'status-for-json',
  apply(answer, { accept }) {
    if (answer.status !== 400 || !onlyJson(accept)) return;
    if (REFUSALS.has(answer.errors?.[0]?.extensions?.code)) answer.status = 200;
  },
};

function onlyJson(accept = ''): boolean {
  const types = accept.split(',').map((type) => type.split(';', 1)[0]!.trim().toLowerCase());
  return types.every((type) => type === 'application/json');
}
