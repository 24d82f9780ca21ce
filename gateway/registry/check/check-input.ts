// All that a check of the graph reads, and what it says: it asks nobody else, so that it can run in a thread of its own.
import type { SubgraphPublication } from '../publication';
import type { Verdict } from '../verdict';

/** What would become of the graph. */
export type GraphChange =
  { kind: 'PUBLISH'; publication: SubgraphPublication } | { kind: 'RETIRE'; name: string };

/** A named operation that must still plan. */
export interface KnownOperation {
  name: string;
  text: string;
}

/** What the street edits. */
export interface CheckPolicy {
  /** The home whose yes is needed where no owner's is. */
  streetHome: string;
  /** Words that name residents' personal data. */
  personalWords: { zh: string[]; en: string[] };
  /** CIDR blocks and host names that a publication's address may be in. */
  allowedNetworks: string[];
  /** For planning each known operation, in milliseconds. */
  planningBudgetMs: number;
}

export interface CheckInput {
  change: GraphChange;
  /** The subgraphs of the newest version; one of the published name is replaced. */
  head: SubgraphPublication[];
  /** What `head` composes to; absent before the first version. */
  headSupergraphSdl?: string;
  operations: KnownOperation[];
  /** Names of the operations that really used a coordinate (`Type.field`) in the last days. */
  usage: Record<string, string[]>;
  policy: CheckPolicy;
}

export interface CheckResult {
  verdict: Verdict;
  /** Absent when it does not compose. */
  composed?: ComposedGraph;
}

export interface ComposedGraph {
  /** Everything, with the directives of access. */
  supergraphSdl: string;
  /** Without the directives that the planner cannot load. */
  plannableSdl: string;
}
