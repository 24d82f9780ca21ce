// Whether the gateway lives and is ready, and which shards answer: by name, never by address.
import type { PlanningMetrics } from '../planning/planning-metrics';
import type { ShardProbe } from '../sharding/shard-probe';
import type { ShardListSource } from '../sharding/watch-shard-list';
import type { GraphStatus } from '../supergraph/graph-record';
import { type Exchange, replyJson } from './reply';

export function reportLive(exchange: Exchange): void {
  replyJson(exchange, 200, { status: 'live' });
}

/** Ready once there is a list, even if shards are down: the gateway answers, and says what is missing. */
export function createReadiness(
  source: ShardListSource,
  probeShards: ShardProbe,
  report: { planning(): PlanningMetrics; graph?(): GraphStatus },
) {
  return async function reportReady(exchange: Exchange): Promise<void> {
    const isReady = source.isLoaded();
    const { list, shards } = await probeShards();
    replyJson(exchange, isReady ? 200 : 503, {
      status: isReady ? 'ready' : 'waiting for the list of shards',
      composed: true,
      shardList: { version: isReady ? list.version : null },
      shards,
      ...(report.graph && { graph: report.graph() }),
      planning: report.planning(),
    });
  };
}
