// What a subgraph tells of an error: known codes as they are, our own faults as INTERNAL, logged once.
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { CODES, refuse } from '../../../schema/codes';

const INTERNAL = refuse('INTERNAL', { zh: '此处出错，已记录。', en: 'Something failed here; it has been logged.' });

/** Codes of graphql-js and Apollo Server that are the caller's fault. */
const CALLERS_FAULT = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST']);

export function maskError(formatted: GraphQLFormattedError, error: unknown, log: (fault: unknown) => void): GraphQLFormattedError {
  const code = formatted.extensions?.code;
  const isKnown = typeof code === 'string' && code !== 'INTERNAL' && (code in CODES || CALLERS_FAULT.has(code));
  if (isKnown) return { message: formatted.message, path: formatted.path, locations: formatted.locations, extensions: withoutStack(formatted) };
  log(error instanceof GraphQLError ? unwrapResolverError(error) : error);
  return { message: INTERNAL.message, path: formatted.path, extensions: { code: 'INTERNAL' } };
}

function withoutStack({ extensions }: GraphQLFormattedError): Record<string, unknown> {
  const { stacktrace: _stacktrace, ...rest } = extensions ?? {};
  return rest;
}
