// How long a thread can have worked, in milliseconds: not counting what it waited for a core.
import { readFileSync, readlinkSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** Where Linux tells it of the thread that calls; elsewhere it is not told of one thread alone. */
export function ownTask(): string | undefined {
  try {
    return `/proc/${readlinkSync('/proc/thread-self')}/schedstat`;
  } catch {
    return undefined;
  }
}

/**
 * From now on. Where the system does not tell it: the clock runs on while other programs have the cores, and the processor
 * time of the process counts its other threads, so the smaller difference is the fairer one.
 */
export function startWork(task: string | undefined): () => number {
  const clock = performance.now();
  const processor = processorTime();
  const thread = threadTime(task);
  return () => {
    const now = threadTime(task);
    if (thread !== undefined && now !== undefined) return now - thread;
    return Math.min(performance.now() - clock, processorTime() - processor);
  };
}

function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** The first figure of schedstat: nanoseconds on a core. */
function threadTime(task: string | undefined): number | undefined {
  if (task === undefined) return undefined;
  try {
    const time = Number(readFileSync(task, 'utf8').split(' ')[0]) / 1e6;
    return Number.isFinite(time) ? time : undefined;
  } catch {
    return undefined;
  }
}
