// `npm run thousand`: a thousand publications in a row, followed by a gateway; what lives in both heaps after the 200th and after the last.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { APPROVE, JOIN, PUBLISH, askAt } from '../registry/kit/open-registry';
import { servePublished } from '../registry/kit/serve-published';
import { STREET_TOKEN, subgraphSdl } from '../registry/kit/small-parts';
import type { HeapReport } from './thousand/tell-heap';

const PUBLICATIONS = Number(process.argv[2] ?? 1_000);
const FIRST = Math.min(200, Math.floor(PUBLICATIONS / 2));
const PUBLISHERS = 10;
const BOUND = 1.05;

async function main(): Promise<void> {
  const registry = await start('registry-process', []);
  const gateway = await start('gateway-process', [registry.url]);
  const served = await servePublished();
  const tokens: string[] = [];
  for (let i = 0; i < PUBLISHERS; i++) tokens.push(await admit(registry.url, `unit${i}`));
  let first: HeapReport[] = [];
  for (let n = 1; n <= PUBLICATIONS; n++) {
    const name = `unit${n % PUBLISHERS}`;
    const sdl = subgraphSdl(name, `field${n}`);
    const subgraph = { name, url: served.addressOf(sdl), sdl };
    const { data } = await askAt(registry.url, PUBLISH, { subgraph }, tokens[n % PUBLISHERS]!);
    if (data?.publish.outcome !== 'ACCEPTED') throw new Error(`Not accepted: ${JSON.stringify(data)}`);
    if (n === FIRST) first = await heaps(data.publish.version);
    if (n === PUBLICATIONS) report(first, await heaps(data.publish.version));
  }
  await served.stop();

  async function heaps(version: number): Promise<HeapReport[]> {
    await untilServed(gateway.url, version);
    return Promise.all([registry, gateway].map(({ program }) => heapOf(program)));
  }
}

function report(first: HeapReport[], last: HeapReport[]): void {
  const mb = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`;
  for (const [i, name] of ['registry', 'gateway'].entries()) {
    const [was, is] = [first[i]!, last[i]!];
    const ratio = is.heap / was.heap;
    console.log(
      `${name}: ${mb(was.heap)} after ${FIRST} publications, ${mb(is.heap)} after ${PUBLICATIONS}: ${(ratio * 100).toFixed(1)}% (bound: ${BOUND * 100}%); resident ${mb(was.resident)}, then ${mb(is.resident)}`,
    );
    if (ratio > BOUND) process.exitCode = 1;
  }
}

async function untilServed(url: string, version: number): Promise<void> {
  for (;;) {
    const { graph } = (await (await fetch(`${url}/health/ready`)).json()) as { graph: { version: number } };
    if (graph.version === version) return;
    await wait(50);
  }
}

async function heapOf(program: ChildProcess): Promise<HeapReport> {
  program.send('heap');
  const [report] = (await once(program, 'message')) as [HeapReport];
  return report;
}

async function admit(url: string, home: string): Promise<string> {
  const { data } = await askAt(url, JOIN, { home, name: home }, null);
  await askAt(url, APPROVE, { id: data.join.proposal, reason: 'known' }, STREET_TOKEN);
  return data.join.secret as string;
}

async function start(file: string, given: string[]): Promise<{ url: string; program: ChildProcess }> {
  const program = fork(path.join(__dirname, 'thousand', `${file}.ts`), given, {
    execArgv: ['--expose-gc', '-r', '@swc-node/register'],
  });
  const [{ url }] = (await once(program, 'message')) as [{ url: string }];
  return { url, program };
}

void main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
