// An owner as a process of its own that is killed without warning; one that has loaded its code already takes its place.
import { fork, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface OwnerTerms {
  shard: string;
  databaseUrl: string;
  port: number;
  gatewayKeys: string[];
  outbox: { graphUrl: string; tokensPath: string };
  /** The time at which its clock was started, as text, and when that was, in milliseconds. */
  now: string;
  startedAt: number;
}

export interface KilledOwner {
  /** SIGKILL as soon as a successor has loaded its code, then that one on the same port and database. */
  killAndRestart: () => Promise<void>;
  stop: () => Promise<void>;
}

export async function startKilledOwner(terms: OwnerTerms): Promise<KilledOwner> {
  const first = await load(terms);
  await serve(first);
  let [serving, next] = [first, load(terms)];
  return {
    killAndRestart: async () => {
      const successor = await next;
      await kill(serving);
      await serve(successor);
      [serving, next] = [successor, load(terms)];
    },
    stop: async () => {
      await kill(serving);
      await kill(await next);
    },
  };
}

/** A port that was free just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function load(terms: OwnerTerms): Promise<ChildProcess> {
  const child = fork(join(__dirname, 'acting-process.ts'), [JSON.stringify(terms)], {
    execArgv: ['-r', '@swc-node/register'],
  });
  await told(child);
  return child;
}

async function serve(child: ChildProcess): Promise<void> {
  const answer = told(child);
  child.send('serve');
  await answer;
}

function told(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const failed = (code: number | null) =>
      reject(new Error(`The owner ended with ${code} before it served`));
    child.once('exit', failed);
    child.once('message', (message) => {
      child.off('exit', failed);
      resolve(message);
    });
  });
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}
