// Hands counts of use to their sink every minute and at the end; what does not arrive is counted again.
import type { Logger } from 'pino';
import type { UsageCounter } from './usage-counter';
import type { UsageSink } from './usage-sink';

export interface UsageReporter {
  /** Hands over what is left, once. */
  stop(): Promise<void>;
}

export interface ReporterOptions {
  counter: UsageCounter;
  sink: UsageSink;
  /** Milliseconds. */
  every?: number;
  log: Logger;
}

export function reportUsage({ counter, sink, every = 60_000, log }: ReporterOptions): UsageReporter {
  let underWay: Promise<void> = Promise.resolve();
  const timer = setInterval(flush, every);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      return flush();
    },
  };

  /** One batch at a time. */
  function flush(): Promise<void> {
    underWay = underWay.then(hand);
    return underWay;
  }

  async function hand(): Promise<void> {
    const entries = counter.take();
    if (entries.length === 0) return;
    try {
      await sink.report({ entries });
    } catch (error) {
      counter.giveBack(entries);
      log.warn(
        { fault: (error as Error).name, entries: entries.length },
        'counts of use were not taken; they come again',
      );
    }
  }
}

/** Without a registry nobody asks for the counts. */
export const noSink: UsageSink = { report: () => Promise.resolve() };
