// Shards over HTTP: a pool of connections, a breaker and a lane per endpoint, and one gate for all; every failure is an outcome.
import { createBreaker } from './breaker';
import { ENDPOINT_BOUNDS, type EndpointBounds } from './endpoint-bounds';
import { createLane } from './lane';
import { createBoundedCache } from './plan/bounded-cache';
import { createHealthReader } from './read-health';
import type { Shard, ShardList } from './shard-list';
import { fetchOn, type FetchTerms, type Line } from './shard-fetch';
import type { ShardTransport, SignRequest } from './transport';
import { ConnectionPool } from './wire/connection-pool';

/** How many requests there are at a time: more wait, and beyond that nobody is asked. */
export interface TransportBounds {
  /** Requests under way to one endpoint, and how many more may wait. */
  concurrency: number;
  queue: number;
  /** Requests under way to all endpoints together, and how many more may wait. */
  concurrencyInAll: number;
  queueInAll: number;
}

export interface HttpTransportOptions extends Partial<TransportBounds & EndpointBounds> {
  /** Longest wait for one fetch, from when it is sent, in milliseconds. */
  fetchTimeout?: number;
  now?: () => number;
  /** Tells shards who asks. */
  sign?: SignRequest;
  onUnrecognized?: (shard: string) => void;
}

export interface HttpTransport extends ShardTransport {
  /** Closes the connections to shards that the list no longer has. Call it with every new version. */
  keepOnly(list: ShardList): void;
  close(): Promise<void>;
}

type Limits = Required<Omit<HttpTransportOptions, 'sign' | 'onUnrecognized'>>;

/**
 * Two hundred clients may each ask three hundred shards at once, several times over; they take their turns. What waits holds
 * its place and little more, some hundred bytes.
 */
export const TRANSPORT_BOUNDS: TransportBounds = {
  concurrency: 32,
  queue: 4_096,
  concurrencyInAll: 1_024,
  queueInAll: 200_000,
};

const DEFAULTS: Limits = {
  ...TRANSPORT_BOUNDS,
  ...ENDPOINT_BOUNDS,
  fetchTimeout: 5_000,
  now: Date.now,
};

/** A fetch that is answered later than this waits for its shard, not for this process. */
const GATE_HOLDS_MS = 500;
/** Texts of queries that are kept as JSON. */
const MAX_TEXTS = 2_000;

export function createHttpTransport(options: HttpTransportOptions = {}): HttpTransport {
  const { sign, onUnrecognized, ...given } = options;
  const limits: Limits = { ...DEFAULTS, ...given };
  const terms: FetchTerms = { ...limits, sign, onUnrecognized, gate: createGate(limits) };
  /** By contract, then by the shard's address. */
  const lines = new Map<string, Map<string, Line>>();
  const health = createHealthReader();
  const starts = createBoundedCache<string>(MAX_TEXTS);
  const startOf = (query: string) =>
    starts.get(query, () => `{"query":${JSON.stringify(query)},"variables":`);
  return {
    send(shard, contract, { query, variables = '{}' }, sendOptions) {
      const line = lineOf(lines, shard, contract, limits);
      line.audience = shard.name;
      return fetchOn(line, `${startOf(query)}${variables}}`, sendOptions, terms);
    },
    readHealth: (shard, signal) => health.read(shard, signal),
    keepOnly(list) {
      const urls = new Set(list.shards.map((shard) => shard.url));
      for (const byUrl of lines.values()) closeAllBut(urls, byUrl);
    },
    async close() {
      const pools = [...lines.values()].flatMap((byUrl) => [...byUrl.values()].map(({ pool }) => pool));
      lines.clear();
      for (const pool of pools) pool.destroy();
      await health.close();
    },
  };
}

function createGate({ concurrencyInAll, queueInAll }: Limits) {
  return createLane({ width: concurrencyInAll, length: queueInAll, holdsFor: GATE_HOLDS_MS });
}

function closeAllBut(urls: ReadonlySet<string>, lines: Map<string, Line>): void {
  for (const [url, { pool }] of lines) {
    if (urls.has(url)) continue;
    lines.delete(url);
    pool.close();
  }
}

function lineOf(
  lines: Map<string, Map<string, Line>>,
  { url }: Shard,
  contract: string,
  limits: Limits,
): Line {
  let byUrl = lines.get(contract);
  if (!byUrl) lines.set(contract, (byUrl = new Map()));
  let line = byUrl.get(url);
  if (!line) byUrl.set(url, (line = openLine(url, contract, limits)));
  return line;
}

function openLine(shardUrl: string, contract: string, limits: Limits): Line {
  const { origin, pathname } = new URL(shardUrl);
  const { concurrency, queue, breakerFailures, breakerPause, now } = limits;
  return {
    path: `${pathname.replace(/\/+$/, '')}/${contract}`,
    pool: new ConnectionPool(origin),
    breaker: createBreaker({ failures: breakerFailures, pause: breakerPause, now }),
    lane: createLane({ width: concurrency, length: queue }),
  };
}
