// Gives errors the form that Apollo Server gives them: a code for each, what concerns HTTP apart, then the project's mask.
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { FormatError } from '../guard/mask-error';

export interface FormattedErrors {
  errors: GraphQLFormattedError[];
  /** What the errors say of the answer's status; the last word counts. */
  status: number | undefined;
}

interface ErrorExtensions extends Record<string, unknown> {
  http?: { status?: number; headers?: unknown };
}

/** An error may name headers too; none of ours does, so whoever adds one hears of it here. */
export function formatErrors(errors: readonly GraphQLError[], mask: FormatError): FormattedErrors {
  let status: number | undefined;
  const formatted = errors.map((error) => {
    const { http, ...extensions } = error.extensions as ErrorExtensions;
    if (http?.headers) throw new Error('An error with headers came to the direct way.');
    status = http?.status ?? status;
    const code = extensions.code ?? 'INTERNAL_SERVER_ERROR';
    return mask({ ...error.toJSON(), extensions: { ...extensions, code } }, error);
  });
  return { errors: formatted, status };
}
