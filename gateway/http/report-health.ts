// Whether the gateway lives and is ready, and which shards answer: by name, never by address.
import type { PlanningMetrics } from '../planning/planning-metrics';
import type { ShardListSource } from '../sharding/watch-shard-list';
import type { Shard, ShardList } from '../sharding/shard-list';
import type { ShardTransport } from '../sharding/transport';
import type { GraphStatus } from '../supergraph/graph-record';
import { type Exchange, replyJson } from './reply';

/** How long one look at the shards is told to whoever asks, and how long a shard may take, in milliseconds. */
const KEEP_MS = 1_000;
const PROBE_MS = 1_000;

interface ShardHealth {
  name: string;
  reachable: boolean;
  /** What its outbox has not delivered to other owners; absent where it does not tell. */
  outbox?: OutboxHealth;
}

interface OutboxHealth {
  waiting: number;
  /** Refused by their receivers: an office must look. */
  refused: number;
  /** How long the oldest has waited. */
  oldestWaitingSeconds: number | null;
}

export interface ShardLook {
  list: ShardList;
  /** When the look began, in milliseconds since the epoch. */
  at: number;
  shards: ShardHealth[];
}

/** Whether each shard of the list answers; one look serves whoever asks within a second. */
export type ShardProbe = () => Promise<ShardLook>;

export function reportLive(exchange: Exchange): void {
  replyJson(exchange, 200, { status: 'live' });
}

export function createShardProbe(source: ShardListSource, transport: ShardTransport): ShardProbe {
  let last: { list: ShardList; at: number; look: Promise<ShardLook> } | undefined;

  return function look() {
    const list = source.current();
    if (!last || last.list.version !== list.version || Date.now() - last.at > KEEP_MS) {
      const at = Date.now();
      last = { list, at, look: lookAt(list, at) };
    }
    return last.look;
  };

  async function lookAt(list: ShardList, at: number): Promise<ShardLook> {
    return { list, at, shards: await Promise.all(list.shards.map((shard) => probe(shard, transport))) };
  }
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

async function probe(shard: Shard, transport: ShardTransport): Promise<ShardHealth> {
  const signal = AbortSignal.timeout(PROBE_MS);
  const options = { signal, repeatable: true };
  const [answer, health] = await Promise.all([
    transport.send(shard, shard.contracts[0]!, { query: '{ __typename }' }, options),
    transport.readHealth?.(shard, signal),
  ]);
  return { name: shard.name, reachable: answer.kind === 'answered', ...outboxIn(health) };
}

/** Figures only, whatever else a shard tells. */
function outboxIn(health: unknown): Pick<ShardHealth, 'outbox'> {
  const told = (health as { outbox?: Partial<Record<keyof OutboxHealth, unknown>> } | undefined)?.outbox;
  const { waiting, refused, oldestWaitingSeconds } = told ?? {};
  if (typeof waiting !== 'number' || typeof refused !== 'number') return {};
  const age = typeof oldestWaitingSeconds === 'number' ? oldestWaitingSeconds : null;
  return { outbox: { waiting, refused, oldestWaitingSeconds: age } };
}
