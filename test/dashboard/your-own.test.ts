// The page of 30 lines that a unit is shown as its own dashboard: each of its programs is run as it stands there.
import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../subgraphs/kit/contract-files';
import { runDemonstration, type RunningDemonstration } from '../kit/run-demonstration';

const run = promisify(execFile);
const page = readFileSync(join(projectRoot(), 'gateway', 'dashboard', 'your-own.md'), 'utf8');

const PROGRAMS = [
  { language: 'sh', command: 'sh', flag: '-c', needs: 'curl' },
  { language: 'js', command: process.execPath, flag: '-e', needs: process.execPath },
  { language: 'python', command: 'python3', flag: '-c', needs: 'python3' },
];

describe('a dashboard of your own', () => {
  let demonstration: RunningDemonstration;
  beforeAll(async () => {
    demonstration = await runDemonstration();
  }, 240_000);
  afterAll(() => demonstration?.stop());

  for (const { language, command, flag, needs } of PROGRAMS) {
    const isHere = spawnSync(needs, ['--version']).status === 0;
    if (!isHere)
      process.stderr.write(`Left out, since there is no ${needs}: the ${language} program of your-own.md\n`);
    (isHere ? test : test.skip)(
      `in ${language} it is 30 lines or so, and says what the graph says`,
      async () => {
        const program = programIn(language);
        expect(program.split('\n').length).toBeLessThanOrEqual(36);
        const { data } = await demonstration.ask(
          '{ agreementTasks(filter: { overdue: true }) { totalCount } }',
        );
        const { stdout } = await run(command, [flag, program], {
          env: { ...process.env, LIANXI_URL: demonstration.gatewayUrl },
        });
        const count = data.agreementTasks.totalCount as number;
        expect(stdout).toMatch(language === 'sh' ? `"totalCount":${count}` : `逾期任务：${count}（截至 2`);
      },
      60_000,
    );
  }
});

function programIn(language: string): string {
  const [, program] = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(page)!;
  return program!;
}
