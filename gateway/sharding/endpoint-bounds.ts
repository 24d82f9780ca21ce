// How much of one endpoint is borne: how long its answer may be, and how often it may fail before it is left alone.

export interface EndpointBounds {
  /** Longest answer, in bytes. */
  maxAnswer: number;
  /** Failures in a row after which it is left alone, and for how long (milliseconds). */
  breakerFailures: number;
  breakerPause: number;
}

/** The same for shards and for ordinary and published subgraphs. */
export const ENDPOINT_BOUNDS: EndpointBounds = {
  maxAnswer: 10 * 1024 * 1024,
  breakerFailures: 5,
  breakerPause: 1_000,
};
