// The results as Markdown.
import type { BenchOptions } from './bench-options';
import type { Sample, Standing, WorkloadResult } from './run-workload';
import { type Spread, medianOf, spreadOf } from './statistics';

const COLUMNS = [
  'contender',
  'CPU/request',
  'faster than base',
  '× null',
  'rate/s',
  'p50',
  'p95',
  'p99',
  'peak memory',
  'flags',
];

export function workloadSection(result: WorkloadResult): string {
  const { workload, connections, standings, leftOut, fetches, computed } = result;
  const base = standings[0]!;
  const nothing = standings.find(({ contender }) => contender.name === 'null');
  const asked = workload.ground === 'shards' ? workload.shards : undefined;
  const head =
    asked === undefined ? COLUMNS : [...COLUMNS.slice(0, 2), 'CPU/shard asked', ...COLUMNS.slice(2)];
  const remarks = [
    `${connections} ${connections === 1 ? 'connection' : 'connections'}; the speed of \`${base.contender.name}\` is 1. Fetches by request: ${fetches.map(({ name, count }) => `${show(count)} (\`${name}\`)`).join(', ')}.`,
    ...(computed > 0 ? [`The subgraphs had to compute ${computed} answers while it was measured.`] : []),
    ...standings.flatMap(({ contender, remarks }) =>
      remarks.map((remark) => `\`${contender.name}\`: ${remark}`),
    ),
    ...leftOut.map(({ name, reason }) => `\`${name}\` was left out: ${reason}`),
  ];
  const rows = standings.map((standing) => row(standing, base, nothing, asked));
  return [
    `## ${workload.title} (\`${workload.name}\`)`,
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows,
    '',
    ...remarks.map((it) => `- ${it}`),
    '',
  ].join('\n');
}

function row(
  standing: Standing,
  base: Standing,
  nothing: Standing | undefined,
  asked: number | undefined,
): string {
  const { contender, flags, executor, peakMemory } = standing;
  const samples = standing.samples.filter((it) => it !== undefined);
  const title = `**${contender.name}** ${contender.title}${executor ? ` (executor ${executor})` : ''}`;
  if (samples.length === 0)
    return line([title, ...COLUMNS.slice(asked === undefined ? 1 : 0).map(() => '–')]);
  const median = (of: keyof Sample) => medianOf(samples.map((sample) => sample[of] as number));
  const cpu = spreadOf(samples.map((sample) => sample.cpu));
  return line([
    title,
    `${show(cpu.median)} ms`,
    ...(asked === undefined ? [] : [`${show((cpu.median * 1000) / asked)} µs`]),
    showRatio(ratio(base, standing)),
    nothing ? showRatio(ratio(standing, nothing)) : '–',
    show(median('perSecond')),
    ...(['p50', 'p95', 'p99'] as const).map((of) => `${show(median(of))} ms`),
    `${Math.round(peakMemory / 1024 / 1024)} MB`,
    flags.join(' ') || 'none',
  ]);
}

/** How many times the CPU of `a` is that of `b`, round by round. */
function ratio(a: Standing, b: Standing): Spread | undefined {
  const ratios = a.samples.flatMap((sample, i) =>
    sample && b.samples[i] ? [sample.cpu / b.samples[i].cpu] : [],
  );
  return ratios.length > 0 ? spreadOf(ratios) : undefined;
}

function showRatio(spread: Spread | undefined): string {
  return spread ? `${show(spread.median)} (${show(spread.min)}–${show(spread.max)})` : '–';
}

export function show(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(value >= 1 ? 2 : 3);
}

function line(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}

export function introduction(
  { rounds, seconds, warmUp, connections, cores }: BenchOptions,
  machine: string,
): string {
  return `# Gateways side by side

${machine}. ${rounds} interleaved rounds of ${seconds} s after ${warmUp} s of warm-up, at most ${connections} connections; contender on core ${cores[0]}, subgraphs and load on core ${cores[1]}.
CPU: user and system time of the contender with its threads and children, from rest to rest, by request started. Figures are medians over the
rounds; ratios are taken round by round, in brackets the lowest and the highest. "faster than base": CPU of the base divided by the contender's. "× null":
CPU of the contender divided by that of the same fetches without a gateway. Every answer is compared with the base's. Whole requests are shared by no
contender but \`lianxi-shared\`. Peak memory is that of the whole life of the process.
`;
}
