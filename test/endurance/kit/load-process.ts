// Sends operations over kept-alive connections until it is told to stop, and tells how long each took; a process of its own.
import { Agent, request } from 'node:http';

export interface LoadGroup {
  name: string;
  connections: number;
  /** Between the end of a request and the next on its connection, in milliseconds. */
  pause: number;
  /** Taken in turn. */
  operations: Array<{ query: string; variables?: Record<string, unknown> }>;
  /** Makes every text a new one, so that nothing is known of it. */
  fresh?: boolean;
}

export type LoadOrder = { order: 'start'; url: string; groups: LoadGroup[] } | { order: 'stop' };

export interface Sample {
  /** When it was sent, in milliseconds since the epoch. */
  at: number;
  ms: number;
  /** 0 when the connection broke. */
  status: number;
  codes: string[];
  /** Whether data came, be it in part. */
  data: boolean;
}

export type LoadResult = Record<string, Sample[]>;

let stopped = false;
const samples: LoadResult = {};
const running: Promise<void>[] = [];

process.on('message', (message: LoadOrder) => {
  if (message.order === 'start') {
    for (const group of message.groups) {
      samples[group.name] = [];
      for (let i = 0; i < group.connections; i++) running.push(drive(message.url, group, i));
    }
    return;
  }
  stopped = true;
  void Promise.all(running).then(() => process.send!(samples, undefined, undefined, () => process.exit(0)));
});

async function drive(url: string, group: LoadGroup, connection: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await sleep((group.pause * connection) / group.connections);
  for (let turn = connection; !stopped; turn += 1) {
    const operation = group.operations[turn % group.operations.length]!;
    const query = group.fresh ? `#${connection}.${turn}\n${operation.query}` : operation.query;
    samples[group.name]!.push(await send(url, agent, JSON.stringify({ ...operation, query })));
    if (group.pause > 0) await sleep(group.pause);
  }
  agent.destroy();
}

function send(url: string, agent: Agent, body: string): Promise<Sample> {
  const at = Date.now();
  const began = performance.now();
  return new Promise((resolve) => {
    const done = (status: number, text: string) => {
      const { data, errors = [] } = parse(text);
      const codes = errors.map((error) => error.extensions?.code ?? 'none');
      resolve({ at, ms: performance.now() - began, status, codes, data: data != null });
    };
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => done(response.statusCode ?? 0, text));
      response.on('error', () => done(0, ''));
    });
    sent.on('error', () => done(0, ''));
    sent.end(body);
  });
}

function parse(text: string): { data?: unknown; errors?: Array<{ extensions?: { code?: string } }> } {
  try {
    return JSON.parse(text) as object;
  } catch {
    return {};
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
