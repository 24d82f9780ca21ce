// One workload: every contender is started, checked and warmed up, then measured in interleaved rounds.
import type { BenchOptions } from './bench-options';
import { CONTENDERS, type Contender } from './contender';
import type { Replay } from './contender-settings';
import { type Field, type Layout, layOut } from './field';
import type { LoadOptions, LoadResult } from './load-process';
import { readCpu, readPeakMemory, untilIdle } from './process-usage';
import { type RunningContender, checkAnswers, post, startContender } from './start-contender';
import type { Workload } from './workload';

/** One contender in one round. */
export interface Sample extends LoadResult {
  /** CPU of the contender by request, in milliseconds. */
  cpu: number;
}

export interface Standing {
  contender: Contender;
  flags: string[];
  executor?: string;
  /** By round; undefined where a round does not count. */
  samples: (Sample | undefined)[];
  /** Bytes. */
  peakMemory: number;
  /** Rounds that do not count, with the reason. */
  remarks: string[];
}

export interface WorkloadResult {
  workload: Workload;
  connections: number;
  standings: Standing[];
  /** Contenders that did not take part, and why. */
  leftOut: { name: string; reason: string }[];
  /** Fetches that the base's answers took, by request. */
  fetches: number;
  /** Answers that the subgraphs had to compute while it was measured. */
  computed: number;
}

interface Course {
  workload: Workload;
  field: Field;
  layout: Layout;
  options: BenchOptions;
  expected: string[];
}

export async function runWorkload(
  workload: Workload,
  field: Field,
  options: BenchOptions,
): Promise<WorkloadResult> {
  const leftOut: WorkloadResult['leftOut'] = [];
  const running: RunningContender[] = [];
  try {
    const layout = layOut(workload, field);
    const base = await startContender(find(workload.base), workload, { field, layout, options });
    running.push(base);
    const course: Course = {
      workload,
      field,
      layout,
      options,
      expected: await checkAnswers(base, workload.cases),
    };
    const replays = await recordReplays(base, course);
    for (const contender of others(workload, options)) {
      console.error(`${workload.name}: starting ${contender.name} …`);
      try {
        running.push(await startChecked(contender, course, replays));
      } catch (fault) {
        leftOut.push({ name: contender.name, reason: oneLine((fault as Error).message) });
      }
    }
    const standings = running.map(toStanding);
    await warmUp(running, course);
    const before = await field.computed();
    for (let round = 1; round <= options.rounds; round++) {
      console.error(`${workload.name}: round ${round} of ${options.rounds} …`);
      for (const [i, each] of running.entries()) await measure(each, standings[i]!, course);
    }
    const fetches = replays.reduce((sum, { waves }) => sum + waves.flat().length, 0) / replays.length;
    return {
      workload,
      connections: connectionsOf(workload, options),
      standings,
      leftOut,
      fetches,
      computed: (await field.computed()) - before,
    };
  } finally {
    await Promise.all(running.map(({ program }) => program.stop()));
  }
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
  { workload, field, layout, options, expected }: Course,
  replays: Replay[],
): Promise<RunningContender> {
  const started = await startContender(contender, workload, { field, layout, options, replays });
  try {
    await checkAnswers(started, workload.cases, expected);
    return started;
  } catch (fault) {
    await started.program.stop();
    throw fault;
  }
}

/** What the base fetches for each case, once it has planned it. */
async function recordReplays({ url }: RunningContender, { workload, field }: Course): Promise<Replay[]> {
  const replays: Replay[] = [];
  for (const each of workload.cases) {
    let answer = '';
    const waves = await field.recordFetches(async () => (answer = await post(url, each)));
    replays.push({ body: each.body, waves, answer });
  }
  return replays;
}

function toStanding({ contender, flags, executor }: RunningContender): Standing {
  return { contender, flags, executor, samples: [], peakMemory: 0, remarks: [] };
}

async function warmUp(running: RunningContender[], course: Course): Promise<void> {
  for (const { contender, url } of running) {
    console.error(`${course.workload.name}: warming up ${contender.name} …`);
    await course.field.load({ ...loadOptions(course, url), seconds: course.options.warmUp });
  }
}

/** Counts from rest to rest, so that no work of a request is left out and none of another one is in. */
async function measure(
  { program, url }: RunningContender,
  standing: Standing,
  course: Course,
): Promise<void> {
  try {
    if (!(await untilIdle(program.pid))) throw new Error('it did not come to rest before the round');
    const before = readCpu(program.pid);
    const result = await course.field.load(loadOptions(course, url));
    if (!(await untilIdle(program.pid))) throw new Error('it did not come to rest after the round');
    if (program.hasEnded()) throw new Error(`it ended: … ${program.lastWords().slice(-250)}`);
    if (result.failed + result.wrong > 0)
      throw new Error(
        `${result.failed} failed and ${result.wrong} wrong of ${result.started}, e.g. ${result.example}`,
      );
    standing.samples.push({ ...result, cpu: (readCpu(program.pid) - before) / result.started });
    standing.peakMemory = readPeakMemory(program.pid);
  } catch (fault) {
    standing.samples.push(undefined);
    standing.remarks.push(
      `round ${standing.samples.length} does not count: ${oneLine((fault as Error).message)}`,
    );
  }
}

function loadOptions({ workload, options, expected }: Course, url: string): LoadOptions {
  const { seconds, requests } = options;
  return {
    url,
    cases: workload.cases,
    expected,
    connections: connectionsOf(workload, options),
    seconds,
    requests,
  };
}

export function connectionsOf({ connections = Infinity }: Workload, options: BenchOptions): number {
  return Math.min(connections, options.connections);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 400);
}
