// `npm start`: the whole demonstration on this machine. The street, the gateway, one community and one unit are processes of their own.
import 'reflect-metadata';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { extname, join } from 'node:path';
import { readDemonstrationConfig, type DemonstrationConfig } from '../subgraphs/demonstration/config';
import { databaseUrl, prepareDatabases, PROGRAMS } from '../subgraphs/demonstration/prepare-databases';
import { SHARDS, type DemonstrationShard } from '../subgraphs/demonstration/topology';
import { makeReadyTokens, type ReadyTokens } from './demonstration-offices';
import { GATEWAY_FLAGS } from './gateway-flags';
import { openMoverProof, openProof } from '../subgraphs/kit/identity/open-proof';
import { startShard, type RunningShard } from '../subgraphs/kit/start-shard';

/** How long the gateway may take before it is given up. */
const READY_WITHIN_MS = 30_000;

const children: ChildProcess[] = [];
const running: RunningShard[] = [];
let stopping = false;

async function main(): Promise<void> {
  const began = Date.now();
  const config = readDemonstrationConfig();
  for (const [i, name] of ['the gateway', ...SHARDS.map(({ name }) => name), 'the registry'].entries()) await assertFree(config.host, config.port + i, name);
  mkdirSync(config.folder, { recursive: true });
  const registry = registryOf(config, writeShardList(config));
  const ready = await makeReadyTokens();
  writeFileSync(issuerPath(config), JSON.stringify(ready.keys));
  writeFileSync(outboxOf(config).tokensPath, JSON.stringify(ready.outboxTokens), { mode: 0o600 });
  startGateway(config, registry); // it composes the graph while the databases are made
  await prepareDatabases(config.folder, new Date());
  await Promise.all(SHARDS.map((shard, i) => start(config, shard, config.port + 1 + i)));
  await untilReady(`http://${config.host}:${config.port}/health/ready`);
  printWelcome(config, registry, Date.now() - began);
  printTokens(config, ready);
  startRegistry(config, registry); // nobody waits for it: the gateway takes its graph over when it is there
}

function assertFree(host: string, port: number, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', ({ code }: NodeJS.ErrnoException) => reject(new Error(cannotListen(code))));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });

  function cannotListen(code: string | undefined): string {
    if (code !== 'EADDRINUSE') return `Cannot listen on ${host}:${port} for ${name}: the system refuses it (${code}). Set HOST and PORT to an address of this machine.`;
    return `Port ${port} on ${host}, wanted for ${name}, is already taken. Free it, or choose another first port: PORT=5000 npm start`;
  }
}

/** Written whole and renamed, so that a gateway never reads half a list. The answer tells one list from another. */
function writeShardList({ folder, host, port }: DemonstrationConfig): string {
  const shards = SHARDS.map(({ name, program, homes }, i) => ({
    name,
    url: `http://${host}:${port + 1 + i}`,
    contracts: PROGRAMS[program].contracts.map((contract) => contract.name),
    homes,
  }));
  const path = join(folder, 'shards.json');
  writeFileSync(`${path}.new`, `${JSON.stringify({ version: Date.now(), shards, notJoined: [] }, null, 2)}\n`);
  renameSync(`${path}.new`, path);
  return createHash('sha256').update(JSON.stringify(shards)).digest('hex').slice(0, 8);
}

interface DemonstrationRegistry {
  port: number;
  url: string;
  /** The street's token. */
  token: string;
  /** Files of a registry and a gateway for these shards: with other ports or other homes there is another registry. */
  database: string;
  graph: string;
}

function registryOf({ folder, host, port: first }: DemonstrationConfig, list: string): DemonstrationRegistry {
  const port = first + SHARDS.length + 1;
  const token = readStreetToken(join(folder, 'street-token'));
  const database = `file:${join(folder, `registry-${list}.sqlite`)}`;
  return { port, url: `http://${host}:${port}`, token, database, graph: join(folder, `graph-${list}.json`) };
}

/** The demonstration's own, so that it may lie in a file; a real one is shown once by its registry. */
function readStreetToken(path: string): string {
  try {
    writeFileSync(path, `lianxi_${randomBytes(32).toString('hex')}`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8').trim();
}

function startRegistry({ folder, host, port }: DemonstrationConfig, registry: DemonstrationRegistry): void {
  spawn('registry', join(__dirname, '..', 'gateway', 'registry', `main${extname(__filename)}`), {
    HOST: host,
    REGISTRY_PORT: String(registry.port),
    DATABASE_URL: registry.database,
    LIANXI_REGISTRY_SEED_SHARDS: join(folder, 'shards.json'),
    LIANXI_SIGNING_KEY: join(folder, 'registry-key.pem'),
    LIANXI_SHARD_KEY: join(folder, 'registry-shard-key.pem'),
    LIANXI_GATEWAY_URL: `http://${host}:${port}`,
    LIANXI_REGISTRY_LOOPBACK: process.env.LIANXI_REGISTRY_LOOPBACK ?? 'on', // one machine runs everything
    LIANXI_STREET_TOKEN: registry.token,
  });
}

function startGateway({ folder, host, port }: DemonstrationConfig, registry: DemonstrationRegistry): void {
  spawn('gateway', join(__dirname, '..', 'gateway', `main${extname(__filename)}`), {
    HOST: host,
    PORT: String(port),
    LIANXI_SHARD_LIST: join(folder, 'shards.json'),
    LIANXI_INTROSPECTION: process.env.LIANXI_INTROSPECTION ?? 'on',
    LIANXI_EXPLORER: process.env.LIANXI_EXPLORER ?? 'on',
    LIANXI_SANDBOX: process.env.LIANXI_SANDBOX ?? 'on',
    LIANXI_REGISTRY_URL: registry.url,
    LIANXI_REGISTRY_TOKEN: registry.token,
    LIANXI_GRAPH_FILE: registry.graph,
    LIANXI_ACTOR_KEY: join(folder, 'gateway-key.pem'),
    LIANXI_DEMONSTRATION_ISSUER: issuerPath({ folder }),
  }, GATEWAY_FLAGS);
}

async function start(config: DemonstrationConfig, shard: DemonstrationShard, port: number): Promise<void> {
  if (!shard.ownProcess) {
    const log = (fault: unknown) => console.error(`${shard.name}:`, fault);
    const terms = { shard: shard.name, ...keysOf(config), requireSignature: false };
    const [proveAsker, proveMover] = [openProof(terms, log), openMoverProof(terms, log)];
    running.push(await startShard(PROGRAMS[shard.program], { databaseUrl: databaseUrl(config.folder, shard), host: config.host, port, log, proveAsker, proveMover, outbox: outboxOf(config) }));
    return;
  }
  const child = spawn(shard.name, join(__dirname, '..', 'subgraphs', shard.program, `main${extname(__filename)}`), {
    LIANXI_SHARD: shard.name,
    HOST: config.host,
    PORT: String(port),
    DATABASE_URL: databaseUrl(config.folder, shard),
    LIANXI_GATEWAY_KEYS: keysOf(config).gatewayKeys.join(),
    LIANXI_EXAMINER_KEYS: keysOf(config).examinerKeys.join(),
    LIANXI_MOVER_KEYS: keysOf(config).moverKeys.join(),
    LIANXI_GRAPH_URL: outboxOf(config).graphUrl,
    LIANXI_OUTBOX_TOKENS: outboxOf(config).tokensPath,
    LIANXI_REQUIRE_SIGNATURE: 'off', // the demonstration's shards may be asked and tried out by hand; who writes is proved all the same
  });
  await new Promise((resolve) => child.once('message', resolve));
}

/** Public keys only; the private one is this process's, and gone with it. */
function issuerPath({ folder }: Pick<DemonstrationConfig, 'folder'>): string {
  return join(folder, 'demonstration-issuer.json');
}

function outboxOf({ folder, host, port }: DemonstrationConfig): { graphUrl: string; tokensPath: string } {
  return { graphUrl: `http://${host}:${port}/graphql`, tokensPath: join(folder, 'outbox-tokens.json') };
}

/** Whom the shards know by their keys: the gateway and the registry. */
function keysOf({ host, port }: DemonstrationConfig) {
  const keysAt = (itsPort: number) => [`http://${host}:${itsPort}/.well-known/lianxi-keys`];
  const registryKeys = keysAt(port + SHARDS.length + 1);
  return { gatewayKeys: keysAt(port), examinerKeys: registryKeys, moverKeys: registryKeys };
}

/** A process of the demonstration that ends by itself ends the demonstration. */
function spawn(name: string, file: string, environment: NodeJS.ProcessEnv, flags: readonly string[] = []): ChildProcess {
  const child = fork(file, { execArgv: [...new Set([...process.execArgv, ...flags])], env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.once('exit', (code) => {
    if (stopping) return;
    console.error(`${name} ended with code ${code}; the demonstration stops.`);
    void stop(1);
  });
  children.push(child);
  return child;
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const ready = await fetch(url).then((response) => response.ok, () => false);
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The gateway did not become ready within ${READY_WITHIN_MS / 1000} s`);
}

function printWelcome({ host, port }: DemonstrationConfig, registry: DemonstrationRegistry, took: number): void {
  const url = `http://${host}:${port}`;
  const query = '{ sharedResources(first: 3) { totalCount coverage { asked answered } edges { node { name owner { name } } } } }';
  console.log(`联席 Lianxi is up after ${(took / 1000).toFixed(1)} s: ${SHARDS.length} shards, ${SHARDS.flatMap(({ homes }) => homes).length} organizations, one graph.

  Graph      ${url}/graphql
  Dashboard  ${url}/dashboard   (in a browser)
  Explore    ${url}/explorer    (in a browser; ${url}/ tries Apollo Sandbox first)
  Schema     ${url}/schema.graphql
  Health     ${url}/health/ready
  Registry   ${registry.url}/graphql   (up in a moment; token of the demonstration's street: ${registry.token})
  Shards     ${SHARDS.map(({ name }, i) => `${name} :${port + 1 + i}`).join('  ')}

First query:
  curl -s ${url}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query })}'

Stop with Ctrl-C.`);
}

function printTokens({ folder }: DemonstrationConfig, { tokens }: ReadyTokens): void {
  const path = join(folder, 'demonstration-tokens.json');
  writeFileSync(path, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 });
  const lines = tokens.map(({ zh, en, office, organization, token }) => `  ${zh} ${en}: ${office}, ${organization}\n    ${token}`);
  console.log(`
演示令牌：任何人拿到都可以该单位的岗位办理，只供试用，一天后过期。
FOR DEMONSTRATION ONLY: whoever has one of these tokens acts as that office; they end after a day.
Send one as  -H 'authorization: Bearer <token>'; they are in ${path} as well.

${lines.join('\n')}
`);
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(children.map(ended));
  await Promise.all(running.map((shard) => shard.stop()));
  process.exit(code);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

process.on('SIGINT', () => void stop(0)).on('SIGTERM', () => void stop(0));
main().catch((fault: Error) => {
  console.error(fault.message);
  void stop(1);
});
