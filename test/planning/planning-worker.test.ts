// The planning thread: what one document may cost, and that nobody else pays for it.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  buildSchema,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  validate,
  validateSchema,
} from 'graphql';
import pino from 'pino';
import { DOCUMENT_BOUNDS, type DocumentBounds } from '../../gateway/guard/document-bounds';
import { type Planning, type PlanningOptions, createPlanning } from '../../gateway/planning/create-planning';
import type { DocumentAnswer } from '../../gateway/planning/document-reader';
import { assembleSchema } from '../../gateway/planning/assemble-schema';
import { ownTask } from '../../gateway/planning/thread-work';
import { warmListed } from '../../gateway/planning/warm-listed';
import { composableSdl } from '../../gateway/sharding/read-contract';
import { composeSupergraph } from '../../gateway/supergraph/compose-supergraph';
import { readContractFiles } from '../../gateway/supergraph/contract-file';
import { HOSTILE_FAMILIES } from '../kit/hostile-families';
import { CONTRACTS } from '../gateway/kit/little-graph';

const composed = composeSupergraph(CONTRACTS);
if (!composed.ok) throw new Error(composed.faults.join('\n'));
const { supergraphSdl } = composed;

const BUSY = path.join(__dirname, 'kit/busy-process.js');

/** No bound, so that a document can be as costly as it likes. */
const BOUNDLESS = Object.fromEntries(
  Object.keys(DOCUMENT_BOUNDS).map((bound) => [bound, 1e12]),
) as unknown as DocumentBounds;

const running = new Set<Planning>();
afterEach(async () => {
  await Promise.all([...running].map((planning) => planning.stop()));
  running.clear();
});

async function start(options: Partial<PlanningOptions> = {}) {
  const planning = createPlanning({
    bounds: DOCUMENT_BOUNDS,
    introspection: false,
    budgetMs: 10_000,
    memoryMb: 512,
    log: pino({ level: 'silent' }),
    ...options,
  });
  running.add(planning);
  const graph = await planning.loadGraph(supergraphSdl);
  const read = async (text: string, operationName?: string, signal?: AbortSignal) =>
    planning.read(graph.apiSchema, { text, hash: text, operationName }, signal);
  return { planning, graph, read };
}

function codesOf(answer: DocumentAnswer): unknown[] {
  return answer.kind === 'refused' ? answer.errors.map(({ extensions }) => extensions.code) : [];
}

test('a graph that the thread built is the one that was composed', async () => {
  const { graph } = await start();
  expect(Object.keys(graph.apiSchema.getQueryType()!.getFields()).sort()).toEqual([
    'organization',
    'organizations',
    'room',
    'rooms',
  ]);
  expect(graph.apiSchema.getType('Organization')!.description).toBe('An organization of the street.');
  expect(graph.apiSchema.getType('_Entity')).toBeUndefined();
  expect([...graph.types.keys()]).toEqual(expect.arrayContaining(['Organization', 'Room']));
});

test('a schema in parts is the whole schema again, whatever is in it', async () => {
  const sdl = readContractFiles()
    .map((contract) => composableSdl(contract.sdl))
    .at(-1)!;
  const schema = buildSchema(`
    directive @marked(by: String = "us") on FIELD
    interface Named { name: String! } union Any = A | B  enum E { X @deprecated(reason: "old") Y }
    input In @oneOf { a: Int b: [In!] } scalar Url @specifiedBy(url: "https://example.org")
    type A implements Named { name: String! e(in: In, list: [E!]! = [X]): E } type B { any: [Any] url: Url }
    type Query { named: Named b: B } type Mutation { do: A }`);
  for (const whole of [schema, buildSubgraphSchema([{ typeDefs: parse(sdl) }])]) {
    const { definitions } = parse(printSchema(whole));
    const again = await assembleSchema({
      apiSdl: definitions.map((it) => print(it)),
      types: [],
      keys: [],
      expected: [],
    });
    expect(printSchema(lexicographicSortSchema(again))).toBe(printSchema(lexicographicSortSchema(whole)));
    expect(validateSchema(again)).toEqual([]);
    expect(validate(again, parse('{ __schema { queryType { name } } }'))).toEqual([]);
  }
});

test('a document is read once, however many ask for it at the same time, and its plan is one object', async () => {
  const { planning, graph, read } = await start();
  const answers = await Promise.all(Array.from({ length: 20 }, () => read('{ rooms { owner { name } } }')));
  const [first] = answers;
  expect(answers.every((it) => it === first)).toBe(true);
  if (first?.kind !== 'known') throw new Error('refused');
  expect(graph.planner.planOf({ document: first.document, operationName: undefined, id: '' })).toBe(
    first.plan,
  );
  expect(JSON.stringify(first.plan)).toContain('"Flatten"');
  await read('{ rooms { owner { name } } }');
  expect(planning.metrics()).toMatchObject({ hits: 1, misses: 20, refused: 0, replaced: 0 });
});

test('each operation of a document has its own plan', async () => {
  const { read } = await start();
  const text = 'query A { rooms { id } } query B { organizations { id } }';
  const plans = await Promise.all([read(text, 'A'), read(text, 'B'), read(text, 'C'), read(text)]);
  const texts = plans.map((it) => (it.kind === 'known' ? JSON.stringify(it.plan) : 'refused'));
  expect(texts[0]).toContain('rooms');
  expect(texts[1]).toContain('organizations');
  expect(texts.slice(2)).toEqual([undefined, undefined]);
});

test('a document past its budget of time is refused, the thread is replaced, and those in line are answered', async () => {
  const { planning, read } = await start({ bounds: BOUNDLESS, budgetMs: 400 });
  const hostile = read(HOSTILE_FAMILIES['fields in conflict']!(150_000).query);
  const others = ['{ rooms { id } }', '{ rooms { name } }', '{ organizations { name rooms { id } } }'];
  const answers = await Promise.all(others.map((text) => read(text)));
  expect(answers.map(({ kind }) => kind)).toEqual(['known', 'known', 'known']);
  expect(codesOf(await hostile)).toEqual(['TOO_COMPLEX']);
  expect(planning.metrics()).toMatchObject({ replaced: 1 });
  // It is not tried again at once.
  expect(codesOf(await read(HOSTILE_FAMILIES['fields in conflict']!(150_000).query))).toEqual([
    'TOO_COMPLEX',
  ]);
  expect(planning.metrics()).toMatchObject({ replaced: 1 });
});

test.each([
  ['spreads that double and lead nowhere', 60],
  ['a fragment of two bodies, of which one is measured', 2_500],
])('%s: not walked, so the thread stays', async (family, n) => {
  const { planning, read } = await start({ budgetMs: 2_000 });
  expect(codesOf(await read(HOSTILE_FAMILIES[family]!(n).query))).toContain('GRAPHQL_VALIDATION_FAILED');
  expect(planning.metrics()).toMatchObject({ replaced: 0 });
});

const perThread = ownTask() ? test : test.skip;
if (!ownTask()) console.log('Left out: this system does not tell how long one thread has worked.');

perThread(
  'a document is not refused for what other programs do with the cores',
  async () => {
    const { query } = HOSTILE_FAMILIES['fields in conflict']!(20_000);
    const { read: readAlone } = await start({ bounds: BOUNDLESS });
    const alone = performance.now();
    await readAlone(query);
    const budgetMs = Math.ceil(1.5 * (performance.now() - alone));
    const { planning, read } = await start({ bounds: BOUNDLESS, budgetMs });
    const busy = Array.from({ length: 10 * availableParallelism() }, () => fork(BUSY));
    try {
      await Promise.all(busy.map((each) => once(each, 'message')));
      const began = performance.now();
      expect(codesOf(await read(query))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
      expect(performance.now() - began).toBeGreaterThan(budgetMs);
      expect(planning.metrics()).toMatchObject({ replaced: 0 });
    } finally {
      busy.forEach((each) => each.kill('SIGKILL'));
    }
  },
  120_000,
);

test('a document past its budget of memory likewise', async () => {
  const { planning, read } = await start({ bounds: BOUNDLESS, budgetMs: 60_000, memoryMb: 64 });
  const hostile = read(HOSTILE_FAMILIES['spreads that double under aliases']!(18).query);
  const other = read('{ rooms { id } }');
  expect(codesOf(await hostile)).toEqual(['TOO_COMPLEX']);
  expect((await other).kind).toBe('known');
  expect(planning.metrics()).toMatchObject({ replaced: 1 });
});

test('the line is bounded: who comes when it is full is told so, and known documents are answered as ever', async () => {
  const { read } = await start({ queue: 3 });
  await read('{ rooms { id } }');
  const asked = Array.from({ length: 10 }, (_, i) => read(`{ a${i}: rooms { id } }`));
  expect(await read('{ rooms { id } }')).toMatchObject({ kind: 'known' });
  const codes = (await Promise.all(asked)).map((it) => (it.kind === 'known' ? 'known' : codesOf(it)[0]));
  expect(codes).toEqual([...Array(4).fill('known'), ...Array(6).fill('OVERLOADED')]);
  expect(await read('{ a9: rooms { id } }')).toMatchObject({ kind: 'known' });
});

test('who leaves is let go at once; what nobody waits for is not read', async () => {
  const { read } = await start();
  const first = read('{ rooms { id } }');
  const left = new AbortController();
  const alone = read('{ a: rooms { id } }', undefined, left.signal);
  const together = [read('{ b: rooms { id } }', undefined, left.signal), read('{ b: rooms { id } }')];
  left.abort();
  expect(codesOf(await alone)).toEqual(['TIMEOUT']);
  expect(codesOf(await together[0]!)).toEqual(['TIMEOUT']);
  expect(await together[1]).toMatchObject({ kind: 'known' });
  expect(await first).toMatchObject({ kind: 'known' });
});

test('a refusal is told with the places, and remembered', async () => {
  const { planning, read } = await start();
  const answer = await read('{ rooms {\n  nothing\n  nowhere } }');
  expect(answer).toMatchObject({
    kind: 'refused',
    errors: [
      { locations: [{ line: 2, column: 3 }], extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
      { locations: [{ line: 3, column: 3 }], extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ],
  });
  expect(await read('{ rooms {\n  nothing\n  nowhere } }')).toBe(answer);
  expect(planning.metrics()).toMatchObject({ hits: 1, misses: 1, refused: 2 });
});

test('the operations that are asked most are known on a new graph before it is switched in', async () => {
  const { planning, graph, read } = await start();
  for (const [text, uses] of [
    ['{ rooms { id } }', 3],
    ['{ rooms { name } }', 1],
    ['{ organizations { id } }', 2],
  ] as const)
    for (let i = 0; i < uses; i++) await read(text);
  const next = await planning.loadGraph(supergraphSdl);
  await planning.warm(graph.apiSchema, next.apiSchema, { count: 2, within: 10_000 });
  const known = (text: string) =>
    planning.read(next.apiSchema, { text, hash: text, operationName: undefined });
  expect(known('{ rooms { id } }')).toMatchObject({ kind: 'known' });
  expect(known('{ organizations { id } }')).toMatchObject({ kind: 'known' });
  expect(known('{ rooms { name } }')).toBeInstanceOf(Promise);
  await known('{ rooms { name } }');
});

test('what a new version does not touch keeps its plan, all of it; what it touches is planned anew', async () => {
  const { planning, graph, read } = await start();
  const kept = Array.from({ length: 5 }, (_, i) => `{ a${i}: rooms { id } }`);
  for (const text of [...kept, '{ organizations { name } }']) await read(text);
  const contracts = CONTRACTS.map((it) =>
    it.name === 'directory'
      ? { ...it, sdl: it.sdl.replace('town: String', 'town: String street: String') }
      : it,
  );
  const changed = composeSupergraph(contracts);
  if (!changed.ok) throw new Error(changed.faults.join('\n'));
  const next = await planning.loadGraph(changed.supergraphSdl, graph.apiSchema);
  await planning.warm(graph.apiSchema, next.apiSchema, { count: 0, within: 0 });
  const find = (schema: typeof graph.apiSchema, text: string) =>
    planning.find(schema, { text, operationName: undefined });
  for (const text of kept) {
    const [was, is] = [find(graph.apiSchema, text)!, find(next.apiSchema, text)!];
    expect(is.plan).toEqual(was.plan);
    // What was compiled of a plan belongs to its graph.
    expect(is.plan).not.toBe(was.plan);
    const { document, operationName } = is;
    expect(next.planner.planOf({ document, operationName, id: text })).toBe(is.plan);
  }
  expect(find(next.apiSchema, '{ organizations { name } }')).toBeUndefined();
});

test('a graph that cannot be built is an error, and the one that serves stays', async () => {
  const { planning, read } = await start();
  await expect(planning.loadGraph('type Query { a: Nothing }')).rejects.toThrow();
  expect(await read('{ rooms { id } }')).toMatchObject({ kind: 'known' });
});

test('who is still on a graph that was retired is answered on it', async () => {
  const { planning, graph, read } = await start();
  planning.retire(graph.apiSchema);
  expect(await read('{ rooms { id } }')).toMatchObject({ kind: 'known' });
});

test('listed operations are known before anybody asks, by name and without; those that are wrong hold nobody up', async () => {
  const { planning, graph } = await start();
  const text = 'query Listed { organizations { name } }';
  const other = '{ organizations { name } }';
  await warmListed(planning, () => graph.apiSchema, ['query Wrong { nobody }', text, other]);
  expect(planning.find(graph.apiSchema, { text, operationName: 'Listed' })).toMatchObject({ kind: 'known' });
  expect(planning.find(graph.apiSchema, { text, operationName: undefined })).toMatchObject({ kind: 'known' });
  expect(planning.find(graph.apiSchema, { text: other, operationName: undefined })?.hash).toBe(
    createHash('sha256').update(other).digest('hex'),
  );
});

test('warming ends when the gateway stops', async () => {
  const { planning, graph } = await start();
  const warmed = warmListed(planning, () => graph.apiSchema, ['{ organizations { name } }']);
  await planning.stop();
  await expect(warmed).resolves.toBeUndefined();
});
