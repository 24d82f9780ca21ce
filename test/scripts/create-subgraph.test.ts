// A unit's first day, from the shell: a subgraph is written, tested, started, published, seen live, broken, rolled back and retired.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { readRequest } from '../../scripts/create-subgraph/read-request';
import { refuseName } from '../../scripts/create-subgraph/refuse-name';
import { noSink } from '../../gateway/usage/usage-sink';
import { UsageError } from '../../scripts/registry/parse-command';
import { CONTRACTS, DIRECTORY_CODE, ROOMS_CODE } from '../gateway/kit/little-graph';
import { type TestGateway, eventually, listOf, startGateway } from '../gateway/kit/start-gateway';
import { type Subgraph, startSubgraph } from '../gateway/kit/start-subgraph';
import { type CreatedDatabase, sqlite } from '../kit/test-databases';
import { type OpenRegistry, openRegistry, sharedChecker } from '../registry/kit/open-registry';
import { STREET_TOKEN } from '../registry/kit/small-parts';

const ROOT = path.join(__dirname, '..', '..');
const SWC = ['-r', require.resolve('@swc-node/register')];
const HOME = 'first-home';

const checker = sharedChecker();
const folder = mkdtempSync(path.join(tmpdir(), 'lianxi-starter-'));
const own = path.join(folder, 'lovemarket');
const schemaFile = path.join(own, 'lovemarket.graphql');
let database: CreatedDatabase;
let contracts: Subgraph;
let registry: OpenRegistry;
let gateway: TestGateway;
let program: ChildProcess | undefined;
let url = '';
let token = '';

beforeAll(async () => {
  database = await sqlite.create();
  contracts = await startSubgraph({ contracts: [DIRECTORY_CODE, ROOMS_CODE] });
  const seedShardListPath = path.join(folder, 'shards.json');
  const homes = ['first-home', 'second-home', 'third-home'];
  writeFileSync(seedShardListPath, JSON.stringify(listOf(1, { name: 'one', url: contracts.url, homes })));
  registry = await openRegistry(
    database,
    { checker, contracts: CONTRACTS, operations: [] },
    { seedShardListPath },
  );
  const graphPath = path.join(folder, 'graph.json');
  const following = {
    registryUrl: registry.url,
    registryToken: STREET_TOKEN,
    graphPath,
    registryPollMs: 60_000,
  };
  // What this suite asks would otherwise be in use once a minute is over, and wait for the street when it is taken away.
  gateway = await startGateway(null, following, { usageSink: noSink });
});
afterAll(async () => {
  if (program?.exitCode === null) {
    program.kill();
    await once(program, 'exit');
  }
  await gateway?.stop();
  await registry?.close();
  await contracts?.stop();
  await checker.stop();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  code: number;
  out: string;
}

function run(file: string, words: string[], options: { cwd?: string; token?: string } = {}): Promise<Ended> {
  const { cwd = ROOT, token: shown = '' } = options;
  const env = { ...process.env, LIANXI_REGISTRY_URL: registry.url, LIANXI_REGISTRY_TOKEN: shown, LANG: 'C' };
  return new Promise((resolve) => {
    execFile(file, words, { cwd, env }, (fault, out, err) =>
      resolve({ code: fault ? Number(fault.code ?? 1) : 0, out: out + err }),
    );
  });
}

const create = (...words: string[]) => run('node', [...SWC, 'scripts/create-subgraph.ts', ...words]);
const cli = (line: string, shown = token) =>
  run('node', [...SWC, 'scripts/registry.ts', ...line.split(' ')], { token: shown });
const publish = () => cli(`publish --name lovemarket --url ${url} --schema ${schemaFile}`);
const editSchema = (from: string | RegExp, to: string) =>
  writeFileSync(schemaFile, readFileSync(schemaFile, 'utf8').replace(from, to));

const STALLS = '{ lovemarketStalls { title offeredBy { name } } }';
const QUANTITY = '{ lovemarketStalls { quantity } }';
const isLive = (query: string) =>
  eventually(
    () => gateway.ask(query),
    ({ errors }) => errors === undefined,
  );
const isGone = (query: string) =>
  eventually(
    () => gateway.ask(query),
    ({ errors }) => errors?.[0]?.extensions?.code === 'GRAPHQL_VALIDATION_FAILED',
  );

test('it is written into a folder of its own, and its own tests pass', async () => {
  const created = await create('lovemarket', '--home', HOME, '--to', own);
  expect(created).toMatchObject({ code: 0, out: expect.stringContaining('files written to') });
  expect(created.out).not.toContain('No registry answers');
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(own, 'node_modules'));
  expect(await run('npm', ['test'], { cwd: own })).toMatchObject({ code: 0 });
});

const refusals: [what: string, words: () => string[], said: string][] = [
  ['a folder that is not empty', () => ['market', '--to', own], 'not empty; nothing was written'],
  ['a folder of this project', () => ['market', '--to', 'gateway/market'], 'inside of this project'],
  ['a bad name', () => ['../market', '--to', path.join(folder, 'bad')], 'lower-case'],
  ['a name of a contract', () => ['sharing', '--to', path.join(folder, 'bad')], 'sharing'],
  ['a home that is none', () => ['market', '--home', 'Home!', '--to', path.join(folder, 'bad')], '--home'],
];

test.each(refusals)('%s is refused', async (_, words, said) => {
  const judge = async () => {
    const { name, registry: asked } = readRequest([...words(), '--registry', registry.url]);
    await refuseName(name, asked);
  };
  await expect(judge()).rejects.toThrow(said);
  await expect(judge()).rejects.toThrow(UsageError);
});

test('the organization joins, the street approves, the subgraph is published and live', async () => {
  url = await startProgram();
  const joined = await cli(`join --home ${HOME} --name First --json`);
  const { secret, proposal } = JSON.parse(joined.out) as { secret: string; proposal: string };
  token = secret;
  expect((await publish()).code).toBe(5);
  expect((await cli(`approve ${proposal} --reason known`, STREET_TOKEN)).code).toBe(0);
  expect((await cli(`check --name lovemarket --url ${url} --schema ${schemaFile}`)).out).toContain(
    'It would be accepted.',
  );
  expect(await publish()).toMatchObject({ code: 0, out: expect.stringContaining('in version 2') });
  const { data } = await isLive(STALLS);
  expect(data!.lovemarketStalls).toContainEqual({
    title: expect.stringContaining('Example'),
    offeredBy: { name: 'First' },
  });
  const { data: organizations } = await gateway.ask('{ organizations { name lovemarketStalls { id } } }');
  expect(organizations!.organizations).toContainEqual({
    name: 'First',
    lovemarketStalls: [{ id: expect.any(String) }, { id: expect.any(String) }],
  });
});

test('a name that the graph has is refused to whoever starts another', async () => {
  const refused = await create('lovemarket', '--to', path.join(folder, 'second'));
  expect(refused).toMatchObject({ code: 2, out: expect.stringContaining('belongs to “first-home”') });
});

test('a broken SDL, and one that the server does not have, are refused with their place; the graph stays', async () => {
  const right = readFileSync(schemaFile, 'utf8');
  const line = 1 + right.split('\n').findIndex((text) => text.includes('title: String!'));
  editSchema('title: String!', 'title: Strin!');
  expect(await publish()).toMatchObject({
    code: 1,
    out: expect.stringContaining(`lovemarket.graphql:${line}:10`),
  });
  writeFileSync(schemaFile, right.replace('title: String!', 'title: String! colour: String'));
  const less = await publish();
  expect(less).toMatchObject({ code: 1, out: expect.stringContaining('LovemarketStall.colour was removed') });
  expect(less.out).toContain(`lovemarket.graphql:${line}:`);
  writeFileSync(schemaFile, right);
  expect((await gateway.ask(STALLS)).errors).toBeUndefined();
});

test('a change is in the history, and is rolled back', async () => {
  await isLive(QUANTITY);
  editSchema(/ {2}""".*How many; null.*\n {2}quantity: Int\n/, '');
  expect((await publish()).out).toContain('in version 3');
  await isGone(QUANTITY);
  expect((await cli('diff 3')).out).toContain('-  quantity: Int');
  expect((await cli('rollback 2')).code).toBe(5);
  expect((await cli('rollback 2', STREET_TOKEN)).code).toBe(0);
  await isLive(QUANTITY);
  expect((await cli('history')).out).toMatch(/4 .*ROLLED_BACK[\s\S]*3 .*SUBGRAPH_PUBLISHED/);
});

test('what is retired is gone, and the rest is answered', async () => {
  expect((await cli('retire lovemarket')).code).toBe(0);
  await isGone(STALLS);
  expect((await gateway.ask('{ organizations { name } }')).errors).toBeUndefined();
});

async function startProgram(): Promise<string> {
  const started = spawn('node', [...SWC, 'source/main.ts'], {
    cwd: own,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  program = started;
  for await (const line of createInterface({ input: started.stdout })) {
    const [said] = /http:\/\/\S+/.exec(line) ?? [];
    if (said) return said;
  }
  throw new Error('The subgraph ended before it was up.');
}
