// Who runs in a workload: the base first, whose answers are the reference, then every other contender that answers alike.
import type { BenchOptions } from './bench-options';
import { CONTENDERS, type Contender } from './contender';
import type { Replay } from './contender-settings';
import { type Field, type Layout, layOut } from './field';
import { type RunningContender, checkAnswers, post, startContender } from './start-contender';
import type { Workload } from './workload';

export interface LineUp {
  running: RunningContender[];
  /** Contenders that do not take part, and why. */
  leftOut: { name: string; reason: string }[];
  /** By case: the canonical form of the right answer. */
  expected: string[];
  /** Fetches by request, by who makes them. */
  fetches: { name: string; count: number }[];
}

interface Ground {
  workload: Workload;
  field: Field;
  layout: Layout;
  options: BenchOptions;
}

/** Rejects when the base cannot run; `running` holds what was started by then. */
export async function lineUp(
  workload: Workload,
  field: Field,
  options: BenchOptions,
  running: RunningContender[],
): Promise<LineUp> {
  const ground: Ground = { workload, field, options, layout: layOut(workload, field) };
  const base = await startContender(find(workload.base), workload, ground);
  running.push(base);
  const expected = await checkAnswers(base, workload.cases);
  const replays = new Map([[base.contender.name, await recordReplays(base, ground)]]);
  const leftOut: LineUp['leftOut'] = [];
  for (const contender of others(workload, options)) {
    console.error(`${workload.name}: starting ${contender.name} …`);
    try {
      const started = await startChecked(contender, ground, expected, replays);
      running.push(started);
      if (contender.name === 'lianxi') replays.set(contender.name, await recordReplays(started, ground));
    } catch (fault) {
      leftOut.push({ name: contender.name, reason: oneLine((fault as Error).message) });
    }
  }
  const fetches = [...replays].map(([name, its]) => ({ name, count: averageFetches(its) }));
  return { running, leftOut, expected, fetches };
}

function find(name: string): Contender {
  return CONTENDERS.find((contender) => contender.name === name)!;
}

function others({ base, ground }: Workload, { contenders }: BenchOptions): Contender[] {
  const needsShards = ground === 'demonstration' || ground === 'shards';
  return CONTENDERS.filter(
    ({ name, sharded }) => name !== base && contenders.includes(name) && (sharded || !needsShards),
  );
}

async function startChecked(
  contender: Contender,
  ground: Ground,
  expected: string[],
  known: Map<string, Replay[]>,
): Promise<RunningContender> {
  const repeated = contender.repeats === 'base' ? ground.workload.base : contender.repeats;
  const replays = repeated && known.get(repeated);
  if (repeated && !replays) throw new Error(`${repeated}, whose fetches it repeats, does not take part`);
  const started = await startContender(contender, ground.workload, { ...ground, replays });
  try {
    await checkAnswers(started, ground.workload.cases, expected);
    return started;
  } catch (fault) {
    await started.program.stop();
    throw fault;
  }
}

/** What a gateway fetches for each case, once it has planned it. */
async function recordReplays({ url }: RunningContender, { workload, field }: Ground): Promise<Replay[]> {
  const replays: Replay[] = [];
  for (const each of workload.cases) {
    let answer = '';
    const waves = await field.recordFetches(async () => (answer = await post(url, each)));
    replays.push({ body: each.body, waves, answer });
  }
  return replays;
}

function averageFetches(replays: Replay[]): number {
  return replays.reduce((sum, { waves }) => sum + waves.flat().length, 0) / replays.length;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 400);
}
