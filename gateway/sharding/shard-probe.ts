// Looks which shards of the list answer, and what each says of its outbox: by name, never by address.
import { setImmediate as breathe } from 'node:timers/promises';
import type { Shard, ShardList } from './shard-list';
import type { ShardTransport } from './transport';
import type { ShardListSource } from './watch-shard-list';

/** How long one look at the shards is told to whoever asks, and how long a shard may take, in milliseconds. */
const KEEP_MS = 1_000;
const PROBE_MS = 1_000;
/** Three hundred asked at once hold the serving thread for a tenth of a second; what clients ask comes in between. */
const SHARDS_IN_A_TURN = 5;

export interface ShardHealth {
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

export function createShardProbe(source: ShardListSource, transport: ShardTransport): ShardProbe {
  let last: { version: number; look: Promise<ShardLook>; endedAt: number | undefined } | undefined;

  return function look() {
    const list = source.current();
    if (last?.version === list.version && !isOver(last.endedAt)) return last.look;
    const begun = { version: list.version, look: lookAt(list), endedAt: undefined as number | undefined };
    void begun.look.then(() => (begun.endedAt = Date.now()));
    last = begun;
    return begun.look;
  };

  async function lookAt(list: ShardList): Promise<ShardLook> {
    const at = Date.now();
    const probes: Array<Promise<ShardHealth>> = [];
    for (const [i, shard] of list.shards.entries()) {
      probes.push(probe(shard, transport));
      if (i % SHARDS_IN_A_TURN === 0) await breathe();
    }
    return { list, at, shards: await Promise.all(probes) };
  }
}

/** From its end: a look at shards that hang takes as long as it is kept, and no second one is begun beside it. */
function isOver(endedAt: number | undefined): boolean {
  return endedAt !== undefined && Date.now() - endedAt > KEEP_MS;
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
