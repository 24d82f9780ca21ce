// A world: the same rows spread over shards below the layer, and all in one database, which is asked without it.
import { Pool } from 'undici';
import { createHomesRecord, type HomesSummary } from '../../../gateway/sharding/homes-record';
import { createHttpTransport } from '../../../gateway/sharding/http-transport';
import { parseShardList, type ShardList } from '../../../gateway/sharding/shard-list';
import {
  createShardingLayer,
  type LayerRequest,
  type LayerResult,
  type ShardingLayer,
} from '../../../gateway/sharding/sharding-layer';
import { cobuildingMigrations } from '../../../subgraphs/cobuilding/migrations/migrations';
import { cobuildingContract } from '../../../subgraphs/cobuilding/nouns';
import { conferenceMigrations } from '../../../subgraphs/conference/migrations/migrations';
import { conferenceContract } from '../../../subgraphs/conference/nouns';
import type { Row } from '../../../subgraphs/demonstration/rows';
import { mulberry32 } from '../../../subgraphs/demonstration/synthetic-rows';
import { readContractSdl } from '../../../subgraphs/kit/contract-files';
import { loadRows } from '../../../subgraphs/kit/database/load-rows';
import { startShard, type Program, type RunningShard } from '../../../subgraphs/kit/start-shard';
import { sharingMigrations } from '../../../subgraphs/sharing/migrations/migrations';
import { sharingContract } from '../../../subgraphs/sharing/nouns';
import type { TestDatabase } from '../../kit/test-databases';
import { HOMES, NOW, worldRows } from './world-rows';

export const CONTRACTS = ['conference', 'cobuilding', 'sharing'] as const;
export type ContractName = (typeof CONTRACTS)[number];

/** What makes a layer: the project's own, or one with a bug planted in it. */
export type CreateLayer = typeof createShardingLayer;

export interface Layered extends LayerResult {
  homes: HomesSummary;
}

export interface World {
  seed: number;
  rows: Row[];
  /** The homes of each shard. */
  homes: string[][];
  list: ShardList;
  /** `keysFirst`: rows are asked by key first, however few they are. */
  askLayer(contract: ContractName, request: LayerRequest, keysFirst: boolean): Promise<Layered>;
  /** The one database, without the layer. */
  askWhole(contract: ContractName, request: LayerRequest): Promise<LayerResult>;
  /** Puts another layer over the same shards. */
  useLayer(create: CreateLayer): void;
  stop(): Promise<void>;
}

const program: Program = {
  name: 'oracle',
  contracts: [
    { ...conferenceContract, migrations: conferenceMigrations },
    { ...cobuildingContract, migrations: cobuildingMigrations },
    { ...sharingContract, migrations: sharingMigrations },
  ],
};

export async function startWorld(seed: number, database: TestDatabase, shardCount = 4): Promise<World> {
  const rows = worldRows(seed);
  const homes = spreadHomes(seed, shardCount);
  const faults: unknown[] = [];
  const [whole, ...shards] = await startAll([HOMES, ...homes], rows, database, faults);
  const list = parseShardList({
    version: 1,
    shards: shards.map(({ url }, i) => ({ name: `shard-${i}`, url, contracts: CONTRACTS, homes: homes[i] })),
    notJoined: [],
  });
  const transport = createHttpTransport({ fetchTimeout: 60_000 });
  const pool = new Pool(whole!.url, { connections: 4 });
  let layers = createLayers(createShardingLayer);
  function createLayers(create: CreateLayer): Map<string, ShardingLayer> {
    return new Map(
      CONTRACTS.flatMap((contract) =>
        [true, false].map((keysFirst): [string, ShardingLayer] => {
          const bounds = keysFirst ? { keysFirstAbove: 0 } : {};
          return [
            `${contract} ${keysFirst}`,
            create({ contract, sdl: readContractSdl(contract), transport, bounds, now: () => NOW }),
          ];
        }),
      ),
    );
  }
  return {
    seed,
    rows,
    homes,
    list,
    async askLayer(contract, request, keysFirst) {
      const record = createHomesRecord();
      const result = await layers.get(`${contract} ${keysFirst}`)!.execute(request, { list, homes: record });
      return { ...(JSON.parse(JSON.stringify(result)) as LayerResult), homes: record.summary() };
    },
    async askWhole(contract, request) {
      const headers = { 'content-type': 'application/json' };
      const { body } = await pool.request({
        method: 'POST',
        path: `/${contract}`,
        headers,
        body: JSON.stringify(request),
      });
      return (await body.json()) as LayerResult;
    },
    useLayer: (create) => void (layers = createLayers(create)),
    async stop() {
      await Promise.all([transport.close(), pool.close()]);
      await Promise.all([whole, ...shards].map((shard) => shard!.stop()));
      if (faults.length > 0) throw new AggregateError(faults, 'Shards logged faults of their own');
    },
  };
}

/** One shard has most homes, one a single home without rows. */
function spreadHomes(seed: number, count: number): string[][] {
  const random = mulberry32(seed ^ 0x5ead);
  const shards: string[][] = Array.from({ length: count }, () => []);
  shards[count - 1]!.push('hollow');
  const rest = HOMES.filter((home) => home !== 'hollow');
  rest.forEach((home, i) => {
    const shard = i < count - 1 ? i : random() < 0.5 ? 0 : Math.floor(random() * (count - 1));
    shards[shard]!.push(home);
  });
  return shards;
}

async function startAll(
  homes: readonly string[][],
  rows: readonly Row[],
  database: TestDatabase,
  faults: unknown[],
): Promise<RunningShard[]> {
  const started: RunningShard[] = [];
  for (const own of homes) {
    const { url, drop } = await database.create();
    const shard = await startShard(program, {
      databaseUrl: url,
      host: '127.0.0.1',
      port: 0,
      now: () => NOW,
      log: (fault) => faults.push(fault),
    });
    await loadRows(
      shard.database,
      rows.filter(({ values }) => own.includes(values.home)),
      own,
      NOW.toISOString(),
    );
    const stop = async () => {
      await shard.stop();
      await drop();
    };
    started.push({ ...shard, stop });
  }
  return started;
}
