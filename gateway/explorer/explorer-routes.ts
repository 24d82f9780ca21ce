// Everything below `/explorer`: the page and its files, the ready operations, and the map of who serves what.
import path from 'node:path';
import { type Exchange, replyJson } from '../http/reply';
import type { ShardProbe } from '../sharding/shard-probe';
import { staticRoutes, type StaticRoute } from '../http/static-files';
import type { ShardListSource } from '../sharding/watch-shard-list';
import type { ContractFile } from '../supergraph/contract-file';
import { findSchemaFolder } from '../supergraph/find-schema-folder';
import { createExplorerPage } from './explorer-page';
import { type GraphMap, readContracts } from './graph-map';
import type { ReadyOperation } from './read-operations';

export interface ExplorerOptions {
  contracts: ContractFile[];
  operations: ReadyOperation[];
  shardList: ShardListSource;
  probe: ShardProbe;
  /** Whether `/` tries Apollo Sandbox, so that the page may link to it. */
  sandbox: boolean;
}

interface ExplorerRoute {
  methods: string[];
  handle(exchange: Exchange): void | Promise<void>;
}

export function explorerRoutes(options: ExplorerOptions): Map<string, ExplorerRoute> {
  const folder = path.join(path.dirname(findSchemaFolder()), 'dist', 'pages', 'explorer');
  const { operations, sandbox } = options;
  return new Map<string, ExplorerRoute>([
    ['/explorer', read(createExplorerPage(folder))],
    ['/explorer/operations.json', read((exchange) => replyJson(exchange, 200, { operations, sandbox }))],
    ['/explorer/map.json', read(createMapReport(options))],
    ...(staticRoutes(folder, '/explorer') satisfies Map<string, StaticRoute>),
  ]);
}

function read(handle: ExplorerRoute['handle']): ExplorerRoute {
  return { methods: ['GET', 'HEAD'], handle };
}

function createMapReport({ contracts, shardList, probe }: ExplorerOptions) {
  const read = readContracts(contracts);
  return async function reportMap(exchange: Exchange): Promise<void> {
    const { list, at, shards } = await probe();
    const reachable = new Map(shards.map((shard) => [shard.name, shard.reachable]));
    const map: GraphMap = {
      version: shardList.isLoaded() ? list.version : null,
      asOf: new Date(at).toISOString(),
      contracts: read,
      shards: list.shards.map(({ name, contracts: spoken, homes }) => {
        return { name, contracts: spoken, homes, reachable: reachable.get(name) ?? false };
      }),
      notJoined: list.notJoined,
    };
    replyJson(exchange, 200, map);
  };
}
