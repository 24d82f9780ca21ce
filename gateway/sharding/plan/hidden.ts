// Names and marks that the layer adds; none of them reaches a caller.

/** Aliases and variables that start so are ours. */
export const PREFIX = '_lx_';
export const ID = '_lx_id';
export const TYPE = '_lx_t';
export const CURSOR = '_lx_cursor';
export const NODE = '_lx_node';
export const EDGES = '_lx_edges';
export const PAGE = '_lx_page';
export const TOTAL = '_lx_total';
export const KEY = '_lx_key';

/** Where the layer puts what a shard cannot forge: JSON has no symbols. */
export const COVERED = Symbol('coverage');

/** Marks an object whose home did not answer: what is absent in it was said elsewhere. */
export const UNANSWERED = Symbol('unanswered');
