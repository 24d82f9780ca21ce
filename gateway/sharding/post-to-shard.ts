// One request to one shard: waits its turn, posts, reads at most so much, and gives up at the deadline.
import type { Dispatcher } from 'undici';
import type { Limits, Line } from './http-transport';
import { readShardAnswer } from './read-shard-answer';
import type { SendOptions, ShardAnswer, ShardRequest, Silence } from './transport';

const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json',
};

export async function postToShard(
  line: Line,
  contract: string,
  request: ShardRequest,
  options: SendOptions,
  limits: Limits,
): Promise<ShardAnswer> {
  const watch = startWatch(options, limits);
  try {
    if (!(await line.lane.enter(watch.signal))) return { kind: 'silent', why: watch.why() ?? 'overloaded' };
    try {
      return await postTwice(
        line,
        `${line.path}/${contract}`,
        JSON.stringify(request),
        watch,
        options,
        limits.maxAnswer,
      );
    } finally {
      line.lane.leave();
    }
  } finally {
    watch.stop();
  }
}

/** A kept-alive connection may have been closed as we wrote: such a request is sent once more if it may be. */
async function postTwice(
  line: Line,
  path: string,
  body: string,
  watch: Watch,
  options: SendOptions,
  max: number,
): Promise<ShardAnswer> {
  const first = await post(line, path, body, watch, max);
  const retry =
    options.repeatable && first.kind === 'silent' && first.why === 'unreachable' && isReset(first.cause);
  return retry ? post(line, path, body, watch, max) : first;
}

async function post(line: Line, path: string, body: string, watch: Watch, max: number): Promise<ShardAnswer> {
  let response: Dispatcher.ResponseData | undefined;
  try {
    response = await line.pool.request({
      method: 'POST',
      path,
      headers: HEADERS,
      body,
      signal: watch.signal,
    });
    const text = await readBody(response.body, max);
    return text === null ? { kind: 'silent', why: 'too-large' } : readShardAnswer(response.statusCode, text);
  } catch (cause) {
    return { kind: 'silent', why: watch.why() ?? (response ? 'cut-off' : 'unreachable'), cause };
  }
}

/** Null when the body is longer than `max`; the connection is given up then. */
async function readBody(body: Dispatcher.ResponseData['body'], max: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > max) return null;
    chunks.push(chunk);
  }
  return (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString('utf8');
}

function isReset(cause: unknown): boolean {
  const code = (cause as { code?: unknown } | null)?.code;
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET';
}

interface Watch {
  signal: AbortSignal;
  /** Set once the request was given up. */
  why(): Extract<Silence, 'aborted' | 'deadline'> | null;
  stop(): void;
}

/** One signal for the caller's abort and the nearer of two deadlines: the fetch's and the operation's. */
function startWatch({ signal, deadline }: SendOptions, { fetchTimeout, now }: Limits): Watch {
  const controller = new AbortController();
  let why: 'aborted' | 'deadline' | null = null;
  const give = (reason: 'aborted' | 'deadline') => {
    why ??= reason;
    controller.abort();
  };
  const left = Math.max(0, Math.min(fetchTimeout, deadline === undefined ? Infinity : deadline - now()));
  const timer = setTimeout(give, left, 'deadline');
  const onAbort = () => give('aborted');
  signal?.addEventListener('abort', onAbort);
  if (signal?.aborted) give('aborted');
  return {
    signal: controller.signal,
    why: () => why,
    stop() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    },
  };
}
