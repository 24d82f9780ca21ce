// What a graph and a new operation cost, with few shards and with many: it must not depend on how many there are.
import type { BenchOptions } from './bench-options';
import { CONTENDERS } from './contender';
import type { Started } from './contenders/lianxi';
import { type Field, layOut } from './field';
import { show } from './results-table';
import { type RunningContender, post, startContender } from './start-contender';
import { medianOf, spreadOf } from './statistics';
import { SCATTER_QUERY, type Workload, oneCase } from './workload';

const SIZES = [3, 300];
const STARTS = 3;
const OPERATIONS = 20;

interface Cost {
  /** CPU in milliseconds. */
  graph: number;
  operation: number;
}

export async function planningSection(field: Field, options: BenchOptions): Promise<string> {
  const costs = new Map(SIZES.map((size) => [size, [] as Cost[]]));
  for (let start = 1; start <= STARTS; start++) {
    for (const size of SIZES) costs.get(size)!.push(await measure(size, field, options));
  }
  const rows = SIZES.map((size) => {
    return `| ${size} | ${showSpread(costs.get(size)!, 'graph')} | ${showSpread(costs.get(size)!, 'operation')} |`;
  });
  return [
    '## What planning costs (`planning`)',
    '',
    '| shards | CPU of the graph: composition and all else until requests are taken | CPU of an operation that was not seen before, beyond one that was |',
    '| --- | --- | --- |',
    ...rows,
    '',
    `- Medians of ${STARTS} starts, and of ${OPERATIONS} operations in each; the operations scatter over all shards.`,
    '',
  ].join('\n');
}

function showSpread(costs: Cost[], of: keyof Cost): string {
  const { median, min, max } = spreadOf(costs.map((cost) => cost[of]));
  return `${show(median)} ms (${show(min)}–${show(max)})`;
}

async function measure(shards: number, field: Field, options: BenchOptions): Promise<Cost> {
  console.error(`planning: ${shards} shards …`);
  const workload: Workload = {
    name: `planning-${shards}`,
    title: '',
    ground: 'shards',
    shards,
    cases: [variant(0)],
    base: 'lianxi-apollo',
  };
  const lianxi = CONTENDERS.find(({ name }) => name === 'lianxi')!;
  const running = await startContender({ ...lianxi, knowsOperations: false }, workload, {
    field,
    layout: layOut(workload, field),
    options,
  });
  try {
    const { startCpu } = await running.program.ask<Started>('started');
    for (let i = 1; i <= OPERATIONS; i++) await post(running.url, variant(i));
    const surplus: number[] = [];
    for (let i = 1; i <= OPERATIONS; i++) {
      const unseen = await cpuOf(running, OPERATIONS + i);
      const seen = await cpuOf(running, OPERATIONS + i);
      surplus.push(unseen - seen);
    }
    return { graph: startCpu, operation: medianOf(surplus) };
  } finally {
    await running.program.stop();
  }
}

async function cpuOf({ program, url }: RunningContender, index: number): Promise<number> {
  const before = await program.ask<number>('cpu');
  await post(url, variant(index));
  return (await program.ask<number>('cpu')) - before;
}

/** The same question under another name and with another alias, so that it is a new operation to every cache. */
function variant(index: number) {
  const name = `Scatter${index}`;
  return oneCase(
    name,
    SCATTER_QUERY.replace('Scatter', name).replace('totalCount', `total${index}: totalCount`),
  );
}
