// Hands counts of use to their sink every minute and at the end, in bounded reports; what does not arrive comes again.
import { setImmediate as turn } from 'node:timers/promises';
import type { Logger } from 'pino';
import { ulid } from 'ulid';
import type { UsageCounter } from './usage-counter';
import type { UsageSink } from './usage-sink';
import { USE_BOUNDS, type UseReport } from './use-count';
import { createUseSum } from './use-sum';

export interface UsageReporter {
  /** Hands over what is left, once. */
  stop(): Promise<void>;
}

export interface ReporterOptions {
  counter: UsageCounter;
  sink: UsageSink;
  /** Milliseconds. */
  every?: number;
  /** Counts in one report: a tenth of what the registry takes, which then holds its database for a moment only. */
  atOnce?: number;
  log: Logger;
}

/** Counts that may wait for a registry that is silent, some 20 MB. */
const MOST_WAITING = 100_000;
/** A gateway that stops hands over for so long at most, and then ends the report that is under way. */
const STOP_MS = 5_000;

export function reportUsage(options: ReporterOptions): UsageReporter {
  const { counter, sink, every = 60_000, atOnce = USE_BOUNDS.counts / 10, log } = options;
  const waiting = createUseSum(MOST_WAITING);
  /** Sent, and not known to have arrived. */
  let doubtful: UseReport | undefined;
  let underWay: Promise<void> = Promise.resolve();
  let until = Infinity;
  const timer = setInterval(flush, every);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      until = Date.now() + STOP_MS;
      await flush();
      if (left() > 0) log.warn({ counts: left() }, 'counts of use are lost: the gateway stops');
    },
  };

  /** One at a time. */
  function flush(): Promise<void> {
    underWay = underWay.then(gather).then(hand);
    return underWay;
  }

  /** Requests are answered in between. One coordinate that is too long would have a whole report refused. */
  async function gather(): Promise<void> {
    let added = 0;
    for (const use of counter.take()) {
      if (use.coordinate.length <= USE_BOUNDS.coordinate) waiting.add(use);
      if (++added % atOnce === 0) await turn();
    }
  }

  /** What has arrived is not sent again when a later report fails. */
  async function hand(): Promise<void> {
    while (left() > 0 && Date.now() < until) {
      doubtful ??= { id: ulid(), counts: waiting.take(atOnce) };
      try {
        await sink.report(doubtful);
        doubtful = undefined;
      } catch (error) {
        log.warn({ counts: left() }, `counts of use wait for the registry: ${(error as Error).message}`);
        return;
      }
    }
  }

  function left(): number {
    return waiting.size() + (doubtful?.counts.length ?? 0);
  }
}
