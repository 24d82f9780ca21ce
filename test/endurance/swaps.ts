// `npm run swaps`: the graph of the real contracts is swapped a hundred times under load; how long the serving thread was held, and what failed.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import pino from 'pino';
import { DEFAULTS } from '../../gateway/config';
import { createGraphServer } from '../../gateway/execution/create-graph-server';
import { createLianxiEngine } from '../../gateway/execution/create-lianxi-engine';
import { readOperations } from '../../gateway/explorer/read-operations';
import { createExchange } from '../../gateway/http/reply';
import { type GraphQLRoute, serveGraphQL } from '../../gateway/http/serve-graphql';
import { createPlanning } from '../../gateway/planning/create-planning';
import { guardEngine } from '../../gateway/steps/guard-engine';
import { toPlannable } from '../../gateway/access/to-plannable';
import { readAccessRules } from '../../gateway/access/access-rules';
import { createGraphRules } from '../../gateway/access/graph-rules';
import { createTokenReader } from '../../gateway/identity/read-token';
import { createSteps } from '../../gateway/steps/create-steps';
import { createContentTypes } from '../../gateway/http/content-types';
import { createGraphSwapper } from '../../gateway/planning/swap-graph';
import { createHomesRecord } from '../../gateway/sharding/homes-record';
import { composeSupergraph } from '../../gateway/supergraph/compose-supergraph';
import { readContractFiles } from '../../gateway/supergraph/contract-file';
import { findSchemaFolder } from '../../gateway/supergraph/find-schema-folder';
import type { LoadGroup, Sample } from './kit/load-process';
import { quantile, sleep, startLoad } from './kit/start-load';
import { type Hold, watchHolds } from './kit/watch-holds';

const SWAPS = 100;
const log = pino({ level: 'silent' });

async function main(): Promise<void> {
  const { url, swap, planning } = await serveContracts();
  const operations = readOperations(findSchemaFolder()).map(({ text }) => ({ query: text }));
  const groups: LoadGroup[] = [
    { name: 'known', connections: 8, pause: 20, operations },
    {
      name: 'new',
      connections: 1,
      pause: 200,
      operations: [{ query: '{ organizations(first: 1) { totalCount } }' }],
      fresh: true,
    },
  ];
  const load = startLoad(url, groups);
  await sleep(5_000);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const watch = watchHolds();
  const began = performance.now();
  const swapped: Array<[from: number, to: number]> = [];
  for (let i = 0; i < SWAPS; i++) {
    const from = Date.now();
    await swap(i);
    swapped.push([from, Date.now()]);
  }
  const seconds = (performance.now() - began) / 1_000;
  delay.disable();
  const holds = watch.stop();
  await sleep(500);
  const { known = [], new: fresh = [] } = await load.stop();
  const failed = [...known, ...fresh].filter(hasFailed);
  const ms = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(0);
  console.log(
    `${SWAPS} swaps in ${seconds.toFixed(0)} s, one ${quantile(
      swapped.map(([from, to]) => to - from),
      0.5,
    )} ms at the median`,
  );
  console.log(
    `Event-loop delay of the serving thread: longest ${ms(delay.max)} ms, 99.9% ${ms(delay.percentile(99.9))} ms, 99% ${ms(delay.percentile(99))} ms (bound: 50 ms)`,
  );
  console.log(`The longest holds of the thread: ${holds.slice(0, 5).map(spell).join(' · ')}`);
  const own = Math.max(...holds.map(({ ms, waitedForCore }) => ms - waitedForCore));
  console.log(`The longest without waiting for a core: ${own.toFixed(0)} ms`);
  console.log(
    `${known.length} known and ${fresh.length} new operations, ${failed.length} failed (bound: 0); p99 ${quantile(
      known.map((it) => it.ms),
      0.99,
    ).toFixed(0)} ms and ${quantile(
      fresh.map((it) => it.ms),
      0.99,
    ).toFixed(0)} ms`,
  );
  if (failed.length > 0) console.log(failed.slice(0, 5));
  console.log('Planning:', JSON.stringify(planning.metrics()));
}

function spell({ ms, waitedForCore }: Hold): string {
  return `${ms.toFixed(0)} ms (${waitedForCore.toFixed(0)} waiting for a core)`;
}

function hasFailed({ status, codes }: Sample): boolean {
  return status !== 200 || codes.length > 0;
}

/** Answers come from nowhere, at once: what is measured is the serving thread. */
async function serveContracts() {
  const planning = createPlanning({
    bounds: DEFAULTS.documentBounds,
    introspection: false,
    budgetMs: DEFAULTS.planningBudgetMs,
    memoryMb: DEFAULTS.planningMemoryMb,
    log,
  });
  const supergraphs = [composeContracts(''), composeContracts('extend type Query { swapped: String }')];
  const first = await planning.loadGraph(supergraphs[0]!);
  const bare = createLianxiEngine({
    graph: first,
    sourceOf: () => ({ fetch: async () => ({ data: {} }) }),
    onFault: (fault) => console.error(fault),
    onBroken: () => undefined,
    onAbsent: () => undefined,
  });
  const variables = DEFAULTS.variableBounds;
  const rules = createGraphRules();
  for (const sdl of supergraphs) rules.publish({ supergraphSdl: sdl, rules: readAccessRules(sdl) });
  const { engine, plugin } = guardEngine(bare, {
    planning,
    kind: 'supergraph',
    steps: createSteps({
      kind: 'supergraph',
      rulesOf: rules.rulesOf,
      readToken: createTokenReader([]),
      planning,
      variables,
    }),
    rules,
  });
  const route: GraphQLRoute = {
    server: await createGraphServer(engine, { introspection: false, plugins: [plugin], log }),
    contentTypes: createContentTypes(),
    createContext: ({ signal, at }) => ({
      list: { version: 1, shards: [], notJoined: [] },
      homes: createHomesRecord(),
      signal,
      deadline: at,
    }),
    bodyLimit: DEFAULTS.bodyLimit,
    variableBounds: variables,
    deadlineMs: DEFAULTS.requestDeadlineMs,
  };
  const server = createServer(
    (request, response) => void serveGraphQL(createExchange(request, response), route),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const swapper = createGraphSwapper({ planning, engine: bare, first });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    swap: (i: number) => swapper.swap(supergraphs[(i + 1) % 2]!),
    planning,
  };
}

function composeContracts(addition: string): string {
  const contracts = readContractFiles().map((contract) =>
    contract.name === 'directory' ? { ...contract, sdl: `${contract.sdl}\n${addition}` } : contract,
  );
  const composed = composeSupergraph(contracts);
  if (!composed.ok) throw new Error(composed.faults.join('\n'));
  return toPlannable(composed.supergraphSdl);
}

void main().then(() => process.exit(0));
