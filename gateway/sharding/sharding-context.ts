// What the layer is told about the request that it works for.
import type { SignedActor } from '../../schema/actor-signature';
import type { HomesRecord } from './homes-record';
import type { ShardList } from './shard-list';

export interface ShardingContext {
  /** One version for the whole request (law 11). */
  list: ShardList;
  /** Collects `extensions.homes` over the whole operation. */
  homes: HomesRecord;
  signal?: AbortSignal;
  /** Milliseconds since the epoch. */
  deadline?: number;
  /** Who asks; absent where nobody has signed in. */
  actor?: SignedActor;
}
