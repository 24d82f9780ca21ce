// `npm run oracle`: asks the sharding layer over many shards, and one database without it, thousands of random operations.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const USAGE = `npm run oracle -- [--cases 2000] [--seed N] [--jobs 1] [--worlds 4]
npm run oracle -- --planted [--only <part of a name>] [--seed N]

Random operations of conference, cobuilding and sharing must have the same answer from the sharding layer over spread
shards as from one database that holds all rows. A difference is cut small and printed; the seed brings it back.
--planted changes a copy of the layer, one bug at a time, and tells after how many cases each was found.`;

const PROGRAM = join(__dirname, '..', 'test', 'oracle', 'main.ts');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '2000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      jobs: { type: 'string', default: '1' },
      worlds: { type: 'string', default: '4' },
      planted: { type: 'boolean', default: false },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const [cases, seed, jobs, worlds] = [values.cases, values.seed, values.jobs, values.worlds].map(
    readWhole,
  ) as [number, number, number, number];
  console.log(`Seed ${seed}`);
  const count = values.planted ? 1 : Math.max(1, jobs);
  const shares = Array.from({ length: count }, (_, i) => [
    ...[
      '--cases',
      String(Math.floor(cases / count) + (i < cases % count ? 1 : 0)),
      '--seed',
      String(seed + i),
      '--worlds',
      String(values.planted ? 2 : worlds),
    ],
    ...(values.planted ? ['--planted'] : []),
    ...(values.only === undefined ? [] : ['--only', values.only]),
  ]);
  const codes = await Promise.all(shares.map(run));
  process.exit(codes.every((code) => code === 0) ? 0 : 1);
}

function readWhole(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new Error(`${JSON.stringify(text)} is not a whole number.\n\n${USAGE}`);
}

function run(share: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-r', '@swc-node/register', PROGRAM, ...share], {
      stdio: 'inherit',
    });
    child.once('error', reject).once('exit', (code) => resolve(code ?? 1));
  });
}

main().catch((cause: Error) => {
  console.error(cause.message);
  process.exit(1);
});
