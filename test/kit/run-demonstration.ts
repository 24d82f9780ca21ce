// The whole demonstration inside a test: real shards with databases of their own, a real gateway, one call to ask it.
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { DEFAULTS, type GatewayConfig } from '../../gateway/config';
import { createGateway, type Gateway } from '../../gateway/main';
import type { ShardList } from '../../gateway/sharding/shard-list';
import { demonstrationRows } from '../../subgraphs/demonstration/demonstration-rows';
import { PROGRAMS } from '../../subgraphs/demonstration/prepare-databases';
import type { Row } from '../../subgraphs/demonstration/rows';
import { SHARDS, type DemonstrationShard } from '../../subgraphs/demonstration/topology';
import { dayAt } from '../../subgraphs/kit/clock';
import { loadRows } from '../../subgraphs/kit/database/load-rows';
import { startShard, type ReadActor, type RunningShard } from '../../subgraphs/kit/start-shard';
import { projectRoot } from '../../subgraphs/kit/contract-files';
import type { ProveAsker } from '../../subgraphs/kit/identity/actor-proof';
import { openProof } from '../../subgraphs/kit/identity/open-proof';
import type { SignIn } from './sign-in';
import { sqlite, type CreatedDatabase, type TestDatabase } from './test-databases';

export interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are as varied as the questions
  data: any;
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string; [name: string]: unknown } }[];
  extensions?: { homes?: { asked: number; answered: number; missing: { home: string; reason: string }[] } };
}

export interface RunningDemonstration {
  gatewayUrl: string;
  shards: Map<string, RunningShard>;
  /** Rows as they were loaded. */
  rows: Row[];
  /** `authorization`: the header, where somebody has signed in. */
  ask: (query: string, variables?: Record<string, unknown>, authorization?: string) => Promise<Answer>;
  stopShard: (name: string) => Promise<void>;
  /** Starts a stopped shard again, on its old port. */
  startShardAgain: (name: string) => Promise<void>;
  /** Adds a shard that the list does not name yet. */
  addShard: (shard: DemonstrationShard, rows: Row[]) => Promise<void>;
  /** Writes the next version of the shard list and waits until the gateway has it. */
  changeList: (change: (list: ShardList) => Omit<ShardList, 'version'>) => Promise<void>;
  stop: () => Promise<void>;
}

export interface DemonstrationOptions {
  database?: TestDatabase;
  shards?: DemonstrationShard[];
  rows?: Row[];
  config?: Partial<GatewayConfig>;
  log?: pino.Logger;
  /** Whose tokens the gateway takes; then the shards answer nothing that the gateway has not signed. */
  signIn?: SignIn;
  /** Told what comes to a shard, whether it is answered or not; with `signIn`. */
  onAsked?: (shard: string, body: string) => void;
  /** The clock of the shards; the gateway's is the machine's. */
  now?: () => Date;
  /** Who asks the shards; by default nobody. */
  readActor?: ReadActor;
}

/** All homes on one shard with one database: what the spread ones are compared with. */
export const TOGETHER: DemonstrationShard[] = [{ name: 'together', program: 'street', homes: SHARDS.flatMap(({ homes }) => homes) }];

const HOST = '127.0.0.1';

export async function runDemonstration(options: DemonstrationOptions = {}): Promise<RunningDemonstration> {
  const { database = sqlite, shards: wanted = SHARDS, rows = demonstrationRows(dayAt(new Date())), config = {} } = options;
  const folder = mkdtempSync(join(tmpdir(), 'lianxi-demonstration-'));
  const listPath = join(folder, 'shards.json');
  const log = options.log ?? pino({ level: 'silent' });
  const plans = new Map<string, { shard: DemonstrationShard; database: CreatedDatabase; port: number }>();
  const shards = new Map<string, RunningShard>();
  const gatewayKeys: string[] = [];

  async function addShard(shard: DemonstrationShard, its: Row[]): Promise<void> {
    const created = await database.create();
    plans.set(shard.name, { shard, database: created, port: 0 });
    await startShardAgain(shard.name);
    await loadRows(shards.get(shard.name)!.database, its, shard.homes, new Date().toISOString());
  }

  async function startShardAgain(name: string): Promise<void> {
    const plan = plans.get(name)!;
    const running = await startShard(PROGRAMS[plan.shard.program], { databaseUrl: plan.database.url, host: HOST, port: plan.port, now: options.now, log: (fault) => log.error(fault), readActor: options.readActor, proveAsker: proofOf(name) });
    plan.port = Number(new URL(running.url).port);
    shards.set(name, running);
  }

  /** The gateway's address is known when the first request comes. */
  function proofOf(shard: string): ProveAsker | undefined {
    if (!options.signIn) return undefined;
    const prove = openProof({ shard, gatewayKeys, requireSignature: true }, (sentence) => log.warn(sentence));
    return (request, body) => {
      options.onAsked?.(shard, body.toString());
      return prove(request, body);
    };
  }

  async function stopShard(name: string): Promise<void> {
    await shards.get(name)!.stop();
    shards.delete(name);
  }

  for (const shard of wanted) await addShard(shard, rows.filter(({ values }) => shard.homes.includes(values.home)));
  writeList(listPath, { version: 1, shards: wanted.map((shard) => listed(shard, shards.get(shard.name)!)), notJoined: [] });
  const gateway: Gateway = await createGateway(
    { ...DEFAULTS, port: 0, shardListPath: listPath, introspection: true, requestDeadlineMs: 60_000, fetchDeadlineMs: 30_000, planningBudgetMs: 30_000, logLevel: 'silent', demonstrationIssuerPath: options.signIn?.demonstrationIssuerPath, ...config },
    { log },
  );
  gatewayKeys.push(`${gateway.url}/.well-known/lianxi-keys`);

  return {
    gatewayUrl: gateway.url,
    shards,
    rows,
    addShard,
    startShardAgain,
    stopShard,
    ask: (query, variables, authorization) => ask(gateway.url, query, variables, authorization),
    changeList: async (change) => {
      const list = JSON.parse(readFileSync(listPath, 'utf8')) as ShardList;
      writeList(listPath, { ...change(list), version: list.version + 1 });
      await untilVersion(gateway.url, list.version + 1);
    },
    stop: async () => {
      await gateway.stop();
      for (const name of [...shards.keys()]) await stopShard(name);
      for (const plan of plans.values()) await plan.database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function listed(shard: DemonstrationShard, { url }: { url: string }): ShardList['shards'][number] {
  return { name: shard.name, url, contracts: PROGRAMS[shard.program].contracts.map(({ name }) => name), homes: shard.homes };
}

function writeList(path: string, list: ShardList): void {
  writeFileSync(`${path}.new`, JSON.stringify(list));
  renameSync(`${path}.new`, path);
}

async function untilVersion(url: string, version: number): Promise<void> {
  for (;;) {
    const ready = (await (await fetch(`${url}/health/ready`)).json()) as { shardList: { version: number | null } };
    if (ready.shardList.version === version) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function ask(url: string, query: string, variables?: Record<string, unknown>, authorization?: string): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

/** The text of one of the 25 questions, e.g. `q03-bookings-waiting`. */
export function operation(name: string): string {
  return readFileSync(join(projectRoot(), 'schema', 'operations', `${name}.graphql`), 'utf8');
}
