// How a shard is reached (law 12). The layer knows only this; HTTP is one transport.
import type { SignedActor } from '../../schema/actor-signature';
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
  /** For whom it is asked; nobody has signed in where it is absent. */
  actor?: SignedActor;
}

export interface SignableRequest {
  /** Name of the shard that is asked. */
  audience: string;
  body: string;
  actor: SignedActor | undefined;
  /** It changes nothing, so equal requests may bear one signature. */
  isRead: boolean;
}

/** What a shard is shown of who asks: a header's value, as schema/actor-signature.md has it. */
export type SignRequest = (request: SignableRequest) => string;

export interface ShardError {
  message: string;
  path?: (string | number)[];
  code?: string;
}

/** Why nothing usable came. `unrecognized`: the signature is not one that the shard takes. `aborted` is the caller's doing, `overloaded` ours (it was not sent): neither says anything of the shard. */
export type Silence =
  | 'aborted'
  | 'deadline'
  | 'breaker-open'
  | 'overloaded'
  | 'unreachable'
  | 'cut-off'
  | 'bad-status'
  | 'unrecognized'
  | 'too-large'
  | 'not-json'
  | 'not-graphql';

/**
 * A silent shard is an outcome, not an exception (law 7). `cause` is for the log only. `isPlain`: no string of the data
 * came with an escape, so that none needs one when it is written again.
 */
export type ShardAnswer =
  | { kind: 'answered'; data: Record<string, unknown> | null; errors: ShardError[]; isPlain?: boolean }
  | { kind: 'silent'; why: Silence; cause?: unknown };

/** Never throws and never rejects. */
export interface ShardTransport {
  send(shard: Shard, contract: string, request: ShardRequest, options: SendOptions): Promise<ShardAnswer>;
  /** What a shard tells of its health: its JSON as it came; undefined where it tells nothing that can be read. */
  readHealth?(shard: Shard, signal: AbortSignal): Promise<unknown>;
}
