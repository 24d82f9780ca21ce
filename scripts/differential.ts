// The long form of the differential test: npm run differential -- --cases 50000 --seed 7
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '50000' }, seed: { type: 'string' } },
});
const seed = values.seed ?? String(Date.now() % 1_000_000_000);
console.log(`${values.cases} cases, seed ${seed}`);
const jest = join(__dirname, '..', 'node_modules', 'jest', 'bin', 'jest.js');
const { status } = spawnSync(
  process.execPath,
  [jest, 'test/execution/differential.test.ts', '--coverage=false'],
  {
    cwd: join(__dirname, '..'),
    stdio: 'inherit',
    env: { ...process.env, DIFFERENTIAL_CASES: values.cases, DIFFERENTIAL_SEED: seed },
  },
);
process.exit(status ?? 1);
