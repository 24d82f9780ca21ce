// One case of the differential test: a world, an operation and faults, through both executors; what differs is told.
import * as fc from 'fast-check';
import { composeServices } from '@apollo/composition';
import type { QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import { type Graph, loadGraph } from '../../../gateway/execution/load-graph';
import { prepareOperation } from '../../../gateway/execution/prepared-operation';
import { BrokenAnswer } from '../../../gateway/execution/run/fault';
import type { SubgraphSource } from '../../../gateway/execution/source/subgraph-source';
import { type Oracle, createOracle } from './apollo-oracle';
import { drawWorld, type SubgraphSdl } from './draw-world';
import { type HomesOf, planningOptions, readHomes } from './planning-options';
import { planningWidth } from './planning-width';
import {
  type OperationChoice,
  type RandomOperation,
  operationChoices,
  readOperation,
} from './random-operation';
import { type ServedWorld, serveWorld } from './serve-world';

export interface Case {
  world: number;
  faultSeed: number;
  operation: OperationChoice;
}

/** Half of the cases run without faults; the other half share a few dozen sets of them. */
export function cases(worlds: { first: number; count: number }): fc.Arbitrary<Case> {
  return fc.record({
    world: fc.nat(worlds.count - 1).map((n) => worlds.first + n),
    faultSeed: fc.nat(60).map((n) => (n % 2 === 0 ? 0 : n)),
    operation: operationChoices(),
  });
}

export interface Arena {
  supergraphSdl: string;
  subgraphs: SubgraphSdl[];
  served: ServedWorld;
  graph: Graph;
  homesOf: HomesOf;
  oracle: Oracle;
}

export type Outcome =
  | { kind: 'equal'; features: string[] }
  | { kind: 'invalid' }
  | { kind: 'too wide' }
  | { kind: 'different'; report: string };

/** Apollo's planner, which both share, took more than 8 GB for an operation of width 8743; the gateway plans under a budget instead. */
const MAX_PLANNING_WIDTH = 3_000;
/** Base 2. Seven thousand operations of up to 2^18 ways were planned within 3.5 GB; one of 2^31 was not. */
const MAX_PLANNING_OPTIONS = 18;
/** Each holds a planner and three schemas. */
const MAX_ARENAS = 16;
const arenas = new Map<number, Arena>();

/** The first world of this number that composes: about one in three drawn does not. */
export function openArena(world: number): Arena {
  const known = arenas.get(world);
  if (known) return known;
  for (let draw = 0; ; draw++) {
    const subgraphs = drawWorld(`world ${world}, draw ${draw}`);
    const composed = composeServices(
      subgraphs.map(({ name, sdl }) => ({ name, url: `world:${name}`, typeDefs: parse(sdl) })),
    );
    if (composed.errors) continue;
    const graph = loadGraph(composed.supergraphSdl);
    const arena: Arena = {
      supergraphSdl: composed.supergraphSdl,
      subgraphs,
      served: serveWorld(subgraphs),
      graph,
      homesOf: readHomes(composed.supergraphSdl),
      oracle: createOracle(composed.supergraphSdl, graph.apiSchema),
    };
    if (arenas.size >= MAX_ARENAS) arenas.delete(arenas.keys().next().value!);
    arenas.set(world, arena);
    return arena;
  }
}

/** `oracleOf`: for a test of the oracle itself. */
export async function compareExecutors(
  { world, faultSeed, operation }: Case,
  oracleOf?: (arena: Arena) => Oracle,
): Promise<Outcome> {
  const arena = openArena(world);
  return compareOn(arena, readOperation(arena.graph.apiSchema, operation), { faultSeed, oracleOf });
}

export interface CompareOptions {
  faultSeed: number;
  oracleOf?: (arena: Arena) => Oracle;
}

export async function compareOn(
  arena: Arena,
  operation: RandomOperation,
  { faultSeed, oracleOf = ({ oracle }) => oracle }: CompareOptions,
): Promise<Outcome> {
  const document = parse(operation.text, { noLocation: true });
  if (validate(arena.graph.apiSchema, document).length > 0) return { kind: 'invalid' };
  if (isTooWide(arena, document)) return { kind: 'too wide' };
  const plan = await planOf(arena, operation, document);
  if (!plan) return { kind: 'invalid' };
  const input: Input = { arena, operation, document, plan, faultSeed };
  const oracle = await askOracle(input, oracleOf(arena));
  const ours = await askOurs(input);
  const differences = [...differ(oracle, ours)];
  if (differences.length === 0) return { kind: 'equal', features: featuresOf(input, oracle) };
  return { kind: 'different', report: report(input, oracle, ours, differences) };
}

function isTooWide({ graph: { apiSchema }, homesOf }: Arena, document: DocumentNode): boolean {
  return (
    planningWidth(apiSchema, document) > MAX_PLANNING_WIDTH ||
    planningOptions(apiSchema, document, homesOf) > MAX_PLANNING_OPTIONS
  );
}

/** Undefined where the planner itself fails, which is the same for both. */
async function planOf({ graph }: Arena, { operationName, text }: RandomOperation, document: DocumentNode) {
  try {
    return await graph.planner.planOf({ document, operationName, id: text });
  } catch {
    return undefined;
  }
}

/** What a case has in it, so that a run can show that it tried everything. */
function featuresOf({ operation: { text }, plan }: Input, { errors, broken, ofAbsent }: Seen): string[] {
  const planned = JSON.stringify(plan);
  const has: Record<string, boolean> = {
    'errors of subgraphs': errors.length > 0,
    'broken answers': broken.length > 0,
    'entities that are not there': ofAbsent.length > 0,
    entities: planned.includes('"requires"'),
    'interface objects': planned.includes('"inputRewrites"'),
    'renamed fields': planned.includes('"outputRewrites"'),
    conditions: planned.includes('"Condition"'),
    'lists of lists': planned.includes('"@","@"'),
    'six fetches': planned.split('"Fetch"').length > 6,
    '@requires': /\b(q[abc]|shout)\b/.test(text),
    '@provides': /\bp[abc]E\d/.test(text),
    mutations: text.startsWith('mutation'),
    'named fragments': text.includes('fragment F'),
    variables: text.includes('$'),
  };
  return Object.keys(has).filter((name) => has[name]);
}

interface Input {
  arena: Arena;
  operation: RandomOperation;
  document: DocumentNode;
  plan: QueryPlan;
  faultSeed: number;
}

interface Seen {
  data: unknown;
  /** `path code` of each. */
  errors: string[];
  /** Paths of nulls that break the schema. */
  broken: string[];
  /** Those of `broken` whose object is an entity that nobody had; only the oracle tells. */
  ofAbsent: string[];
  fetches: number;
  textData?: unknown;
}

async function askOracle(
  { arena, operation, document, plan, faultSeed }: Input,
  oracle: Oracle,
): Promise<Seen> {
  let fetches = 0;
  const { data, errors, hidden } = await oracle.execute({
    plan,
    document,
    operationName: operation.operationName,
    variables: operation.variables,
    async ask(subgraph, query, variables) {
      fetches += 1;
      const answer = await arena.served.ask(subgraph, { query, variables: plain(variables), faultSeed });
      return answer as ExecutionResult;
    },
  });
  const broken = hidden.map(({ path }) => path.join('.')).sort();
  const ofAbsent = hidden.filter((it) => it.isOfAbsent).map(({ path }) => path.join('.'));
  return { data: plain(data), errors: errors.map(tell).sort(), broken, ofAbsent, fetches };
}

async function askOurs({ arena, operation, document, plan, faultSeed }: Input): Promise<Seen> {
  let fetches = 0;
  const source = (subgraph: string): SubgraphSource => ({
    fetch({ operation: { text }, variables }) {
      fetches += 1;
      const given = JSON.parse(variables) as Record<string, unknown>;
      return arena.served.ask(subgraph, { query: text, variables: given, faultSeed });
    },
  });
  const faults: unknown[] = [];
  const sources = {
    sourceOf: source,
    onFault: (fault: unknown) => void faults.push(fault),
    onBroken: () => undefined,
    onAbsent: () => undefined,
  };
  const parts = { document, operation: getOperationAST(document, operation.operationName)!, plan };
  const prepared = prepareOperation(arena.graph, sources, parts);
  const { data, errors } = await prepared.run({ variables: operation.variables, context: {} });
  const text = await prepared.runToText({ variables: operation.variables, context: {} });
  if (faults.length > 0) throw faults[0];
  return {
    data: plain(data),
    errors: errors
      .filter((it) => !(it instanceof BrokenAnswer))
      .map(tell)
      .sort(),
    broken: errors
      .filter((it) => it instanceof BrokenAnswer)
      .map((it) => it.path!.join('.'))
      .sort(),
    ofAbsent: [],
    fetches: fetches / 2,
    textData: text.data === null ? null : JSON.parse(text.data ?? 'null'),
  };
}

function plain<Value>(value: Value): Value {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value);
}

/** Names in order: ours is the specification's, Apollo's that of fragments which it has merged. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The place and code of an error. Apollo puts the plan's path in front; what follows the first list is no place of the answer. */
function tell({ path = [], extensions }: GraphQLError): string {
  const end = path.findIndex((part, i) => part === '@' || (part === '_entities' && i > 0));
  return `${(end < 0 ? path : path.slice(0, end)).join('.')} ${String(extensions.code)}`;
}

function* differ(oracle: Seen, ours: Seen): Generator<string> {
  if (JSON.stringify(oracle.data, inOrder) !== JSON.stringify(ours.data, inOrder)) yield 'data';
  if (JSON.stringify(ours.textData) !== JSON.stringify(ours.data)) yield 'text';
  if (oracle.errors.join() !== ours.errors.join()) yield 'errors';
  if (ours.fetches > oracle.fetches) yield 'fetches';
  const missing = oracle.broken.filter(
    (path) => !ours.broken.includes(path) && !isAccountedFor(path, ours) && !isNotThere(path, oracle),
  );
  if (missing.length > 0) yield `no error for ${missing.join(', ')}`;
  const added = ours.broken.filter((path) => !oracle.broken.includes(path) && !isSameNull(path, oracle));
  if (added.length > 0) yield `error for ${added.join(', ')}`;
  const needless = ours.errors.length === 0 ? ours.broken.filter((path) => isNotThere(path, oracle)) : [];
  if (needless.length > 0) yield `an error for an entity that is not there: ${needless.join(', ')}`;
  const twice = ours.broken.filter((path) => ours.errors.some((it) => it.startsWith(`${path}.`)));
  if (twice.length > 0) yield `a second error for ${twice.join(', ')}`;
}

/** An entity that nobody had is null, without an error, where it may be: then its own place is the first null. */
function isNotThere(path: string, { data, ofAbsent }: Seen): boolean {
  const object = path.split('.').slice(0, -1).join('.');
  return ofAbsent.includes(path) && object !== '' && nulledPlace(data, path.split('.')) === object;
}

/** One error per null: another error stands at the place, above it, or below the null that both went up to. */
function isAccountedFor(path: string, { data, errors, broken }: Seen): boolean {
  const places = [...errors.map((it) => it.split(' ')[0]!), ...broken];
  const nulled = nulledPlace(data, path.split('.'));
  return places.some(
    (place) => `${path}.`.startsWith(`${place}.`) || nulled === '' || `${place}.`.startsWith(`${nulled}.`),
  );
}

/** Of several nulls that go up to one place the first is told, and the orders of the two differ. */
function isSameNull(path: string, { data, broken }: Seen): boolean {
  const nulled = nulledPlace(data, path.split('.'));
  return nulled !== path && broken.some((other) => nulled === '' || other.startsWith(`${nulled}.`));
}

/** The part of a path down to the first null of the answer. */
function nulledPlace(data: unknown, path: string[]): string {
  let value = data;
  for (let i = 0; i < path.length; i++) {
    if (value === null) return path.slice(0, i).join('.');
    value = (value as Record<string, unknown>)[path[i]!];
  }
  return path.join('.');
}

function report(
  { arena, operation, plan, faultSeed }: Input,
  oracle: Seen,
  ours: Seen,
  differences: string[],
): string {
  return [
    `differ in: ${differences.join('; ')}`,
    operation.text,
    JSON.stringify({ variables: operation.variables, faultSeed }),
    JSON.stringify(plan.node),
    `apollo: ${JSON.stringify(oracle)}`,
    `  ours: ${JSON.stringify(ours)}`,
    ...arena.subgraphs.map(({ name, sdl }) => `--- ${name}\n${sdl}`),
  ].join('\n');
}
