// One workload: every contender is warmed up, then measured in interleaved rounds.
import type { BenchOptions } from './bench-options';
import type { Contender } from './contender';
import type { Field } from './field';
import { type LineUp, lineUp, oneLine } from './line-up';
import type { LoadOptions, LoadResult } from './load-process';
import { readCpu, readPeakMemory, untilIdle } from './process-usage';
import type { RunningContender } from './start-contender';
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

export interface WorkloadResult extends Pick<LineUp, 'leftOut' | 'fetches'> {
  workload: Workload;
  connections: number;
  /** The base is the first. */
  standings: Standing[];
  /** Answers that the subgraphs had to compute while it was measured. */
  computed: number;
}

interface Course {
  workload: Workload;
  field: Field;
  options: BenchOptions;
  expected: string[];
  connections: number;
}

/** Rejects when the base cannot run. */
export async function runWorkload(
  workload: Workload,
  field: Field,
  options: BenchOptions,
): Promise<WorkloadResult> {
  const running: RunningContender[] = [];
  try {
    const { expected, leftOut, fetches } = await lineUp(workload, field, options, running);
    const connections = Math.min(workload.connections ?? Infinity, options.connections);
    const course: Course = { workload, field, options, expected, connections };
    await warmUp(running, course);
    const before = await field.computed();
    const standings = await runRounds(running, course);
    const computed = (await field.computed()) - before;
    return { workload, connections, standings, leftOut, fetches, computed };
  } finally {
    await Promise.all(running.map(({ program }) => program.stop()));
  }
}

async function warmUp(running: RunningContender[], course: Course): Promise<void> {
  for (const { contender, url } of running) {
    console.error(`${course.workload.name}: warming up ${contender.name} …`);
    await course.field.load({ ...loadOptions(course, url), seconds: course.options.warmUp });
  }
}

async function runRounds(running: RunningContender[], course: Course): Promise<Standing[]> {
  const standings = running.map(toStanding);
  for (let round = 1; round <= course.options.rounds; round++) {
    console.error(`${course.workload.name}: round ${round} of ${course.options.rounds} …`);
    for (const [i, each] of running.entries()) await measure(each, standings[i]!, course);
  }
  return standings;
}

function toStanding({ contender, flags, executor }: RunningContender): Standing {
  return { contender, flags, executor, samples: [], peakMemory: 0, remarks: [] };
}

async function measure(
  { program, url }: RunningContender,
  standing: Standing,
  course: Course,
): Promise<void> {
  try {
    const sample = await takeSample(program.pid, loadOptions(course, url), course.field);
    standing.samples.push(sample);
    standing.peakMemory = readPeakMemory(program.pid);
  } catch (fault) {
    standing.samples.push(undefined);
    const reason = program.hasEnded()
      ? `it ended: … ${program.lastWords().slice(-250)}`
      : (fault as Error).message;
    standing.remarks.push(`round ${standing.samples.length} does not count: ${oneLine(reason)}`);
  }
}

/** Counts from rest to rest, so that no work of a request is left out and none of another one is in. */
async function takeSample(pid: number, options: LoadOptions, field: Field): Promise<Sample> {
  if (!(await untilIdle(pid))) throw new Error('it did not come to rest before the round');
  const before = readCpu(pid);
  const result = await field.load(options);
  if (!(await untilIdle(pid))) throw new Error('it did not come to rest after the round');
  const { started, failed, wrong, example } = result;
  if (failed + wrong > 0)
    throw new Error(`${failed} failed and ${wrong} wrong of ${started}, e.g. ${example}`);
  return { ...result, cpu: (readCpu(pid) - before) / started };
}

function loadOptions({ workload, options, expected, connections }: Course, url: string): LoadOptions {
  const { seconds, requests } = options;
  return { url, cases: workload.cases, expected, connections, seconds, requests };
}
