// Every error code that a caller of the graph may see, and the one maker of refusals.
import { GraphQLError } from 'graphql';

/** Codes in `errors[].extensions.code`. Apollo Server's own codes (GRAPHQL_PARSE_FAILED …) come on top. */
export const CODES = {
  BAD_ID: 'an id that is not of the form <home> or <home>.<kind>.<ulid>',
  BAD_CURSOR: 'a cursor that cannot be read',
  CURSOR_MISMATCH: 'a cursor of another order, direction or filter',
  BAD_PAGE: 'first, last, after or before out of bounds or combined wrongly',
  BAD_DAY: 'a day that is not YYYY-MM-DD or does not exist',
  BAD_TIME: 'a time that is not RFC 3339 with an offset',
  BAD_MONEY: 'an amount that is not a decimal string of whole fen',
  BAD_RANGE: 'a range whose end lies before its start, or that says nothing',
  TOO_MANY: 'a request that would ask too much at once',
  TOO_COMPLEX: 'an operation that is too large or too entangled to be read and planned within bounds',
  OVERLOADED: 'too much waits: new operations to be read, or fetches to be sent; try again later',
  UNAUTHENTICATED: 'a step that needs a signed-in office',
  NOT_FOUND: 'a mutation names an object that does not exist',
  FORBIDDEN: 'a token or an office that is known but may not do this',
  BAD_NAME: 'a name, home, label or reason that is not of the expected form',
  CONFLICT: 'what is asked for does not fit what is there already',
  HOME_UNAVAILABLE: 'an organization whose data did not answer',
  SHARD_PROTOCOL: 'a shard broke the protocol; its faulty rows were dropped',
  SUBGRAPH_UNAVAILABLE: 'a subgraph did not answer',
  TIMEOUT: 'the request ran past its deadline',
  INTERNAL: 'a fault of ours; details are in the log',
} as const;

export type Code = keyof typeof CODES;

/** A sentence in both languages: what was wrong, what was expected, what to do. */
export interface Sentence {
  zh: string;
  en: string;
}

/** The caller's fault, or a missing part, as a GraphQL error with `extensions.code`. */
export function refuse(code: Code, sentence: Sentence, extensions: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(`${sentence.zh} ${sentence.en}`, { extensions: { ...extensions, code } });
}

/** A quotation of what a caller sent, cut to `max` characters and without control characters. */
export function quote(value: unknown, max = 60): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const clean = text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
  return `“${clean.length > max ? `${clean.slice(0, max)}…` : clean}”`;
}
