// Posts JSON to subgraphs over kept-alive connections: bounded in sockets, in waiting, in time and in what is read.
import { Pool } from 'undici';
import { type Breaker, createBreaker } from '../../sharding/breaker';
import { readShardAnswer } from '../../sharding/read-shard-answer';
import type { ShardAnswer } from '../../sharding/transport';
import { sendOnce } from './send-once';

export interface PostLimits {
  /** Longest wait for one fetch, in milliseconds. */
  fetchTimeout: number;
  /** Connections to one subgraph, and how many more fetches may wait for one. */
  connections: number;
  queue: number;
  /** Longest answer, in bytes. */
  maxAnswer: number;
  /** Failures in a row after which a subgraph is left alone, and for how long (milliseconds). */
  breakerFailures: number;
  breakerPause: number;
  now: () => number;
  /** Sent with every request: names and values in turn. */
  headers: readonly string[];
  /** Certificates of TLS, where the subgraph wants to see one. */
  tls: TlsIdentity | undefined;
}

export interface TlsIdentity {
  cert?: string;
  key?: string;
  ca?: string;
}

export interface PostRequest {
  /** With its path, e.g. `http://127.0.0.1:4001/directory`. */
  url: string;
  body: string;
  signal: AbortSignal | undefined;
  /** Milliseconds since the epoch. */
  deadline: number | undefined;
  /** It changes nothing, so it may be sent again when a kept-alive connection broke before any byte came. */
  repeatable: boolean;
}

export interface JsonPoster {
  /** Never rejects: silence is an outcome. */
  post(request: PostRequest): Promise<ShardAnswer>;
  /** Closes the connections to all other addresses once they are idle. */
  keepOnly(urls: Iterable<string>): void;
  close(): Promise<void>;
}

/** What is kept per address. */
interface Line {
  pool: Pool;
  path: string;
  breaker: Breaker;
  underWay: number;
}

const DEFAULTS: PostLimits = {
  fetchTimeout: 5_000,
  connections: 128,
  queue: 1_024,
  maxAnswer: 10 * 1024 * 1024,
  breakerFailures: 5,
  breakerPause: 1_000,
  now: Date.now,
  headers: [],
  tls: undefined,
};

export function createJsonPoster(options: Partial<PostLimits> = {}): JsonPoster {
  const limits: PostLimits = { ...DEFAULTS, ...options };
  const lines = new Map<string, Line>();
  return {
    post(request) {
      let line = lines.get(request.url);
      if (!line) lines.set(request.url, (line = openLine(request.url, limits)));
      return postOn(line, request, limits);
    },
    keepOnly(urls) {
      const kept = new Set(urls);
      for (const [url, { pool }] of lines) {
        if (kept.has(url)) continue;
        lines.delete(url);
        void pool.close().catch(() => undefined);
      }
    },
    async close() {
      const pools = [...lines.values()].map(({ pool }) => pool);
      lines.clear();
      await Promise.all(pools.map((pool) => pool.destroy()));
    },
  };
}

function openLine(url: string, limits: PostLimits): Line {
  const { origin, pathname, search } = new URL(url);
  return {
    pool: new Pool(origin, {
      connections: limits.connections,
      pipelining: 1,
      keepAliveTimeout: 30_000,
      // The fetch has its own deadline, to the millisecond.
      headersTimeout: 0,
      bodyTimeout: 0,
      ...(limits.tls && { connect: limits.tls }),
    }),
    path: pathname + search,
    breaker: createBreaker({ failures: limits.breakerFailures, pause: limits.breakerPause, now: limits.now }),
    underWay: 0,
  };
}

function postOn(line: Line, request: PostRequest, limits: PostLimits): Promise<ShardAnswer> {
  if (request.signal?.aborted) return silent('aborted');
  if (line.underWay >= limits.connections + limits.queue) return silent('overloaded');
  if (!line.breaker.admit()) return silent('breaker-open');
  line.underWay += 1;
  return new Promise((resolve) => {
    send(
      line,
      { request, limits, until: endOf(request, limits), mayRepeat: request.repeatable },
      (answer) => {
        line.underWay -= 1;
        if (answer.kind === 'answered') line.breaker.succeeded();
        else if (answer.why === 'aborted') line.breaker.abandoned();
        else line.breaker.failed();
        resolve(answer);
      },
    );
  });
}

function silent(why: Extract<ShardAnswer, { kind: 'silent' }>['why']): Promise<ShardAnswer> {
  return Promise.resolve({ kind: 'silent', why });
}

/** Milliseconds since the epoch. */
function endOf({ deadline = Infinity }: PostRequest, { now, fetchTimeout }: PostLimits): number {
  return Math.min(now() + fetchTimeout, deadline);
}

interface Sending {
  request: PostRequest;
  limits: PostLimits;
  until: number;
  mayRepeat: boolean;
}

function send(line: Line, sending: Sending, done: (answer: ShardAnswer) => void): void {
  const { request, limits, until, mayRepeat } = sending;
  const { body, signal } = request;
  const { headers, maxAnswer } = limits;
  const patience = Math.max(0, until - limits.now());
  sendOnce(line.pool, { path: line.path, body, headers, signal, patience, maxAnswer }, (sent) => {
    if (sent.kind === 'came') done(readShardAnswer(sent.status, sent.text));
    else if (mayRepeat && sent.why === 'unreachable' && isReset(sent.cause)) {
      send(line, { ...sending, mayRepeat: false }, done);
    } else done(sent);
  });
}

function isReset(cause: unknown): boolean {
  const code = (cause as { code?: unknown } | null)?.code;
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET';
}
