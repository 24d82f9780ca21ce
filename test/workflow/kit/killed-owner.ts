// An owner as a process of its own that is killed without warning and started again on its old port and database.
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface KilledOwner {
  url: string;
  /** SIGKILL, then the same again on the same port. */
  killAndRestart: () => Promise<void>;
  stop: () => Promise<void>;
}

export async function startKilledOwner(databaseUrl: string): Promise<KilledOwner> {
  let child: ChildProcess;
  let url = '';
  const start = async () => {
    const port = url ? new URL(url).port : '0';
    child = fork(join(__dirname, 'acting-process.ts'), [databaseUrl, port], {
      execArgv: ['-r', '@swc-node/register'],
    });
    url = await new Promise<string>((resolve, reject) => {
      child.once('message', (message) => resolve((message as { ready: string }).ready));
      child.once('exit', (code) => reject(new Error(`The owner ended with ${code} before it served`)));
    });
  };
  const kill = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    url,
    killAndRestart: async () => {
      await kill();
      await start();
    },
    stop: kill,
  };
}
