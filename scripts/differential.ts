// The long form of the differential test: npm run differential -- --cases 50000 --seed 7
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '50000' }, seed: { type: 'string' } },
});
const cases = Number(values.cases);
const seed = values.seed ?? String(Date.now() % 1_000_000_000);
/** Each process draws some hundred supergraphs, whose memory the federation libraries keep. */
const CASES_A_PROCESS = 5_000;

console.log(`${cases} cases, seed ${seed}`);
for (let from = 0; from < cases; from += CASES_A_PROCESS) {
  const status = compare(from, Math.min(CASES_A_PROCESS, cases - from));
  if (status !== 0) process.exit(status ?? 1);
}
console.log(`Seed ${seed}: ${cases} cases, no difference.`);

function compare(from: number, count: number): number | null {
  const jest = join(__dirname, '..', 'node_modules', 'jest', 'bin', 'jest.js');
  const settings = { DIFFERENTIAL_FROM: from, DIFFERENTIAL_CASES: count, DIFFERENTIAL_SEED: seed };
  const { status } = spawnSync(
    process.execPath,
    [jest, 'test/execution/differential.test.ts', '--coverage=false'],
    {
      cwd: join(__dirname, '..'),
      stdio: 'inherit',
      env: {
        ...process.env,
        ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)])),
      },
    },
  );
  return status;
}
