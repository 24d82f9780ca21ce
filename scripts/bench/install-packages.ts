// Installs a contender into the folder `bench`, which Git ignores: exact versions, once.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findSchemaFolder } from '../../gateway/supergraph/find-schema-folder';

export interface PackageSet {
  folder: string;
  dependencies: Record<string, string>;
  overrides?: Record<string, string>;
}

const INSTALL_MS = 10 * 60_000;

export function benchFolder(): string {
  return join(dirname(findSchemaFolder()), 'bench');
}

/** Throws what npm said when it fails. */
export function installPackages({ folder, dependencies, overrides }: PackageSet): void {
  const cwd = join(benchFolder(), folder);
  const manifest = JSON.stringify(
    { name: `bench-${folder}`, private: true, dependencies, overrides },
    null,
    2,
  );
  const stamp = join(cwd, '.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === manifest) return;
  console.error(`Installing ${Object.keys(dependencies).join(', ')} into bench/${folder} …`);
  mkdirSync(cwd, { recursive: true });
  rmSync(stamp, { force: true }); // whoever breaks in leaves no half for whole
  writeFileSync(join(cwd, 'package.json'), manifest);
  const { status, stderr, error } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--omit=dev'], {
    cwd,
    encoding: 'utf8',
    timeout: INSTALL_MS,
  });
  if (status !== 0)
    throw new Error(`npm install: ${error?.message ?? stderr.trim().split('\n').slice(-3).join(' ')}`);
  writeFileSync(stamp, manifest);
}
