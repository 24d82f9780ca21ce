// Builds the pages that the gateway serves when their sources changed: what a test of a page does first.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../subgraphs/kit/contract-files';

export function buildPages(): void {
  const script = join(projectRoot(), 'scripts', 'ensure-pages-built.js');
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The pages cannot be built: ${stderr}`);
}
