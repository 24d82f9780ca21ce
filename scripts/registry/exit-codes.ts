// How the registry's command line ends, for whoever calls it in CI.

export const EXIT = {
  /** Done; or accepted, and in the graph. */
  accepted: 0,
  /** Refused; the graph is unchanged. */
  refused: 1,
  /** The command was written wrongly; nothing was asked. */
  usage: 2,
  /** Waits for somebody's yes. */
  waits: 3,
  /** The registry does not answer. */
  unreachable: 4,
  /** No token, or one that may not do this. */
  notAllowed: 5,
  /** A fault of this program. */
  failed: 70,
} as const;
