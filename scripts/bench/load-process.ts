// The load, in a process of its own: so many connections, each with its next request as soon as an answer came.
import { Pool } from 'undici';
import { answerMessages } from './answer-messages';
import { createAnswerCheck } from './answer-check';
import { percentile } from './statistics';
import type { Case } from './workload';

export interface LoadOptions {
  /** The GraphQL endpoint. */
  url: string;
  cases: Case[];
  /** By case: the canonical form of the right answer. */
  expected: string[];
  connections: number;
  /** No request is started after this time or this number of them; those under way are awaited. */
  seconds: number;
  requests: number;
}

export interface LoadResult {
  started: number;
  /** Requests without an answer, or with a status other than 200. */
  failed: number;
  /** Answers other than the right one. */
  wrong: number;
  /** The first that failed or was wrong. */
  example?: string;
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
}

const TIMEOUT_MS = 60_000;

answerMessages({ run });

async function run(options: LoadOptions): Promise<LoadResult> {
  const { origin, pathname } = new URL(options.url);
  const pool = new Pool(origin, {
    connections: options.connections,
    pipelining: 1,
    bodyTimeout: TIMEOUT_MS,
    headersTimeout: TIMEOUT_MS,
  });
  const isRight = createAnswerCheck(options.expected);
  const result = { started: 0, failed: 0, wrong: 0, example: undefined as string | undefined };
  const latencies: number[] = [];
  const began = performance.now();
  const end = began + options.seconds * 1000;
  const requests = options.cases.map(({ body }) => ({
    method: 'POST' as const,
    path: pathname,
    body: Buffer.from(body),
    headers: { 'content-type': 'application/json', accept: 'application/json' },
  }));
  await Promise.all(Array.from({ length: options.connections }, connection));
  const took = performance.now() - began;
  await pool.destroy();
  latencies.sort((a, b) => a - b);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(latencies, share)) as [
    number,
    number,
    number,
  ];
  return { ...result, perSecond: (latencies.length * 1000) / took, p50, p95, p99 };

  async function connection(): Promise<void> {
    while (performance.now() < end && result.started < options.requests)
      await once(result.started++ % requests.length);
  }

  async function once(index: number): Promise<void> {
    const sent = performance.now();
    try {
      const { statusCode, body } = await pool.request(requests[index]!);
      const bytes = Buffer.from(await body.arrayBuffer());
      latencies.push(performance.now() - sent);
      if (statusCode !== 200) miss('failed', `${statusCode} ${bytes}`);
      else if (!isRight(index, bytes)) miss('wrong', bytes.toString());
    } catch (fault) {
      miss('failed', String(fault));
    }
  }

  function miss(kind: 'failed' | 'wrong', what: string): void {
    result[kind] += 1;
    result.example ??= what.slice(0, 300);
  }
}
