// Starts the shards and the gateway, each in a process of its own, under the flags and settings that they have in earnest.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ShardsOrder, ShardsReport } from './shards-process';
import { CPU, type CpuReport } from './tell-cpu';

export interface RunningGround extends ShardsReport {
  url: string;
  /** Milliseconds for which the gateway, and all shards together, have held a core. */
  cpu(): Promise<{ gateway: number; shards: number }>;
  stop(): Promise<void>;
}

export async function startGround(order: ShardsOrder): Promise<RunningGround> {
  const shards = start('shards-process.ts');
  const report = await tell<ShardsReport>(shards, order);
  const gateway = start('gateway-process.ts');
  const { url } = await tell<{ url: string }>(gateway, { listPath: report.listPath });
  await planned(url);
  return {
    ...report,
    url,
    cpu: async () => ({ gateway: await cpuOf(gateway), shards: await cpuOf(shards) }),
    stop: () => stopAll([gateway, shards]),
  };
}

async function cpuOf(child: ChildProcess): Promise<number> {
  return (await tell<CpuReport>(child, CPU)).cpu;
}

/** Under the flags of this process, which are those of the gateway. */
function start(file: string): ChildProcess {
  return fork(join(__dirname, file), { env: { ...process.env, NODE_ENV: 'production' } });
}

async function tell<Report>(child: ChildProcess, message: object | string): Promise<Report> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`A process of the measurement ended with code ${code}.`);
  });
  ended.catch(() => undefined);
  child.send(message);
  const [report] = (await Promise.race([once(child, 'message'), ended])) as [Report];
  return report;
}

/** The listed operations are planned soon after the start, one after another. */
async function planned(url: string): Promise<void> {
  const ready = async () => (await fetch(`${url}/health/ready`)).ok;
  while (!(await ready())) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function stopAll(children: ChildProcess[]): Promise<void> {
  for (const child of children) {
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
  }
}
