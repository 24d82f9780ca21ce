// What of an error a client may read: known codes and clean sentences; all else becomes INTERNAL and is logged once.
import { type GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { CODES, type Code, type Sentence } from '../../schema/codes';
import { isClean, keepClean } from './clean-text';

/** Apollo Server's own codes for a client's fault, made in this process from what the client itself sent. */
const CLIENT_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

/** Stand for a subgraph's sentence that may not be shown. */
const SENTENCES: Partial<Record<Code, Sentence>> = {
  INTERNAL: {
    zh: '系统内部出错，已记录；请稍后再试。',
    en: 'Something failed on our side and was logged; try again later.',
  },
  SUBGRAPH_UNAVAILABLE: {
    zh: '一个数据来源没有应答；请稍后再试。',
    en: 'A subgraph did not answer; try again later.',
  },
  HOME_UNAVAILABLE: { zh: '一个单位的数据没有应答。', en: 'The data of an organization did not answer.' },
  TIMEOUT: { zh: '请求超时；请稍后再试。', en: 'The request timed out; try again later.' },
};

/** Apollo Server refuses these of a client without a code of their own. */
const UNCODED = new Set(['provided sha does not match query', 'Unsupported persisted query version']);

export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** Apollo Server's `formatError`. The same in every mode: there is no setting that shows more. */
export function createErrorMask(log: Logger): FormatError {
  return function maskError(formatted, error) {
    const { serviceName } = formatted.extensions ?? {};
    const code = codeOf(formatted);
    const path = visiblePath(formatted.path);
    if (!isShown(code)) {
      log.error(
        { ...describeFault(error), code, subgraph: serviceName, path: path?.join('.') },
        'an error was masked',
      );
      return { message: sentence('INTERNAL'), ...(path && { path }), extensions: { code: 'INTERNAL' } };
    }
    const isOurs = serviceName === undefined && CLIENT_CODES.has(code);
    const message =
      isOurs || (isClean(formatted.message) && code !== 'INTERNAL') ? formatted.message : sentence(code);
    const locations = isOurs ? formatted.locations : undefined;
    const extensions = keepClean({ ...formatted.extensions, code });
    return { message, ...(locations && { locations }), ...(path && { path }), extensions };
  };
}

function codeOf({ message, extensions = {} }: GraphQLFormattedError): unknown {
  const isUncoded = extensions.code === 'INTERNAL_SERVER_ERROR' && extensions.serviceName === undefined;
  return isUncoded && UNCODED.has(message) ? 'BAD_REQUEST' : extensions.code;
}

function isShown(code: unknown): code is string {
  return typeof code === 'string' && (code in CODES || CLIENT_CODES.has(code));
}

function sentence(code: string): string {
  const known = SENTENCES[code as Code];
  if (known) return `${known.zh} ${known.en}`;
  const meaning = CODES[code as Code] ?? 'the request was refused';
  return `请求有误（${code}）。 The request was refused: ${meaning}.`;
}

/**
 * Apollo's executor puts the plan's path in front of a subgraph's: `@` stands for "each of a list" and `_entities` for
 * the fetch. Both are no part of the answer, so the path ends at the last place that the client knows.
 */
function visiblePath(path: GraphQLFormattedError['path']): GraphQLFormattedError['path'] {
  if (!path) return undefined;
  const end = path.findIndex((part, i) => part === '@' || (part === '_entities' && i > 0));
  const visible = end < 0 ? path : path.slice(0, end);
  return visible.length > 0 ? visible : undefined;
}

/** Where a fault of ours happened; its words only if the engine wrote them, for others may quote people's data. */
function describeFault(error: unknown): Record<string, unknown> {
  const fault = (error as GraphQLError)?.originalError ?? error;
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const byEngine =
    fault instanceof TypeError || fault instanceof RangeError || fault instanceof ReferenceError;
  const frames = (fault.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6);
  return {
    fault: fault.name,
    ...(byEngine && { words: fault.message }),
    at: frames.map((line) => line.trim()),
  };
}
