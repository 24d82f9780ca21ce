// Builds the pages (explorer, dashboard, lists) when one of their sources is newer than its build. Two at a time wait for each other.
const { spawnSync } = require('node:child_process');
const { existsSync, mkdirSync, readdirSync, rmSync, statSync } = require('node:fs');
const { dirname, join } = require('node:path');

const root = join(__dirname, '..');
/** The folder of each page's sources, with the `vite.config.mjs` that builds it into `dist/pages/<name>`. */
const PAGES = { explorer: 'gateway/explorer/client', dashboard: 'gateway/dashboard/client', lists: 'gateway/lists/client' };
const ALSO = ['package-lock.json', 'scripts/precompress.mjs', 'schema/operations'];
const STALE_MS = 120_000;

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isBuilt(name) {
  const built = join(root, 'dist', 'pages', name, 'index.html');
  const sources = [join(root, PAGES[name]), ...ALSO.map((file) => join(root, file))];
  return existsSync(built) && Math.max(...sources.map(newest)) <= statSync(built).mtimeMs;
}

function build(name) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join(root, PAGES[name], 'vite.config.mjs');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** Test suites run side by side, and each wants the pages: a folder is the lock, since making it fails when it is there. */
function withLock(work) {
  const lock = join(root, 'dist', '.pages-lock');
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > STALE_MS) rmSync(lock, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
  process.once('exit', () => rmSync(lock, { recursive: true, force: true }));
  work();
}

const wanted = Object.keys(PAGES).filter((name) => existsSync(join(root, PAGES[name], 'vite.config.mjs')));
const force = process.argv.includes('--force');
if (force || !wanted.every(isBuilt)) withLock(() => wanted.filter((name) => force || !isBuilt(name)).forEach(build));
