// Starts shards for some homes and a layer above them; the same rows can be asked without the layer.
import { createHttpTransport, type HttpTransportOptions } from '../../../gateway/sharding/http-transport';
import { createHomesRecord } from '../../../gateway/sharding/homes-record';
import { parseShardList, type ShardList } from '../../../gateway/sharding/shard-list';
import {
  createShardingLayer,
  type LayerRequest,
  type LayerResult,
  type ShardingLayer,
} from '../../../gateway/sharding/sharding-layer';
import type { Bounds } from '../../../gateway/sharding/bounds';
import { homeOf } from '../../../schema/id';
import type { Rows } from './library';
import { LIBRARY, LIBRARY_SDL } from './library-contract';
import { AS_OF, askLibrary, startReferenceShard, type ReferenceShard } from './reference-shard';

export interface Spread {
  shards: ReferenceShard[];
  list: ShardList;
  layer: ShardingLayer;
  ask(
    request: LayerRequest | string,
    variables?: Record<string, unknown>,
  ): Promise<LayerResult & { homes: ReturnType<ReturnType<typeof createHomesRecord>['summary']> }>;
  /** The same question to all rows at once, without a layer. */
  askWhole(query: string, variables?: Record<string, unknown>): ReturnType<typeof askLibrary>;
  /** Starts a stopped shard again at its address. */
  restart(shard: number): Promise<void>;
  stop(): Promise<void>;
}

export interface SpreadOptions {
  /** Homes of each shard. */
  homes: string[][];
  rows: Rows;
  notJoined?: string[];
  bounds?: Partial<Bounds>;
  transport?: HttpTransportOptions;
}

export async function startSpread({
  homes,
  rows,
  notJoined = [],
  bounds,
  transport: transportOptions,
}: SpreadOptions): Promise<Spread> {
  const shards = await Promise.all(
    homes.map((own, i) => startReferenceShard(`shard-${i}`, own, rowsOf(own, rows))),
  );
  const list = parseShardList({
    version: 1,
    shards: shards.map(({ name, url, homes: own }) => ({ name, url, contracts: [LIBRARY], homes: own })),
    notJoined: notJoined.map((home) => ({ home, contracts: [LIBRARY] })),
  });
  const transport = createHttpTransport({ fetchTimeout: 2_000, ...transportOptions });
  const layer = createShardingLayer({
    contract: LIBRARY,
    sdl: LIBRARY_SDL,
    transport,
    bounds,
    now: () => new Date(AS_OF),
  });
  return {
    shards,
    list,
    layer,
    async ask(request, variables) {
      const record = createHomesRecord();
      const asked = typeof request === 'string' ? { query: request, variables } : request;
      const result = await layer.execute(asked, { list, homes: record });
      return { ...result, homes: record.summary() };
    },
    askWhole: (query, variables) => askLibrary(homes.flat(), rows, { query, variables }),
    async restart(i) {
      const { name, url, homes: own, rows: kept } = shards[i]!;
      shards[i] = await startReferenceShard(name, own, kept, Number(new URL(url).port));
    },
    async stop() {
      await transport.close();
      await Promise.all(shards.map((shard) => shard.stop()));
    },
  };
}

/** The rows that belong to these homes; each home is on one shard. */
export function rowsOf(homes: readonly string[], rows: Rows): Rows {
  const own = new Set(homes);
  const mine = <T extends { id: string }>(all: T[]) =>
    all.filter(({ id }) => own.has(homeOf(id))).map((row) => ({ ...row }));
  return { books: mine(rows.books), readers: mine(rows.readers) };
}
