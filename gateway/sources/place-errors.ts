// Puts a place on every error of a fetch, so that the executor can tell the client where it belongs.
import { type GraphQLError, type GraphQLFormattedError, Kind, parse } from 'graphql';
import { refuse } from '../../schema/codes';

/** An error without a path is the fetch's as a whole, so it stands at each root field. */
export function placeErrors(errors: GraphQLFormattedError[], query: string): GraphQLFormattedError[] {
  return errors.flatMap((error) => (error.path ? [error] : atRootFields(error, query)));
}

/** The error once at each root field that the fetch asked. */
export function atRootFields(
  error: GraphQLError | GraphQLFormattedError,
  query: string,
): GraphQLFormattedError[] {
  const { message, extensions } = error;
  return rootKeys(query).map((key) => ({ message, extensions, path: [key] }));
}

export function unavailable(subgraph: string): GraphQLError {
  return refuse('SUBGRAPH_UNAVAILABLE', {
    zh: `数据来源“${subgraph}”没有应答；相关内容为空，请稍后再试。`,
    en: `The subgraph "${subgraph}" did not answer; its part is null. Try again later.`,
  });
}

/** Too much waited to be sent: this gateway's doing, not the subgraph's. */
export function notAsked(subgraph: string): GraphQLError {
  return refuse('OVERLOADED', {
    zh: `网关此刻太忙，没有来得及询问数据来源“${subgraph}”；相关内容为空，请稍后再试，或减少同时发出的请求。`,
    en: `The gateway is too busy and did not get to ask the subgraph "${subgraph}"; its part is null. Try again later, or send fewer requests at once.`,
  });
}

function rootKeys(query: string): string[] {
  const { definitions } = parse(query, { noLocation: true });
  const operation = definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION);
  const selections = operation?.selectionSet.selections ?? [];
  const keys = selections.flatMap((it) => (it.kind === Kind.FIELD ? [(it.alias ?? it.name).value] : []));
  return [...new Set(keys)];
}
