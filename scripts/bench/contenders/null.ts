// The null gateway: the same fetches in the same waves, none of a gateway's work, and an answer that is always the same.
import { createServer } from 'node:http';
import { type Dispatcher, Pool } from 'undici';
import { answerMessages } from '../answer-messages';
import type { Fetch } from '../answer-server';
import { HOST, type Replay, readSettings } from '../contender-settings';

const { port, replays } = readSettings();
const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };
const pools = new Map<string, Pool>();
const byBody = new Map(replays.map((replay) => [replay.body, prepare(replay)]));

const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { waves, answer } = byBody.get(Buffer.concat(chunks).toString())!;
    replay(waves).then(
      () => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
        response.end(answer);
      },
      () => response.writeHead(502).end(),
    );
  });
});
const started = new Promise((resolve) => server.listen(port, HOST, () => resolve({})));

answerMessages({ started: () => started });

type Send = () => Promise<unknown>;

async function replay(waves: Send[][]): Promise<void> {
  for (const wave of waves) await Promise.all(wave.map((send) => send()));
}

function prepare({ waves, answer }: Replay): { waves: Send[][]; answer: Buffer } {
  return { waves: waves.map((wave) => wave.map(sender)), answer: Buffer.from(answer) };
}

function sender({ url, body }: Fetch): Send {
  const { origin, pathname } = new URL(url);
  const pool = poolOf(origin);
  const options = { method: 'POST' as const, path: pathname, headers: HEADERS, body };
  return () => new Promise<void>((resolve, reject) => pool.dispatch(options, new Drain(resolve, reject)));
}

/** Reads an answer to its end and throws it away. */
class Drain implements Dispatcher.DispatchHandler {
  constructor(
    readonly resolve: () => void,
    readonly reject: (fault: Error) => void,
  ) {}

  onRequestStart(): void {}
  onResponseStart(): void {}
  onResponseData(): void {}

  onResponseEnd(): void {
    this.resolve();
  }

  onResponseError(_: Dispatcher.DispatchController, fault: Error): void {
    this.reject(fault);
  }
}

function poolOf(origin: string): Pool {
  const known = pools.get(origin);
  if (known) return known;
  const pool = new Pool(origin, { pipelining: 1, keepAliveTimeout: 60_000 });
  pools.set(origin, pool);
  return pool;
}
