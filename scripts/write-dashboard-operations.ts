// Writes the dashboard's typed operations from schema/: `npm run dashboard:write`; with `--check` it only says which are not fresh.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { dashboardOperations, type GeneratedFile } from './dashboard-operations';

async function main(): Promise<void> {
  const files = await dashboardOperations();
  if (!process.argv.includes('--check')) return files.forEach(write);
  const stale = files.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  for (const { path } of stale)
    console.log(`${relative(process.cwd(), path)} is not what schema/ says: npm run dashboard:write`);
  process.exitCode = stale.length === 0 ? 0 : 1;
}

function write({ path, text }: GeneratedFile): void {
  writeFileSync(path, text);
  console.log(`${relative(process.cwd(), path)} written`);
}

void main();
