// Subgraphs as cheap as they can be: an answer is computed once and from then on sent as the bytes that it was.
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Fetch {
  /** Where it was sent, path included. */
  url: string;
  body: string;
}

/** Computes the answer to a fetch that was not seen before. */
export type Compute = (fetch: Fetch) => Promise<string>;

export interface AnswerServer {
  /** Binds one more port, and returns its address. */
  open(compute: Compute): Promise<string>;
  /** From now on every answer waits, so that fetches that were sent together are seen to be. */
  startRecording(): void;
  /** The fetches since then: those of a wave were sent before any of its answers came. */
  stopRecording(): Fetch[][];
  /** How many answers had to be computed so far. */
  computed(): number;
}

const HOST = '127.0.0.1';
const RECORDING_DELAY_MS = 150;
const MAX_KEPT = 20_000;

export function createAnswerServer(): AnswerServer {
  const kept = new Map<string, Promise<Buffer>>();
  let recording: { waves: Fetch[][]; answered: boolean } | undefined;
  let computed = 0;
  return { open, startRecording, stopRecording, computed: () => computed };

  async function open(compute: Compute): Promise<string> {
    const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
      readBody(request, (body) => void answer({ url: `${origin}${request.url}`, body }, response, compute));
    });
    await new Promise<void>((resolve) => server.listen(0, HOST, 1024, resolve));
    const origin = `http://${HOST}:${(server.address() as AddressInfo).port}`;
    return origin;
  }

  async function answer(fetch: Fetch, response: ServerResponse, compute: Compute): Promise<void> {
    if (recording) await record(fetch, recording);
    try {
      send(response, 200, await keep(fetch, compute));
    } catch (fault) {
      kept.delete(keyOf(fetch));
      send(response, 500, Buffer.from(JSON.stringify({ errors: [{ message: String(fault) }] })));
    }
  }

  function keep(fetch: Fetch, compute: Compute): Promise<Buffer> {
    const key = keyOf(fetch);
    let bytes = kept.get(key);
    if (bytes) return bytes;
    computed += 1;
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(key, (bytes = compute(fetch).then((text) => Buffer.from(text))));
    return bytes;
  }

  function startRecording(): void {
    recording = { waves: [], answered: true };
  }

  function stopRecording(): Fetch[][] {
    const { waves } = recording!;
    recording = undefined;
    return waves;
  }
}

async function record(fetch: Fetch, into: { waves: Fetch[][]; answered: boolean }): Promise<void> {
  if (into.answered) into.waves.push([]);
  into.answered = false;
  into.waves.at(-1)!.push(fetch);
  await new Promise((resolve) => setTimeout(resolve, RECORDING_DELAY_MS));
  into.answered = true;
}

function keyOf({ url, body }: Fetch): string {
  return `${url}\n${body}`;
}

function readBody(request: IncomingMessage, then: (body: string) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => then((chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString()));
}

function send(response: ServerResponse, status: number, bytes: Buffer): void {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length });
  response.end(bytes);
}
