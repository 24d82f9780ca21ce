// Another router runs the graph: Hive Gateway reads `GET /supergraph`, asks the sharded contracts through the gateway, and answers as ours does.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readOperations } from '../../gateway/explorer/read-operations';
import { findSchemaFolder } from '../../gateway/supergraph/find-schema-folder';
import { readContractFiles } from '../../gateway/supergraph/contract-file';
import { runDemonstration, type RunningDemonstration } from '../kit/run-demonstration';
import { openSignIn, type SignIn } from '../kit/sign-in';
import { artifactOf, serveDelivery } from '../gateway/kit/serve-delivery';

const FOLDER = path.join(path.dirname(findSchemaFolder()), 'bench', 'hive');
const BIN = path.join(FOLDER, 'node_modules', '@graphql-hive', 'gateway', 'dist', 'bin.js');

const QUESTIONS = readOperations(findSchemaFolder()).map(({ file, text }) => [path.parse(file).name, text]);

/** Written last, so that half an installation counts for none. */
const isInstalled = existsSync(path.join(FOLDER, '.installed'));

if (!isInstalled) {
  console.warn(
    'Left out: Hive Gateway over GET /supergraph. It is installed by `node -r @swc-node/register scripts/bench/install-contender.ts hive-js`.',
  );
}

/** Its own planner in JavaScript, and the one in Rust. */
const PLANNERS = { JavaScript: [], Rust: ['--hive-router-runtime'] };

(isInstalled ? describe : describe.skip).each(Object.entries(PLANNERS))(
  'Hive Gateway 2.15.1, planner in %s',
  (planner, flags) => {
    let demonstration: RunningDemonstration;
    let hive: { url: string; program: ChildProcess };
    let signIn: SignIn;
    const folder = mkdtempSync(path.join(tmpdir(), 'lianxi-hive-'));

    beforeAll(async () => {
      signIn = await openSignIn();
      const { demonstrationIssuerPath } = signIn;
      demonstration = await runDemonstration({ config: { demonstrationIssuerPath } });
      const registry = await serveGraph(demonstration);
      hive = await startHive(`${registry.url}/supergraph`, folder, flags);
    }, 240_000);

    afterAll(async () => {
      hive?.program.kill('SIGKILL');
      await demonstration?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test.each(QUESTIONS)('%s: the same data as of our gateway, from all shards', async (_, query) => {
      const [ours, its] = await Promise.all([demonstration.ask(query), ask(hive.url, query)]);
      expect(its.errors).toBeUndefined();
      expect(withoutTimes(its.data)).toEqual(withoutTimes(ours.data));
    });

    test('members read what has rules when their token is forwarded and has the scope of routers', async () => {
      const query = '{ votes { totalCount } }';
      const member = await signIn.as('dongguan');
      const scoped = await signIn.as('dongguan', { scopes: ['router:enforces-access'] });
      for (const caller of [undefined, member]) {
        const { data, errors } = await ask(hive.url, query, caller);
        expect([data, errors?.map(codeOf)]).toEqual([{ votes: null }, ['FORBIDDEN']]);
      }
      const ours = await demonstration.ask(query, undefined, member);
      expect(ours.data.votes.totalCount).toEqual(expect.any(Number));
      expect(await ask(hive.url, query, scoped)).toEqual({ data: ours.data });
    });

    test('a shard is stopped: the rest of the data stays, and the errors are shown', async () => {
      const NEEDS = '{ needs(homes: ["dongguan"], first: 1) { edges { node { id } } } }';
      const { id } = (await demonstration.ask(NEEDS)).data.needs.edges[0].node as { id: string };
      await demonstration.stopShard('dongguan');
      const list = '{ needs(first: 3) { totalCount coverage { complete missing { home reason } } } }';
      const [ours, its] = await Promise.all([demonstration.ask(list), ask(hive.url, list)]);
      expect(its.data).toEqual(ours.data);
      expect(its.data).toMatchObject({ needs: { coverage: { complete: false } } });
      expect(ours.errors!.map(codeOf)).toContain('HOME_UNAVAILABLE');
      // Its planner in JavaScript keeps errors of nulls only; that the list is not whole stands in `coverage`.
      expect(its.errors?.map(placed)).toEqual(planner === 'Rust' ? ours.errors!.map(placed) : undefined);

      const gone = await ask(hive.url, `{ need(id: "${id}") { text } }`);
      expect(gone.data).toEqual({ need: null });
      expect(gone.errors!.map(placed)).toEqual([{ code: 'HOME_UNAVAILABLE', path: ['need'] }]);
    });
  },
);

type RouterError = { path?: unknown[]; extensions?: { code?: string } };

const codeOf = ({ extensions }: RouterError) => extensions?.code;
const placed = (error: RouterError) => ({ code: codeOf(error), path: error.path });

/** What a registry hands out for the demonstration. */
function serveGraph({ gatewayUrl, shards }: RunningDemonstration) {
  const contracts = readContractFiles();
  const street = {
    name: 'street',
    url: shards.get('street')!.url,
    contracts: ['directory'],
    homes: ['street'],
  };
  const first = artifactOf(1, { contracts, shards: { version: 1, shards: [street], notJoined: [] } });
  return serveDelivery({ first, contracts, gatewayUrl });
}

/** When each of the two asked is all that may differ. */
function withoutTimes(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data, (key, value: unknown) => (key === 'asOf' ? 'then' : value)));
}

async function ask(url: string, query: string, authorization?: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data?: unknown; errors?: RouterError[] };
}

/** Its settings as README gives them. */
const CONFIG = `maskedErrors: false,
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') ?? undefined }),
  },
  logging: 'error'`;

/** It reads the supergraph by HTTP itself, as its own documentation says. */
async function startHive(supergraph: string, folder: string, flags: string[]) {
  const config = path.join(folder, 'gateway.config.mjs');
  writeFileSync(
    config,
    `export const gatewayConfig = { supergraph: ${JSON.stringify(supergraph)}, ${CONFIG} };\n`,
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
    ...flags,
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
