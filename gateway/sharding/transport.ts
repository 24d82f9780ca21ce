// How a shard is reached (law 12). The layer knows only this; HTTP is one transport.
import type { Shard } from './shard-list';

export interface ShardRequest {
  query: string;
  /** JSON text, so that what many shards are told alike is written once. */
  variables?: string;
}

export interface SendOptions {
  signal?: AbortSignal;
  /** When the whole operation must be done: milliseconds since the epoch. A fetch has its own, shorter, from when it is sent. */
  deadline?: number;
  /** The request changes nothing, so a connection that broke before any byte came may be tried once more. */
  repeatable?: boolean;
}

export interface ShardError {
  message: string;
  path?: (string | number)[];
  code?: string;
}

/** Why nothing usable came. `aborted` is the caller's doing, `overloaded` ours (it was not sent): neither says anything of the shard. */
export type Silence =
  | 'aborted'
  | 'deadline'
  | 'breaker-open'
  | 'overloaded'
  | 'unreachable'
  | 'cut-off'
  | 'bad-status'
  | 'too-large'
  | 'not-json'
  | 'not-graphql';

/** A silent shard is an outcome, not an exception (law 7). `cause` is for the log only. */
export type ShardAnswer =
  | { kind: 'answered'; data: Record<string, unknown> | null; errors: ShardError[] }
  | { kind: 'silent'; why: Silence; cause?: unknown };

/** Never throws and never rejects. */
export interface ShardTransport {
  send(shard: Shard, contract: string, request: ShardRequest, options: SendOptions): Promise<ShardAnswer>;
}
