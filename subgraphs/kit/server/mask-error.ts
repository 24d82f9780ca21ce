// What a subgraph tells of an error: known codes as they are, our own faults as INTERNAL, logged once.
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { CODES, refuse } from '../../../schema/codes';

const INTERNAL = refuse('INTERNAL', {
  zh: '此处出错，已记录。',
  en: 'Something failed here; it has been logged.',
});

/** Codes of Apollo Server that are the caller's fault: all but its own failures. */
const CALLERS_FAULT = new Set<string>(
  Object.values(ApolloServerErrorCode).filter((code) => code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR),
);

export function maskError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  if (!isTold(formatted.extensions?.code))
    return { message: INTERNAL.message, path: formatted.path, extensions: { code: 'INTERNAL' } };
  return {
    message: formatted.message,
    path: formatted.path,
    locations: formatted.locations,
    extensions: withoutStack(formatted),
  };
}

/** Our own faults among the errors of a request, each once: one failed batch is the error of many fields. */
export function faultsIn(errors: readonly GraphQLError[]): unknown[] {
  return [...new Set(errors.filter(({ extensions }) => !isTold(extensions.code)).map(unwrapResolverError))];
}

/** Whether a caller may see an error with this code as it is. */
function isTold(code: unknown): boolean {
  return typeof code === 'string' && code !== 'INTERNAL' && (code in CODES || CALLERS_FAULT.has(code));
}

function withoutStack({ extensions }: GraphQLFormattedError): Record<string, unknown> {
  const { stacktrace: _stacktrace, ...rest } = extensions ?? {};
  return rest;
}
