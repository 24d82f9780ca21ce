// An owner as a process of its own that is killed without warning; one that has loaded its code already takes its place.
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface KilledOwner {
  url: string;
  /** When a successor has loaded its code. */
  ready: () => Promise<unknown>;
  /** SIGKILL, then another on the same port and database. */
  killAndRestart: () => Promise<void>;
  stop: () => Promise<void>;
}

export async function startKilledOwner(databaseUrl: string): Promise<KilledOwner> {
  const first = await load(databaseUrl);
  const url = await serve(first, 0);
  let [serving, next] = [first, load(databaseUrl)];
  return {
    url,
    ready: () => next,
    killAndRestart: async () => {
      const successor = await next;
      await kill(serving);
      await serve(successor, Number(new URL(url).port));
      [serving, next] = [successor, load(databaseUrl)];
    },
    stop: async () => {
      await kill(serving);
      await kill(await next);
    },
  };
}

async function load(databaseUrl: string): Promise<ChildProcess> {
  const child = fork(join(__dirname, 'acting-process.ts'), [databaseUrl], {
    execArgv: ['-r', '@swc-node/register'],
  });
  await told(child);
  return child;
}

async function serve(child: ChildProcess, port: number): Promise<string> {
  const answer = told(child);
  child.send(port);
  return (await answer).serving!;
}

function told(child: ChildProcess): Promise<{ serving?: string }> {
  return new Promise((resolve, reject) => {
    const failed = (code: number | null) =>
      reject(new Error(`The owner ended with ${code} before it served`));
    child.once('exit', failed);
    child.once('message', (message) => {
      child.off('exit', failed);
      resolve(message as { serving?: string });
    });
  });
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}
