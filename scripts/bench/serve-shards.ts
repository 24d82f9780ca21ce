// Serves real shards, each on a port of its own: the demonstration's, or any number of made-up ones.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ContractFile } from '../../gateway/supergraph/contract-file';
import { readContractFiles } from '../../gateway/supergraph/contract-file';
import { demonstrationRows } from '../../subgraphs/demonstration/demonstration-rows';
import { PROGRAMS } from '../../subgraphs/demonstration/prepare-databases';
import type { Row } from '../../subgraphs/demonstration/rows';
import { syntheticRows } from '../../subgraphs/demonstration/synthetic-rows';
import { type DemonstrationShard, SHARDS } from '../../subgraphs/demonstration/topology';
import { dayAt } from '../../subgraphs/kit/clock';
import { loadRows } from '../../subgraphs/kit/database/load-rows';
import { openProgramDatabase, startShard } from '../../subgraphs/kit/start-shard';
import { unit } from '../../subgraphs/unit/program';
import type { AnswerServer } from './answer-server';
import type { Ground } from './ground';

const ROWS_EACH = 3;

/** The same moment for every fetch, so that equal fetches have equal answers. */
const now = new Date();

export async function serveDemonstration(server: AnswerServer, folder: string): Promise<Ground> {
  const rows = demonstrationRows(dayAt(now));
  return serve(server, { folder, shards: SHARDS, rows, contracts: readContractFiles() });
}

/** `count` shards `s001`, `s002` … that speak `sharing`, each for the one home of its own name. */
export async function serveMadeUpShards(
  server: AnswerServer,
  folder: string,
  count: number,
): Promise<Ground> {
  const shards = Array.from({ length: count }, (_, i): DemonstrationShard => {
    const name = `s${String(i + 1).padStart(3, '0')}`;
    return { name, program: 'unit', homes: [name] };
  });
  const homes = shards.map(({ name }) => ({ home: name, contracts: ['sharing'] }));
  const rows = syntheticRows({
    contracts: unit.contracts,
    homes,
    rowsEach: ROWS_EACH,
    seed: 1,
    today: dayAt(now),
  });
  const contracts = readContractFiles().filter(({ name }) => name === 'sharing');
  return serve(server, { folder, shards, rows, contracts });
}

interface Wanted {
  folder: string;
  shards: DemonstrationShard[];
  rows: Row[];
  contracts: ContractFile[];
}

async function serve(server: AnswerServer, { folder, shards, rows, contracts }: Wanted): Promise<Ground> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const byHome = groupByHome(rows);
  const ground: Ground = { subgraphs: [], contracts, shards: [] };
  for (const shard of shards) {
    const its = shard.homes.flatMap((home) => byHome.get(home) ?? []);
    const backend = await startOne(folder, shard, its);
    const url = await server.open(async ({ url, body }) => ask(`${backend}${new URL(url).pathname}`, body));
    const spoken = PROGRAMS[shard.program].contracts.map(({ name }) => name);
    ground.shards.push({ name: shard.name, url, contracts: spoken, homes: shard.homes });
  }
  return ground;
}

function groupByHome(rows: Row[]): Map<string, Row[]> {
  const byHome = new Map<string, Row[]>();
  for (const row of rows) {
    const its = byHome.get(row.values.home);
    if (its) its.push(row);
    else byHome.set(row.values.home, [row]);
  }
  return byHome;
}

async function startOne(folder: string, shard: DemonstrationShard, rows: Row[]): Promise<string> {
  const program = PROGRAMS[shard.program];
  const file = join(folder, `${shard.name}.sqlite`);
  copyFileSync(await emptyDatabase(folder, shard.program), file);
  const log = (fault: unknown) => console.error(`${shard.name}:`, fault);
  const { url, database } = await startShard(program, {
    databaseUrl: `file:${file}`,
    host: '127.0.0.1',
    port: 0,
    now: () => now,
    log,
  });
  await loadRows(database, rows, shard.homes, now.toISOString());
  return url;
}

const empty = new Map<string, Promise<string>>();

/** Migrating is the slow part of a new database, so each program's is migrated once and copied. */
function emptyDatabase(folder: string, program: DemonstrationShard['program']): Promise<string> {
  const key = join(folder, `empty-${program}.sqlite`);
  if (!empty.has(key)) empty.set(key, migrate(program, key));
  return empty.get(key)!;
}

async function migrate(program: DemonstrationShard['program'], file: string): Promise<string> {
  const database = await openProgramDatabase(PROGRAMS[program], `file:${file}`);
  await database.destroy();
  return file;
}

async function ask(url: string, body: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 200)}`);
  return text;
}
