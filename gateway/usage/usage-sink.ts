// Where counts of use go: a registry that decides what may be changed, or nowhere.

/** One operation of one client on one day. */
export interface UsageEntry {
  /** In Shanghai, e.g. `2026-11-22`. */
  day: string;
  client: string;
  /** `anonymous` when the operation has no name. */
  operation: string;
  /** SHA-256 of its document; empty where several are counted together because there are too many. */
  hash: string;
  requests: number;
  /** Requests whose answer had an error. */
  errors: number;
  /** Schema coordinates that it uses. */
  coordinates: readonly string[];
}

export interface UsageBatch {
  entries: readonly UsageEntry[];
}

export interface UsageSink {
  /** Rejects when the batch did not arrive; its counts then come again with the next one. */
  report(batch: UsageBatch): Promise<void>;
}
