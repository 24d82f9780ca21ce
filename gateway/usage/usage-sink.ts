// Where counts of use go: a registry that decides what may be changed, or nowhere.
import type { UseReport } from './use-count';

export interface UsageSink {
  /** All of it or nothing. Rejects with a sentence when it may not have arrived; the same report then comes again. */
  report(report: UseReport): Promise<void>;
}

/** Without a registry nobody asks for the counts. */
export const noSink: UsageSink = { report: () => Promise.resolve() };
