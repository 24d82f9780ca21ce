// The state of running one operation.
import type { Bounds } from '../bounds';
import type { ContractHomes } from '../contract-homes';
import type { EntityPlan, OperationPlan } from '../plan/operation-plan';
import type { Shard } from '../shard-list';
import type { ShardingContext } from '../sharding-context';
import type { ShardTransport } from '../transport';
import type { ErrorList } from './error-list';

/** An object as a shard answered it, with what the layer put into it. */
export type Raw = Record<string | symbol, unknown>;

export interface Run {
  contract: string;
  plan: OperationPlan;
  /** As the caller sent them; they travel to shards unchanged. */
  variables: Record<string, unknown>;
  coerced: Record<string, unknown>;
  /** The caller's variables as members of a JSON object, by their names. */
  texts: Map<string, string>;
  view: ContractHomes;
  context: ShardingContext;
  transport: ShardTransport;
  bounds: Bounds;
  asOf: string;
  errors: ErrorList;
  /** Entities that the next round asks for. */
  pending: Pending;
}

export type Pending = Map<EntityPlan, Map<string, Visit>>;

/** One entity that is asked for, wherever it stands. */
export interface Visit {
  id: string;
  home: string;
  /** Where the entity goes once its own home has answered; empty when it is here already. */
  places: Place[];
  /** The entity's objects; each gets its scattered fields. */
  raws: Raw[];
}

export interface Place {
  holder: Raw;
  key: string;
}

/** Whose answer is being read. */
export interface Source {
  shard: Shard | null;
  /** Homes of the shard: the only ones it may speak for (law 6). */
  homes: ReadonlySet<string>;
  /** Home of the nearest entity above, or the one that a root field names. */
  home: string | null;
  root: string;
}

export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
