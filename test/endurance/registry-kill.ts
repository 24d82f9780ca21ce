// Kills the registry at 100 random moments of publishing, and looks each time whether what is left is whole: `npm run registry-kill -- [kills] [database url]`.
import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killWhilePublishing } from '../registry/kit/kill-while-publishing';

async function main(): Promise<void> {
  const [kills = '100', url] = process.argv.slice(2);
  const databaseUrl = url ?? `file:${join(mkdtempSync(join(tmpdir(), 'lianxi-kill-')), 'registry.sqlite')}`;
  const onKill = (kill: number) => void (kill % 10 === 0 && console.log(`${kill} kills, always whole`));
  const report = await killWhilePublishing({
    databaseUrl,
    kills: Number(kills),
    random: Math.random,
    onKill,
  });
  console.log(
    `${report.kills} kills: always the old or the new version, whole; ${report.answered} publications answered, ${report.storedUnanswered} stored although their answer was lost.`,
  );
}

main().catch((fault: Error) => {
  console.error(fault.message);
  process.exitCode = 1;
});
