// `npm run publish-to-live -- [publications] [pause]`: how long a publication takes until the gateway answers it, what fails meanwhile, and how long its thread is held; beside stock Apollo.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Pool } from 'undici';
import type { Sample } from './kit/load-process';
import { quantile, sleep, startLoad } from './kit/start-load';
import type { GatewayOrder, HeldReport } from './publishing/gateway-process';
import { admitPublishers, retireShard } from './publishing/publishers';
import { OPERATIONS, SHARDS, SUBGRAPHS, newestField } from './publishing/publishing-ground';
import type { RegistryOrder } from './publishing/registry-process';
import type { SubgraphOrder } from './publishing/subgraph-process';

const PUBLICATIONS = Number(process.argv[2] ?? 20);
const CONNECTIONS = 50;
/** Between a connection's requests, so that the load leaves the cores some time: 100 ms are about 500 requests a second. */
const PAUSE_MS = Number(process.argv[3] ?? 100);
/** Those of this process are the gateway's. */
const V8_FLAGS = process.execArgv.filter((flag) => flag.startsWith('--'));
const GIVE_UP_MS = 120_000;
/** Shards that are retired to see how long that takes. */
const RETIREMENTS = 5;
let retired = 0;

interface Figures {
  name: string;
  live: number[];
  /** Until the registry had answered the publisher. */
  decided: number[];
  /** Of versions that differ in their shards only; stock Apollo knows nothing of shards. */
  shards: number[];
  load: Sample[];
  held: HeldReport;
}

async function main(): Promise<void> {
  const subgraphs = await start('subgraph-process');
  const registry = await start('registry-process', { subgraphUrl: subgraphs.url } satisfies RegistryOrder);
  console.log(
    `${PUBLICATIONS} publications into a graph of ${SUBGRAPHS} subgraphs, the contracts and ${SHARDS} shards; ${CONNECTIONS} connections ask meanwhile, each ${PAUSE_MS} ms after its last answer`,
  );
  const publish = await admitPublishers(registry.url, subgraphs.url);
  let version = 0;
  const next = () => (version += 1);
  const publishNext = async () => {
    const version = next();
    subgraphs.program.send({ version } satisfies SubgraphOrder);
    await once(subgraphs.program, 'message');
    return { version, at: performance.now(), accepted: publish(version) };
  };
  for (let i = 0; i < SUBGRAPHS; i++) await (await publishNext()).accepted;
  for (const name of ['lianxi', 'stock'] as const) report(await measure(name, registry.url, publishNext));
  for (const { program } of [subgraphs, registry]) program.kill();
}

interface Published {
  version: number;
  /** When it was sent. */
  at: number;
  /** Resolves when the registry has accepted it. */
  accepted: Promise<void>;
}

async function measure(
  name: 'lianxi' | 'stock',
  registryUrl: string,
  publishNext: () => Promise<Published>,
): Promise<Figures> {
  const order: GatewayOrder = { start: name, registryUrl };
  const gateway = await start('gateway-process', order, V8_FLAGS);
  const load = startLoad(gateway.url, [
    { name, connections: CONNECTIONS, pause: PAUSE_MS, operations: OPERATIONS },
  ]);
  await sleep(6_000);
  gateway.program.send('measure' satisfies GatewayOrder);
  const began = Date.now();
  const live: number[] = [];
  const decided: number[] = [];
  for (let i = 0; i < PUBLICATIONS; i++) {
    const { version, at, accepted } = await publishNext();
    await Promise.all([
      accepted.then(() => decided.push(performance.now() - at)),
      untilLive(gateway.url, newestField(version)).then(() => live.push(performance.now() - at)),
    ]);
    await sleep(300);
  }
  const shards = name === 'lianxi' ? await retireShards(registryUrl, gateway.url) : [];
  gateway.program.send('report' satisfies GatewayOrder);
  const [held] = (await once(gateway.program, 'message')) as [HeldReport];
  const samples = (await load.stop())[name]!.filter(({ at }) => at >= began);
  gateway.program.kill();
  return { name, live, decided, shards, load: samples, held };
}

async function retireShards(registryUrl: string, gatewayUrl: string): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < RETIREMENTS; i++) {
    const at = performance.now();
    // The first of them serves the directory.
    const version = await retireShard(registryUrl, `shard-${SHARDS - 1 - retired++}`);
    await untilVersion(gatewayUrl, version);
    took.push(performance.now() - at);
  }
  return took;
}

async function untilVersion(url: string, version: number): Promise<void> {
  const until = Date.now() + GIVE_UP_MS;
  for (;;) {
    const { graph } = (await (await fetch(new URL('/health/ready', url))).json()) as {
      graph: { version: number };
    };
    if (graph.version >= version) return;
    if (Date.now() > until) throw new Error(`Version ${version} did not come live.`);
    await sleep(5);
  }
}

async function untilLive(url: string, field: string): Promise<void> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 1 });
  const until = Date.now() + GIVE_UP_MS;
  try {
    for (;;) {
      const { body } = await pool.request({
        method: 'POST',
        path: pathname,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: `{ ${field} }` }),
      });
      const answer = (await body.json()) as { errors?: unknown[] };
      if (!answer.errors) return;
      if (Date.now() > until) throw new Error(`${field} did not come live: ${JSON.stringify(answer.errors)}`);
      await sleep(10);
    }
  } finally {
    await pool.destroy();
  }
}

function report({ name, live, decided, shards, load, held }: Figures): void {
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const failed = load.filter(({ status, codes }) => status !== 200 || codes.length > 0);
  const took = load.map((sample) => sample.ms);
  console.log(`${name}:`);
  console.log(
    `  publish to live: ${ms(quantile(live, 0.5))} at the median, ${ms(Math.max(...live))} at most (bound: 1000 ms at the median); the publisher has the verdict after ${ms(quantile(decided, 0.5))}`,
  );
  if (shards.length > 0)
    console.log(`  a version that differs in its shards only: ${ms(quantile(shards, 0.5))} at the median`);
  console.log(
    `  ${load.length} requests meanwhile, ${failed.length} failed (bound: 0); p50 ${ms(quantile(took, 0.5))}, p99 ${ms(quantile(took, 0.99))}, longest ${ms(Math.max(...took))}`,
  );
  console.log(
    `  event-loop delay of the serving thread: longest ${ms(held.longest)}, of that without waiting for a core ${ms(held.own)}, 99% ${ms(held.p99)} (bound: 50 ms)`,
  );
  if (failed.length > 0) console.log(failed.slice(0, 3));
}

interface Started {
  url: string;
  program: ChildProcess;
}

async function start(
  file: string,
  order?: RegistryOrder | GatewayOrder,
  flags: readonly string[] = [],
): Promise<Started> {
  const program = fork(path.join(__dirname, 'publishing', `${file}.ts`), {
    execArgv: [...flags, '-r', '@swc-node/register'],
  });
  if (order) program.send(order);
  const [{ url }] = (await once(program, 'message')) as [{ url: string }];
  return { url, program };
}

void main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
