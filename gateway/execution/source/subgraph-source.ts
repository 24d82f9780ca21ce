// What the executor knows of a subgraph: an operation goes in, data and errors come out.

/** One fetch of a plan as it is sent. Made once per plan, so a source may keep what it derives from it (WeakMap). */
export interface FetchOperation {
  readonly subgraph: string;
  readonly text: string;
  readonly kind: 'query' | 'mutation';
  /** The response names at its root. */
  readonly rootKeys: readonly string[];
}

export interface SubgraphRequest {
  readonly operation: FetchOperation;
  /** JSON text of the variables, representations included: what is sent, and what tells two fetches apart. */
  readonly variables: string;
}

export interface SubgraphError {
  readonly message: string;
  readonly path?: ReadonlyArray<string | number>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface SubgraphAnswer {
  /** The executor merges into it and gives parts of it away: a source keeps no hold of it. */
  data?: Record<string, unknown> | null;
  errors?: readonly SubgraphError[];
  /** No string of the data needs an escape in JSON. */
  isPlain?: boolean;
}

/** `Context` is whatever the caller of the executor hands along with a request. */
export interface SubgraphSource<Context = unknown> {
  /** Answers at once where nothing waits. What it throws is taken for a fault of ours. */
  fetch(request: SubgraphRequest, context: Context): SubgraphAnswer | Promise<SubgraphAnswer>;
}
