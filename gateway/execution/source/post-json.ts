// Posts JSON to subgraphs over kept-alive connections: bounded in sockets, in waiting, in time and in what is read.
import type { SignedActor } from '../../../schema/actor-signature';
import { createBreaker } from '../../sharding/breaker';
import { ENDPOINT_BOUNDS, type EndpointBounds } from '../../sharding/endpoint-bounds';
import { createLane } from '../../sharding/lane';
import { type FetchTerms, fetchOn, type Line } from '../../sharding/shard-fetch';
import type { ShardAnswer, SignRequest } from '../../sharding/transport';
import { ConnectionPool } from '../../sharding/wire/connection-pool';

export interface PostLimits extends EndpointBounds {
  /** Longest wait for one fetch, from when it is sent, in milliseconds. */
  fetchTimeout: number;
  /** Connections to one subgraph, and how many more fetches may wait for one. */
  connections: number;
  queue: number;
  now: () => number;
  /** Sent with every request: names and values in turn. */
  headers: readonly string[];
  /** Certificates of TLS, where the subgraph wants to see one. */
  tls: TlsIdentity | undefined;
  /** Where it is reached whatever its name resolves to; without them, where its name says. */
  addresses: readonly string[] | undefined;
  /** Tells the project's own shards who asks; nobody else is told. */
  sign: SignRequest | undefined;
  onUnrecognized: ((shard: string) => void) | undefined;
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
  /** Name of the shard that is asked, and for whom, where it is told. */
  audience?: string;
  actor?: SignedActor;
}

export interface JsonPoster {
  /** Never rejects: silence is an outcome. */
  post(request: PostRequest): Promise<ShardAnswer>;
  /** Closes the connections to all other addresses once they are idle. */
  keepOnly(urls: Iterable<string>): void;
  close(): Promise<void>;
}

const DEFAULTS: PostLimits = {
  ...ENDPOINT_BOUNDS,
  fetchTimeout: 5_000,
  connections: 128,
  queue: 4_096,
  now: Date.now,
  headers: [],
  tls: undefined,
  addresses: undefined,
  sign: undefined,
  onUnrecognized: undefined,
};

export function createJsonPoster(options: Partial<PostLimits> = {}): JsonPoster {
  const limits: PostLimits = { ...DEFAULTS, ...options };
  const { fetchTimeout, maxAnswer, now, headers, sign, onUnrecognized } = limits;
  const terms: FetchTerms = { fetchTimeout, maxAnswer, now, headers, sign, onUnrecognized };
  const lines = new Map<string, Line>();
  return {
    post(request) {
      let line = lines.get(request.url);
      if (!line) lines.set(request.url, (line = openLine(request.url, limits)));
      line.audience = request.audience;
      return fetchOn(line, request.body, request, terms);
    },
    keepOnly(urls) {
      const kept = new Set(urls);
      for (const [url, { pool }] of lines) {
        if (kept.has(url)) continue;
        lines.delete(url);
        pool.close();
      }
    },
    async close() {
      const pools = [...lines.values()].map(({ pool }) => pool);
      lines.clear();
      for (const pool of pools) pool.destroy();
    },
  };
}

function openLine(url: string, limits: PostLimits): Line {
  const { origin, pathname, search } = new URL(url);
  return {
    pool: new ConnectionPool(origin, limits.tls, limits.addresses),
    path: pathname + search,
    breaker: createBreaker({ failures: limits.breakerFailures, pause: limits.breakerPause, now: limits.now }),
    lane: createLane({ width: limits.connections, length: limits.queue }),
  };
}
