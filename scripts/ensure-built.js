// Builds when a source is newer than the build: what `npm start` runs first. Plain JavaScript, since nothing is built yet.
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, statSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const stamp = join(root, 'dist', '.built');
const SOURCES = ['gateway', 'subgraphs', 'schema', 'scripts', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return /\.(ts|tsx|json|css|html|mjs|graphql)$/.test(path) ? stat.mtimeMs : 0;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const isBuilt = existsSync(stamp) && Math.max(...SOURCES.map((name) => newest(join(root, name)))) <= statSync(stamp).mtimeMs;
if (!isBuilt) {
  console.log('Building, since the sources are newer than the build …');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, '');
}
