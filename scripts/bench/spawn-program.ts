// Starts a program of the benchmark on one core, talks to it, and ends it with the benchmark at the latest.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { extname, join } from 'node:path';

export interface ProgramOptions {
  /** What node is to run: a file and its arguments. */
  command: string[];
  flags?: string[];
  /** The core that the program and all its threads stay on. */
  core?: number;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Only our own programs answer messages. */
  answers?: boolean;
}

export interface RunningProgram {
  pid: number;
  /** Rejects with what the program threw, or with its last words when it ended. */
  ask<Answer>(verb: string, input?: unknown): Promise<Answer>;
  hasEnded(): boolean;
  /** The last lines that the program wrote. */
  lastWords(): string;
  stop(): Promise<void>;
}

export interface Reply {
  id: number;
  value?: unknown;
  fault?: string;
}

const COLOURS = /\u001b\[\d*m/g;
const STOP_MS = 5_000;
const KEPT_OUTPUT = 2_000;
const alive = new Set<ChildProcess>();

process.once('exit', () => alive.forEach((child) => child.kill('SIGKILL')));

/** Whether there are two cores, and the command that gives a program one of them. */
export const canPin = cpus().length > 1 && spawnSync('taskset', ['-c', '0', 'true']).status === 0;

/** What node runs for a program of this folder: compiled or, in development, the source. */
export function ownProgram(name: string): string[] {
  const extension = extname(__filename);
  const file = join(__dirname, `${name}${extension}`);
  return extension === '.ts' ? ['-r', '@swc-node/register', file] : [file];
}

export function spawnProgram({
  command,
  flags = [],
  core,
  env,
  cwd,
  answers = true,
}: ProgramOptions): RunningProgram {
  const node = [process.execPath, ...flags, ...command];
  const [file, ...args] = canPin && core !== undefined ? ['taskset', '-c', String(core), ...node] : node;
  const child = spawn(file!, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', ...(answers ? ['ipc' as const] : [])],
  });
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  child.once('error', () => alive.delete(child));
  const lastWords = keepLastWords(child);
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  return { pid: child.pid!, ask: asker(child, lastWords), hasEnded: ended, lastWords, stop };

  async function stop(): Promise<void> {
    if (ended()) return;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await exited;
    clearTimeout(timer);
  }
}

function keepLastWords(child: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: Buffer) => (text = (text + chunk.toString()).slice(-KEPT_OUTPUT));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text.replace(COLOURS, '').trim();
}

function asker(child: ChildProcess, lastWords: () => string): RunningProgram['ask'] {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (fault: Error) => void }>();
  let serial = 0;
  child.on('message', ({ id, value, fault }: Reply) => {
    const { resolve, reject } = waiting.get(id)!;
    waiting.delete(id);
    if (fault === undefined) resolve(value as never);
    else reject(new Error(fault));
  });
  child.once('exit', (code, signal) => {
    for (const { reject } of waiting.values()) reject(new Error(`ended (${code ?? signal}): ${lastWords()}`));
    waiting.clear();
  });
  return (verb, input) =>
    new Promise((resolve, reject) => {
      if (!child.connected) return reject(new Error(`ended: ${lastWords()}`));
      waiting.set(++serial, { resolve, reject });
      child.send({ id: serial, verb, input });
    });
}
