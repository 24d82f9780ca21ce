// The field of a workload: its subgraphs and the load, on the core that no contender is on.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { Fetch } from './answer-server';
import type { BenchOptions } from './bench-options';
import { type ContenderSettings, HOST } from './contender-settings';
import type { Ground, GroundName } from './ground';
import { benchFolder } from './install-packages';
import type { LoadOptions, LoadResult } from './load-process';
import { type RunningProgram, ownProgram, spawnProgram } from './spawn-program';
import type { OpenGround } from './subgraphs-process';
import { MADE_UP_SHARDS, type Workload } from './workload';

export interface Field {
  folder: string;
  /** All of it; a workload may use a part of its shards. */
  ground: Ground;
  /** The fetches that an action causes, those of a wave sent together. */
  recordFetches(action: () => Promise<unknown>): Promise<Fetch[][]>;
  /** How many answers the subgraphs had to compute so far. */
  computed(): Promise<number>;
  load(options: LoadOptions): Promise<LoadResult>;
  stop(): Promise<void>;
}

export async function openField(name: GroundName, { cores }: BenchOptions): Promise<Field> {
  const folder = join(benchFolder(), 'run', name);
  mkdirSync(folder, { recursive: true });
  const [subgraphs, load] = ['subgraphs-process', 'load-process'].map(startHere) as [
    RunningProgram,
    RunningProgram,
  ];
  const opening: OpenGround = { name, count: MADE_UP_SHARDS, folder };
  const ground = await subgraphs.ask<Ground>('open', opening);
  return {
    folder,
    ground,
    recordFetches,
    computed: () => subgraphs.ask('computed'),
    load: (options) => load.ask('run', options),
    stop: async () => void (await Promise.all([subgraphs.stop(), load.stop()])),
  };

  function startHere(program: string): RunningProgram {
    return spawnProgram({ command: ownProgram(program), core: cores[1], env: { NODE_ENV: 'production' } });
  }

  async function recordFetches(action: () => Promise<unknown>): Promise<Fetch[][]> {
    await subgraphs.ask('startRecording');
    await action();
    return subgraphs.ask('stopRecording');
  }
}

export type Layout = Pick<ContenderSettings, 'ground' | 'supergraphPath' | 'shardListPath'>;

/** What every contender of a workload is told. Written once: some read their files again while they run. */
export function layOut(workload: Workload, { ground, folder }: Field): Layout {
  const shards = ground.shards.slice(0, workload.shards);
  const shardListPath = join(folder, `${workload.name}.shards.json`);
  writeFileSync(shardListPath, JSON.stringify({ version: 1, shards, notJoined: [] }));
  const supergraphPath = join(folder, `${workload.name}.supergraph.graphql`);
  if (ground.subgraphs.length > 0) writeFileSync(supergraphPath, compose(ground));
  return { ground: { ...ground, shards }, supergraphPath, shardListPath };
}

function compose({ subgraphs }: Ground): string {
  const composed = composeServices(
    subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
  );
  if (composed.errors) throw new Error(composed.errors.map(({ message }) => message).join(' '));
  return composed.supergraphSdl;
}

export async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, HOST, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
