// Where counts of use go: a registry that decides what may be changed, or nowhere.
import type { UseCount } from './use-count';

export interface UsageSink {
  /** All of them or none. Rejects with a sentence when they did not arrive; they then come again. */
  report(counts: readonly UseCount[]): Promise<void>;
}

/** Without a registry nobody asks for the counts. */
export const noSink: UsageSink = { report: () => Promise.resolve() };
