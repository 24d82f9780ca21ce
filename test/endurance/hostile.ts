// `npm run hostile`: what hostile operations cost the serving thread, family by family, and what a bystander feels of them.
import { performance } from 'node:perf_hooks';
import { HOSTILE_FAMILIES, type HostileFamily, type HostileOperation } from '../kit/hostile-families';
import { type LittleGateway, startLittleGateway } from './kit/start-little-gateway';
import { quantile, runLoad, sleep } from './kit/start-load';
import { watchHolds } from './kit/watch-holds';

const SIZES = [30, 300, 3_000];
/** Characters of a body that the gateway still reads (its limit is 1 MiB). */
const LARGEST = 1_000_000;
const REPEATS = 5;
const BYSTANDER = { query: '{ rooms { name owner { name } } }' };

interface Cost {
  kilobytes: number;
  verdict: string;
  /** Of the serving thread, per request, and the longest that it was held at once; milliseconds. */
  busy: number;
  held: number;
  latency: number;
}

async function main(): Promise<void> {
  const gateway = await startLittleGateway({ introspection: true });
  await sleep(500);
  console.log(
    '| family | kB | verdict | serving thread ms | longest hold ms, waits for a core not counted | answered after ms |',
  );
  console.log('| --- | --- | --- | --- | --- | --- |');
  let worst = 0;
  await measure(gateway, () => BYSTANDER, 1);
  for (const [name, family] of Object.entries(HOSTILE_FAMILIES)) {
    for (const n of [...SIZES, largest(family)]) {
      const cost = await measure(gateway, family, n);
      worst = Math.max(worst, cost.held, cost.busy);
      const { kilobytes, verdict, busy, held, latency } = cost;
      console.log(
        `| ${name} ×${n} | ${kilobytes.toFixed(0)} | ${verdict} | ${busy.toFixed(1)} | ${held.toFixed(0)} | ${latency.toFixed(0)} |`,
      );
    }
  }
  console.log(
    `\nThe most that one operation took of the serving thread: ${worst.toFixed(0)} ms (bound: 100 ms)`,
  );
  await measureBystander(gateway);
  await gateway.stop();
}

/** Each request's text is a new one, so that no refusal is remembered. */
async function measure({ url }: LittleGateway, family: HostileFamily, n: number): Promise<Cost> {
  const operation = family(n);
  const cost: Cost = { kilobytes: 0, verdict: '', busy: Infinity, held: 0, latency: 0 };
  for (let i = 0; i < REPEATS; i++) {
    const body = JSON.stringify({ ...operation, query: `${operation.query}#${n}.${i}.${Math.random()}` });
    const watch = watchHolds();
    const before = performance.eventLoopUtilization();
    const began = performance.now();
    const verdict = await send(url, body);
    cost.latency = Math.max(cost.latency, performance.now() - began);
    // Of five: the middle would hide what happens once, the worst shows the garbage collector of this very process.
    cost.busy = Math.min(cost.busy, performance.eventLoopUtilization(before).active);
    await sleep(5);
    const own = watch.stop().map(({ ms, waitedForCore }) => ms - waitedForCore);
    cost.held = Math.max(cost.held, ...own);
    cost.kilobytes = body.length / 1000;
    cost.verdict = verdict;
  }
  return cost;
}

async function send(url: string, body: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const text = await response.text();
  const code = /"code":"(\w+)"/.exec(text)?.[1];
  return `${response.status}${code ? ` ${code}` : ''}`;
}

/** The largest that the gateway still reads: the texts grow with n, so halving finds it. */
function largest(family: HostileFamily): number {
  let [low, high] = [1, 200_000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (JSON.stringify(family(middle)).length <= LARGEST) low = middle;
    else high = middle;
  }
  return low;
}

async function measureBystander({ url }: LittleGateway): Promise<void> {
  const bystander = { name: 'bystander', connections: 10, pause: 20, operations: [BYSTANDER] };
  const operations: HostileOperation[] = Object.values(HOSTILE_FAMILIES).flatMap((family) =>
    [30, 300, 3_000].map((n) => family(n)).filter(({ query }) => query.length < 200_000),
  );
  const attacker = { name: 'attacker', connections: 2, pause: 100, operations, fresh: true };
  const p99 = (samples: Array<{ ms: number }>) =>
    quantile(
      samples.map(({ ms }) => ms),
      0.99,
    );
  await runLoad(url, [bystander], 3_000);
  const ratios: number[] = [];
  for (let round = 0; round < 3; round++) {
    const alone = await runLoad(url, [bystander], 8_000);
    const beside = await runLoad(url, [bystander, attacker], 8_000);
    const ratio = p99(beside.bystander!) / p99(alone.bystander!);
    ratios.push(ratio);
    const failed = beside.bystander!.filter(({ status, codes }) => status !== 200 || codes.length > 0).length;
    console.log(
      `Bystander's p99: alone ${p99(alone.bystander!).toFixed(1)} ms, beside ${beside.attacker!.length} hostile operations ${p99(beside.bystander!).toFixed(1)} ms: ${ratio.toFixed(2)}×; ${failed} failed`,
    );
  }
  console.log(`Median ratio ${quantile(ratios, 0.5).toFixed(2)}× (bound: 2×)`);
}

void main().then(() => process.exit(0));
