// All that a check knows: plain data, so that it crosses to a worker thread; what it says is in check-publication.ts.
import type { SubgraphPublication } from '../publication';
import type { AllowedNetworks } from './address/allowed-networks';
import type { Probed } from './address/probe-subgraph';
import type { PrivacyWords } from './privacy/privacy-words';
import type { SdlBounds } from './sdl-bounds';

export interface CheckInput {
  /** The last accepted of each subgraph that lives, in the order in which they were first published. */
  current: SubgraphPublication[];
  change: Change;
  /** The home of the street's office: it owns the contracts, and approves what no owner can. */
  street: string;
  /** Subgraphs of the project itself; their names are reserved, and the street alone publishes them. */
  contracts: ContractName[];
  /** Every one must still be valid and plan within the budget. */
  operations: KnownOperation[];
  /** What the gateway recorded in the last days; no values, only counts. */
  usage: RecordedUse[];
  privacyWords: PrivacyWords;
  networks: AllowedNetworks;
  bounds: SdlBounds;
  /** Milliseconds that the planner may take for one known operation. */
  planningBudget: number;
  /** What the check of the current version returned; spares composing it again. */
  composed?: ComposedGraph;
}

export type Change =
  /** `probed`: what its server said of itself. */
  | { kind: 'publish'; publication: SubgraphPublication; probed?: Probed }
  /** `by` is the home that asks for it. */
  | { kind: 'retire'; name: string; by: string };

export interface ContractName {
  name: string;
  /** As in ContractFile: a sharded contract must be readable by the sharding layer. */
  answeredBy: 'ordinary' | 'sharded';
}

export interface KnownOperation {
  name: string;
  document: string;
}

export interface RecordedUse {
  /** `Type.field`, `Type.field(argument:)`, `Enum.VALUE` or `Input.field`. */
  coordinate: string;
  operation: string;
  client: string;
  count: number;
}

export interface ComposedGraph {
  /** Everything; what other routers run. */
  supergraphSdl: string;
  /** Without the directives that the planner refuses; those of access are enforced from `supergraphSdl`. */
  plannableSdl: string;
  /** What clients see. */
  apiSdl: string;
  /** Which subgraph first defined each coordinate; kept from version to version. */
  owners: Record<string, string>;
}
