// What the verbs stand on: the store, the check, the examination of shards, and the clock; all given, so that tests hold them.
import type { Logger } from 'pino';
import type { ContractFile } from '../../supergraph/contract-file';
import type { Probed } from '../check/address/probe-subgraph';
import type { CheckInput, KnownOperation } from '../check/check-input';
import type { CheckResult } from '../check/check-publication';
import type { SdlBounds } from '../check/sdl-bounds';
import type { Store } from '../domain/book';
import type { RegistrySettings } from '../domain/settings';
import type { Version, VersionOutline } from '../domain/version';
import type { ShardEvidence } from '../shards/examine-publication';
import type { GraphState } from '../domain/graph-state';
import type { ShardPublication } from '../publication';

export interface RegistryGround {
  store: Store;
  /** In a thread of its own. */
  check(input: CheckInput): Promise<CheckResult>;
  /** The same, while gateways may build ahead what comes of it. */
  checkAhead(input: CheckInput): Promise<CheckResult>;
  /** What gateways built ahead is no version. */
  withdraw(): void;
  /** Asks the subgraph at this address for its SDL. */
  probe(url: string, settings: RegistrySettings): Promise<Probed>;
  /** Asks the shard that is published, and the shards that its homes come from but the one that is moved with its rows. */
  examine(
    publication: ShardPublication,
    state: GraphState,
    settings: RegistrySettings,
    byMove?: string,
  ): Promise<ShardEvidence>;
  contracts: ContractFile[];
  operations: KnownOperation[];
  defaults: RegistrySettings;
  bounds: SdlBounds;
  /** The home of the street's office. */
  street: string;
  /** Requests to join that one address may send. */
  joinsPerHour: number;
  /** Base64 of the signature by the registry's key. */
  sign(text: string): string;
  now(): Date;
  newId(): string;
  /** One after the other: what is checked against the newest version is appended before the next is checked. */
  turn<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Called after a version is stored. */
  announce(version: Version): void;
  /** Called after a move is stored, so that it begins. */
  wakeMover(): void;
  log: Logger;
}

export async function readSettings({ store, defaults }: RegistryGround): Promise<RegistrySettings> {
  return { ...defaults, ...(await store.read.settings()) };
}

/** A version never changes, and its texts are megabytes. */
const heads = new WeakMap<Store, Version>();

/** The newest version, or null before the first. */
export async function readHead({ store }: RegistryGround): Promise<Version | null> {
  const number = await store.read.headNumber();
  const known = heads.get(store);
  if (known?.number === number) return known;
  const head = number === 0 ? null : await store.read.version(number);
  if (head) heads.set(store, head);
  return head;
}

/** What the newest version consists of; the street goes back also from one whose texts are damaged. */
export async function outlineHead({ store }: RegistryGround): Promise<VersionOutline | null> {
  return store.read.outline(await store.read.headNumber());
}
