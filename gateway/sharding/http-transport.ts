// Shards over HTTP: an undici pool, a breaker and a lane per endpoint (a contract of a shard); every failure is an outcome.
import { Pool } from 'undici';
import { createBreaker, type Breaker } from './breaker';
import { createLane, type Lane } from './lane';
import { postToShard } from './post-to-shard';
import type { Shard, ShardList } from './shard-list';
import type { SendOptions, ShardAnswer, ShardRequest, ShardTransport } from './transport';

export interface HttpTransportOptions {
  /** Longest wait for one fetch, in milliseconds. */
  fetchTimeout?: number;
  /** Failures in a row after which a shard is left alone, and for how long (milliseconds). */
  breakerFailures?: number;
  breakerPause?: number;
  /** Requests under way to one shard, and how many more may wait. */
  concurrency?: number;
  queue?: number;
  /** Longest answer, in bytes. */
  maxAnswer?: number;
  now?: () => number;
}

export interface HttpTransport extends ShardTransport {
  /** Closes the connections to shards that the list no longer has. Call it with every new version. */
  keepOnly(list: ShardList): void;
  close(): Promise<void>;
}

/** What is kept per endpoint. */
export interface Line {
  shardUrl: string;
  pool: Pool;
  path: string;
  breaker: Breaker;
  lane: Lane;
}

export type Limits = Required<HttpTransportOptions>;

const DEFAULTS: Limits = {
  fetchTimeout: 5_000,
  breakerFailures: 5,
  breakerPause: 1_000,
  concurrency: 32,
  queue: 256,
  maxAnswer: 10 * 1024 * 1024,
  now: Date.now,
};

export function createHttpTransport(options: HttpTransportOptions = {}): HttpTransport {
  const limits: Limits = { ...DEFAULTS, ...options };
  const lines = new Map<string, Line>();
  return {
    send: (shard, contract, request, sendOptions) =>
      send(lineOf(lines, shard, contract, limits), contract, request, sendOptions, limits),
    keepOnly(list) {
      const urls = new Set(list.shards.map((shard) => shard.url));
      for (const [endpoint, line] of lines) {
        if (urls.has(line.shardUrl)) continue;
        lines.delete(endpoint);
        void line.pool.close().catch(() => undefined);
      }
    },
    async close() {
      const pools = [...lines.values()].map((line) => line.pool);
      lines.clear();
      await Promise.all(pools.map((pool) => pool.destroy()));
    },
  };
}

/** A contract that hangs holds up no other contract of its shard. */
function lineOf(lines: Map<string, Line>, shard: Shard, contract: string, limits: Limits): Line {
  const endpoint = `${shard.url}/${contract}`;
  const known = lines.get(endpoint);
  if (known) return known;
  const { origin, pathname } = new URL(shard.url);
  const line: Line = {
    shardUrl: shard.url,
    pool: new Pool(origin, { connections: limits.concurrency, pipelining: 1, keepAliveTimeout: 30_000 }),
    path: pathname.replace(/\/+$/, ''),
    breaker: createBreaker({ failures: limits.breakerFailures, pause: limits.breakerPause, now: limits.now }),
    lane: createLane(limits.concurrency, limits.queue),
  };
  lines.set(endpoint, line);
  return line;
}

async function send(
  line: Line,
  contract: string,
  request: ShardRequest,
  options: SendOptions,
  limits: Limits,
): Promise<ShardAnswer> {
  if (options.signal?.aborted) return { kind: 'silent', why: 'aborted' };
  if (!line.breaker.admit()) return { kind: 'silent', why: 'breaker-open' };
  const answer = await postToShard(line, contract, request, options, limits);
  if (answer.kind === 'answered') line.breaker.succeeded();
  else if (answer.why === 'aborted' || answer.why === 'overloaded') line.breaker.abandoned();
  else line.breaker.failed();
  return answer;
}
