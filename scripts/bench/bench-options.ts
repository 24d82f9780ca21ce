// What `npm run bench` may be told.
import { parseArgs } from 'node:util';
import { CONTENDERS } from './contender';
import { allWorkloads } from './workload';

export interface BenchOptions {
  workloads: string[];
  contenders: string[];
  rounds: number;
  /** How long the load lasts: in a round, and before the first one. */
  seconds: number;
  warmUp: number;
  connections: number;
  /** The most requests that one round starts. */
  requests: number;
  flags: 'same' | 'own';
  /** The core of the contender, and that of subgraphs and load. */
  cores: [number, number];
  output: string;
}

export const PLANNING = 'planning';

export const USAGE = `npm run bench -- [--only heavy,small] [--contenders lianxi,stock,null] [--rounds 5] …

Compares gateways on this machine: CPU per request, latency, rate and memory, on the same requests over the same
subgraphs. Needs Linux (it counts CPU by /proc); with two cores and taskset each contender has one for itself.
The table goes to standard output and to bench/results.md.

  --only         workloads, by name: ${allWorkloads()
    .map(({ name }) => name)
    .join(', ')}, ${PLANNING};
                 "scatter" stands for all sizes. Default: all.
  --contenders   by name, see below. Default: all. The one that a table compares with is always added.
  --rounds       rounds, each with every contender in turn. Default: 5.
  --seconds      how long the load lasts in a round. Default: 5.
  --warm-up      how long it lasts before the first round. Default: 8.
  --connections  clients, each with one request at a time. Default: 50.
  --requests     the most requests that one round starts. Default: 100000.
  --flags        "same": all but "stock" run under our V8 flags (default); "own": only ours do.
  --cores        the contender's core, and that of subgraphs and load. Default: 0,1.
  --output       where the table goes besides. Default: bench/results.md.

Contenders:
${CONTENDERS.map(({ name, title }) => `  ${name.padEnd(18)} ${title}`).join('\n')}

Hive Gateway and Mercurius are installed on demand, in exact versions, into the folder bench, which Git ignores.
GATEWAY_EXECUTOR and the other settings of the gateway apply to "lianxi".`;

/** Throws a sentence for what it cannot read; undefined when help is asked for. */
export function readBenchOptions(args: string[]): BenchOptions | undefined {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: {
      only: text,
      contenders: text,
      rounds: text,
      seconds: text,
      'warm-up': text,
      connections: text,
      requests: text,
      flags: text,
      cores: text,
      output: text,
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return undefined;
  const known = [...allWorkloads().map(({ name }) => name), PLANNING];
  const flags = values.flags ?? 'same';
  if (flags !== 'same' && flags !== 'own')
    throw new Error(`--flags is "${flags}", but must be "same" or "own".`);
  return {
    workloads: readNames('--only', expandScatter(values.only, known), known),
    contenders: readNames(
      '--contenders',
      values.contenders,
      CONTENDERS.map(({ name }) => name),
    ),
    rounds: readNumber('--rounds', values.rounds, 5),
    seconds: readNumber('--seconds', values.seconds, 5),
    warmUp: readNumber('--warm-up', values['warm-up'], 8),
    connections: readNumber('--connections', values.connections, 50),
    requests: readNumber('--requests', values.requests, 100_000),
    flags,
    cores: readCores(values.cores ?? '0,1'),
    output: values.output ?? 'bench/results.md',
  };
}

function expandScatter(only: string | undefined, known: string[]): string | undefined {
  return only?.replace(
    /(?<=^|,)scatter(?=,|$)/,
    known.filter((name) => name.startsWith('scatter-')).join(','),
  );
}

function readNames(option: string, given: string | undefined, known: string[]): string[] {
  if (given === undefined) return known;
  const names = given.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`${option} names "${unknown}"; known are ${known.join(', ')}.`);
  return known.filter((name) => names.includes(name));
}

function readCores(given: string): [number, number] {
  const [, contender, others] = /^(\d+),(\d+)$/.exec(given) ?? [];
  if (others === undefined) throw new Error(`--cores is "${given}", but must be two numbers, such as 0,1.`);
  return [Number(contender), Number(others)];
}

function readNumber(option: string, given: string | undefined, fallback: number): number {
  const value = given === undefined ? fallback : Number(given);
  if (!(value > 0 && value <= 1_000_000))
    throw new Error(`${option} is "${given}", but must be a number above 0.`);
  return value;
}
