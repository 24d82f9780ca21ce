// What a contender's program is told when it starts: a file whose path is in the environment.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Fetch } from './answer-server';
import type { Ground } from './ground';

export interface ContenderSettings {
  port: number;
  ground: Ground;
  supergraphPath: string;
  shardListPath: string;
  /** Texts of the operations that the gateway knows before it is asked. */
  operations: string[];
  /** What the null gateway does for a request: these fetches, then this answer. */
  replays: Replay[];
}

export interface Replay {
  body: string;
  waves: Fetch[][];
  answer: string;
}

export const HOST = '127.0.0.1';
const VARIABLE = 'LIANXI_BENCH_SETTINGS';

export function writeSettings(file: string, settings: ContenderSettings): NodeJS.ProcessEnv {
  writeFileSync(file, JSON.stringify(settings));
  return { [VARIABLE]: file };
}

export function readSettings(): ContenderSettings {
  return JSON.parse(readFileSync(process.env[VARIABLE]!, 'utf8')) as ContenderSettings;
}
