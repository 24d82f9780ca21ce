// Keeps an outbox going: round after round while the shard runs, and says in the log what is delayed or refused.
import { setTimeout } from 'node:timers/promises';
import { drainOutbox, readBacklog, type OutboxBacklog, type OutboxOptions } from './drain-outbox';

export interface RunningOutbox {
  /** Ends after the delivery that is under way. */
  stop: () => Promise<void>;
}

export interface OutboxRun extends OutboxOptions {
  log: (fault: unknown) => void;
  everyMs?: number;
}

/** A message that waits longer than this is said to be delayed, once an hour. */
const DELAYED_MS = 60_000;
const SAID_EVERY_MS = 3_600_000;

export function runOutbox(options: OutboxRun): RunningOutbox {
  const stopping = new AbortController();
  const ended = goOn(options, stopping.signal);
  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}

async function goOn(options: OutboxRun, signal: AbortSignal): Promise<void> {
  const { database, now, log, everyMs = 1_000 } = options;
  let saidAt = -Infinity;
  while (!signal.aborted) {
    try {
      const { refused } = await drainOutbox(options);
      if (refused > 0) log(new Error(`${refused} messages of the outbox were refused by their receivers`));
      const isTime = now().getTime() - saidAt >= SAID_EVERY_MS;
      const delayed = isTime ? delayOf(await readBacklog(database), now()) : null;
      if (delayed) {
        log(new Error(delayed));
        saidAt = now().getTime();
      }
    } catch (fault) {
      log(fault);
    }
    await setTimeout(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

function delayOf({ waiting, oldestWaitingSince }: OutboxBacklog, now: Date): string | null {
  if (oldestWaitingSince === null || now.getTime() - Date.parse(oldestWaitingSince) < DELAYED_MS) return null;
  return `${waiting} messages of the outbox wait, the oldest since ${oldestWaitingSince}`;
}
