// Whether the gateway lives and is ready, and which shards answer: by name, never by address.
import type { PlanningMetrics } from '../planning/planning-metrics';
import type { ShardListSource } from '../sharding/watch-shard-list';
import type { Shard } from '../sharding/shard-list';
import type { ShardTransport } from '../sharding/transport';
import { type Exchange, replyJson } from './reply';

/** How long one look at the shards is told to whoever asks, and how long a shard may take, in milliseconds. */
const KEEP_MS = 1_000;
const PROBE_MS = 1_000;

interface ShardHealth {
  name: string;
  reachable: boolean;
}

export function reportLive(exchange: Exchange): void {
  replyJson(exchange, 200, { status: 'live' });
}

/** Ready once there is a list, even if shards are down: the gateway answers, and says what is missing. */
export function createReadiness(
  source: ShardListSource,
  transport: ShardTransport,
  planning: () => PlanningMetrics,
) {
  let last: { version: number; at: number; shards: Promise<ShardHealth[]> } | undefined;

  return async function reportReady(exchange: Exchange): Promise<void> {
    const { version, shards } = source.current();
    if (!last || last.version !== version || Date.now() - last.at > KEEP_MS) {
      last = { version, at: Date.now(), shards: Promise.all(shards.map((shard) => probe(shard, transport))) };
    }
    const isReady = source.isLoaded();
    replyJson(exchange, isReady ? 200 : 503, {
      status: isReady ? 'ready' : 'waiting for the list of shards',
      composed: true,
      shardList: { version: isReady ? version : null },
      shards: await last.shards,
      planning: planning(),
    });
  };
}

async function probe(shard: Shard, transport: ShardTransport): Promise<ShardHealth> {
  const options = { signal: AbortSignal.timeout(PROBE_MS), repeatable: true };
  const answer = await transport.send(shard, shard.contracts[0]!, { query: '{ __typename }' }, options);
  return { name: shard.name, reachable: answer.kind === 'answered' };
}
