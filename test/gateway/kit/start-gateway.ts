// A gateway on a free port over a shard list in a folder of its own, with everything that a test wants to turn.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import pino from 'pino';
import { DEFAULTS, type GatewayConfig } from '../../../gateway/config';
import { type GivenParts, createGateway } from '../../../gateway/main';
import type { Shard, ShardList } from '../../../gateway/sharding/shard-list';
import { CONTRACTS } from './little-graph';

export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: Array<{ message: string; path?: Array<string | number>; extensions?: Record<string, unknown> }>;
  extensions?: Record<string, unknown>;
}

export interface TestGateway {
  url: string;
  /** Every line that was logged, as text. */
  log: string[];
  listFile: string;
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  stop(): Promise<void>;
}

/** What a failed test leaves running would keep Jest from ending. */
const running = new Set<TestGateway>();
afterAll(() => Promise.all([...running].map((gateway) => gateway.stop())));

export async function startGateway(
  list: ShardList | null,
  settings: Partial<GatewayConfig> = {},
  given: GivenParts = {},
): Promise<TestGateway> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lianxi-gateway-'));
  const listFile = path.join(folder, 'shards.json');
  if (list) writeList(listFile, list);
  const log: string[] = [];
  const sink = new Writable({ write: (line, _, done) => (log.push(String(line)), done()) });
  const gateway = await createGateway(
    { ...DEFAULTS, port: 0, shardListPath: listFile, ...settings },
    { contracts: CONTRACTS, operations: [], log: pino({ base: undefined }, sink), ...given },
  );
  const started: TestGateway = {
    url: gateway.url,
    log,
    listFile,
    ask: (query, variables) => askGraph(`${gateway.url}/graphql`, query, variables),
    async stop() {
      running.delete(started);
      await gateway.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  running.add(started);
  return started;
}

/** As a registry would: the file is complete the moment it is there. */
export function writeList(file: string, list: unknown): void {
  writeFileSync(`${file}.next`, typeof list === 'string' ? list : JSON.stringify(list));
  renameSync(`${file}.next`, file);
}

export function listOf(
  version: number,
  ...shards: Array<Pick<Shard, 'name' | 'url'> & Partial<Shard>>
): ShardList {
  return {
    version,
    shards: shards.map((shard) => ({
      contracts: ['directory', 'rooms'],
      homes: [`${shard.name}-home`],
      ...shard,
    })),
    notJoined: [],
  };
}

export async function askGraph(
  url: string,
  query: string,
  variables?: Record<string, unknown>,
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

/** Waits for what an event will bring about, without a fixed pause. */
export async function eventually<Value>(
  look: () => Value | Promise<Value>,
  isThere: (value: Value) => boolean,
): Promise<Value> {
  const until = Date.now() + 30_000;
  for (;;) {
    const value = await look();
    if (isThere(value)) return value;
    if (Date.now() > until) throw new Error(`It did not come about; last seen: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
