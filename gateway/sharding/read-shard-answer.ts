// Turns the body of a shard's answer into data and errors; anything else is silence.
import type { ShardAnswer, ShardError } from './transport';

/** https://graphql.github.io/graphql-over-http/draft/ : a 4xx may carry a well-formed answer, other statuses do not. */
export function readShardAnswer(status: number, body: string): ShardAnswer {
  if (status !== 200 && (status < 400 || status >= 500))
    return { kind: 'silent', why: 'bad-status', cause: status };
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (cause) {
    return { kind: 'silent', why: status === 200 ? 'not-json' : 'bad-status', cause };
  }
  return (
    readGraphql(json, isPlain(body)) ?? {
      kind: 'silent',
      why: status === 200 ? 'not-graphql' : 'bad-status',
      cause: status,
    }
  );
}

/** One look at the bytes of the whole, where each string would be looked through on its way out. */
function isPlain(body: string): boolean {
  return !body.includes('\\');
}

function readGraphql(json: unknown, isPlain: boolean): ShardAnswer | null {
  if (!isRecord(json)) return null;
  const data = json.data ?? null;
  const errors = json.errors ?? [];
  if ((data !== null && !isRecord(data)) || !Array.isArray(errors)) return null;
  if (data === null && errors.length === 0) return null;
  return { kind: 'answered', data, errors: errors.map(readError), isPlain };
}

function readError(error: unknown): ShardError {
  if (!isRecord(error)) return { message: '' };
  const { message, path, extensions } = error;
  const code = isRecord(extensions) ? extensions.code : undefined;
  return {
    message: typeof message === 'string' ? message : '',
    path: Array.isArray(path) && path.every(isPathKey) ? path : undefined,
    code: typeof code === 'string' ? code : undefined,
  };
}

const isPathKey = (key: unknown): key is string | number =>
  typeof key === 'string' || Number.isSafeInteger(key);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
