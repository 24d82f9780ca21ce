// Starts a load in a process of its own; stopping it gives what was measured.
import { fork } from 'node:child_process';
import path from 'node:path';
import type { LoadGroup, LoadOrder, LoadResult } from './load-process';

export interface RunningLoad {
  stop(): Promise<LoadResult>;
}

export function startLoad(url: string, groups: LoadGroup[]): RunningLoad {
  const child = fork(path.join(__dirname, 'load-process.ts'), {
    execArgv: ['-r', '@swc-node/register'],
    serialization: 'advanced',
  });
  const result = new Promise<LoadResult>((resolve, reject) => {
    child.once('message', (message) => resolve(message as LoadResult));
    child.once('exit', (code) => reject(new Error(`The load ended with code ${code}.`)));
  });
  result.catch(() => undefined);
  child.send({ order: 'start', url, groups } satisfies LoadOrder);
  return {
    stop() {
      child.send({ order: 'stop' } satisfies LoadOrder);
      return result;
    },
  };
}

export async function runLoad(url: string, groups: LoadGroup[], ms: number): Promise<LoadResult> {
  const load = startLoad(url, groups);
  await sleep(ms);
  return load.stop();
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Of all that lie below, the part `share`, e.g. 0.95; NaN of nothing. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
