// How long this thread can have worked so far, in milliseconds: not counting what it waited for a core.
import { performance } from 'node:perf_hooks';

/**
 * The clock runs on while other programs have the cores, and the processor time of the process counts its other threads:
 * between two readings, the smaller difference is the fairer one.
 */
export interface Work {
  clock: number;
  processor: number;
}

export function readWork(): Work {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), processor: (user + system) / 1_000 };
}

export function workSince({ clock, processor }: Work): number {
  const now = readWork();
  return Math.min(now.clock - clock, now.processor - processor);
}
