// Another router runs the graph: Hive Gateway reads `GET /supergraph`, asks the sharded contracts through the gateway, and answers as ours does.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findSchemaFolder } from '../../gateway/supergraph/find-schema-folder';
import { readContractFiles } from '../../gateway/supergraph/contract-file';
import { operation, runDemonstration, type RunningDemonstration } from '../kit/run-demonstration';
import { artifactOf, serveDelivery } from '../gateway/kit/serve-delivery';

const FOLDER = path.join(path.dirname(findSchemaFolder()), 'bench', 'hive');
const BIN = path.join(FOLDER, 'node_modules', '@graphql-hive', 'gateway', 'dist', 'bin.js');

const QUESTIONS = [
  'q01-venues-free-next-week',
  'q05-agreements-expiring',
  'q08-members-without-agreement',
  'q10-needs-unclaimed',
  'q11-resources-for-unclaimed-needs',
  'q14-assignments-under-supervision',
  'q19-projects-to-post',
  'q22-communities-compared',
];

if (!existsSync(BIN)) {
  console.warn(
    'Left out: Hive Gateway over GET /supergraph. It is installed by `npm run bench -- --only small --contenders hive-js`.',
  );
}

(existsSync(BIN) ? describe : describe.skip)('Hive Gateway 2.15.1', () => {
  let demonstration: RunningDemonstration;
  let hive: { url: string; program: ChildProcess };
  const folder = mkdtempSync(path.join(tmpdir(), 'lianxi-hive-'));

  beforeAll(async () => {
    demonstration = await runDemonstration();
    const contracts = readContractFiles();
    const { gatewayUrl, shards } = demonstration;
    const street = {
      name: 'street',
      url: shards.get('street')!.url,
      contracts: ['directory'],
      homes: ['street'],
    };
    const registry = await serveDelivery({
      first: artifactOf(1, { contracts, shards: { version: 1, shards: [street], notJoined: [] } }),
      contracts,
      gatewayUrl,
    });
    hive = await startHive(`${registry.url}/supergraph`, folder);
  }, 240_000);

  afterAll(async () => {
    hive?.program.kill('SIGKILL');
    await demonstration?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(QUESTIONS)('%s: the same data as of our gateway, from all shards', async (name) => {
    const query = operation(name);
    const [ours, its] = await Promise.all([demonstration.ask(query), ask(`${hive.url}/graphql`, query)]);
    expect(its.errors).toBeUndefined();
    expect(withoutTimes(its.data)).toEqual(withoutTimes(ours.data));
  });

  test('a shard is stopped: the rest of the data stays, and the error is shown', async () => {
    await demonstration.stopShard('dongguan');
    const query = '{ needs(first: 3) { totalCount coverage { complete missing { home reason } } } }';
    const [ours, its] = await Promise.all([demonstration.ask(query), ask(`${hive.url}/graphql`, query)]);
    expect(its.data).toEqual(ours.data);
    expect(its.data).toMatchObject({ needs: { coverage: { complete: false } } });
  });
});

/** When each of the two asked is all that may differ. */
function withoutTimes(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data, (key, value: unknown) => (key === 'asOf' ? 'then' : value)));
}

async function ask(url: string, query: string) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data?: unknown; errors?: unknown[] };
}

/** It reads the supergraph by HTTP itself, as its own documentation says. */
async function startHive(supergraph: string, folder: string) {
  const config = path.join(folder, 'gateway.config.mjs');
  writeFileSync(
    config,
    `export const gatewayConfig = { supergraph: ${JSON.stringify(supergraph)}, maskedErrors: false, logging: 'error' };\n`,
  );
  const port = await freePort();
  const args = [
    BIN,
    'supergraph',
    '--config-path',
    config,
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--fork',
    '1',
  ];
  const program = spawn(process.execPath, args, {
    cwd: FOLDER,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const keep = (text: Buffer) => void (said = (said + String(text)).slice(-4_000));
  program.stdout.on('data', keep);
  program.stderr.on('data', keep);
  const url = `http://127.0.0.1:${port}`;
  const until = Date.now() + 120_000;
  for (;;) {
    const ready = await fetch(`${url}/readiness`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return { url, program };
    if (program.exitCode !== null || Date.now() > until)
      throw new Error(`Hive Gateway did not come up: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
