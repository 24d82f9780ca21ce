// `npm run bench`: our gateway beside others on this machine. Writes a Markdown table; `--help` says what it can be told.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { type BenchOptions, PLANNING, USAGE, readBenchOptions } from './bench/bench-options';
import { type Field, openField } from './bench/field';
import type { GroundName } from './bench/ground';
import { planningSection } from './bench/planning-cost';
import { introduction, workloadSection } from './bench/results-table';
import { runWorkload } from './bench/run-workload';
import { canPin } from './bench/spawn-program';
import { allWorkloads } from './bench/workload';

async function main(): Promise<void> {
  const options = readBenchOptions(process.argv.slice(2));
  if (!options) return console.log(USAGE);
  if (!existsSync('/proc/self/stat'))
    throw new Error('The benchmark counts CPU by /proc, which this system does not have: run it on Linux.');
  if (!canPin)
    console.error(
      'Contender, subgraphs and load cannot have cores of their own here: the figures are rough.',
    );
  const sections = [introduction(options, describeMachine())];
  for (const ground of new Set([
    ...wanted(options).map((workload) => workload.ground),
    ...grounds(options),
  ])) {
    const field = await openField(ground, options);
    for (const section of await runGround(ground, field, options).finally(() => field.stop())) {
      sections.push(section);
      write(options.output, sections);
    }
  }
  console.log(sections.join('\n'));
}

function wanted({ workloads }: BenchOptions) {
  return allWorkloads().filter(({ name }) => workloads.includes(name));
}

function grounds({ workloads }: BenchOptions): GroundName[] {
  return workloads.includes(PLANNING) ? ['shards'] : [];
}

async function runGround(ground: GroundName, field: Field, options: BenchOptions): Promise<string[]> {
  const sections: string[] = [];
  for (const workload of wanted(options).filter((it) => it.ground === ground)) {
    const section = runWorkload(workload, field, options).then(workloadSection);
    sections.push(
      await section.catch(
        (fault: Error) => `## ${workload.title} (\`${workload.name}\`)\n\nNot measured: ${fault.message}\n`,
      ),
    );
  }
  if (ground === 'shards' && options.workloads.includes(PLANNING))
    sections.push(await planningSection(field, options));
  return sections;
}

function write(file: string, sections: string[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, sections.join('\n'));
}

function describeMachine(): string {
  const [first] = cpus();
  const pinned = canPin ? '' : ', not pinned to cores';
  return `${first?.model.trim() || 'Unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}${pinned}, ${new Date().toISOString().slice(0, 10)}`;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

main().then(
  () => process.exit(0),
  (fault: Error) => {
    console.error(fault.message);
    process.exit(2);
  },
);
