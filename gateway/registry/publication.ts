// What organizations publish: a subgraph with its SDL, or a shard that speaks contracts for homes.

export interface SubgraphPublication {
  kind: 'subgraph';
  /** Lower-case words joined by hyphens; also its name in the supergraph. */
  name: string;
  /** The home of the organization that publishes. The project's own contracts are the street's. */
  owner: string;
  /** Where it is asked. A contract of ours has none: the gateway knows its shards. */
  url?: string;
  /** What its name resolved to when it was published: the gateway asks there, and nowhere else. */
  addresses?: string[];
  sdl: string;
}

export interface ShardPublication {
  kind: 'shard';
  name: string;
  owner: string;
  /** Base address; a contract is served at `<url>/<contract>`. */
  url: string;
  contracts: string[];
  homes: string[];
}

export type Publication = SubgraphPublication | ShardPublication;
