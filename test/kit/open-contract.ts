// A contract on a database of its own, with tables made from its nouns, asked by GraphQL without a socket.
import { graphql } from 'graphql';
import type { DataSource } from 'typeorm';
import { contractSdl } from '../../subgraphs/kit/contract-schema';
import { readShardingDirectives } from '../../subgraphs/kit/contract-files';
import { createMigration } from '../../subgraphs/kit/database/create-migration';
import { loadRows, type LoadableRow } from '../../subgraphs/kit/database/load-rows';
import { openDatabase } from '../../subgraphs/kit/database/open-database';
import { readHomes, ShardHome } from '../../subgraphs/kit/database/shard-home';
import { snapshotTables } from '../../subgraphs/kit/database/snapshot-tables';
import { buildContractSchema, buildFederatedSchema, type Contract } from '../../subgraphs/kit/federated-schema';
import { createRequestContext } from '../../subgraphs/kit/request-context';
import type { TestDatabase } from './test-databases';

export interface OpenContract {
  database: DataSource;
  load: (rows: LoadableRow[]) => Promise<unknown>;
  /** The data of an answer without errors. */
  ask: (document: string, variables?: Record<string, unknown>) => Promise<Record<string, never>>;
  close: () => Promise<void>;
}

export async function openContract(contract: Contract, testDatabase: TestDatabase, now: Date): Promise<OpenContract> {
  // The schema first: a fault in it leaves no connection behind, which would keep the test run alive.
  const schema = buildFederatedSchema(contract, buildContractSchema(contract, contract.sharded ? readShardingDirectives() : []), contractSdl(contract));
  const { url, drop } = await testDatabase.create();
  const database = await openTables(contract, url);
  return {
    database,
    load: (rows) => loadRows(database, rows, [...new Set(rows.map(({ values }) => values.home))], now.toISOString()),
    ask: async (document, variables) => {
      const contextValue = createRequestContext(database, now, () => readHomes(database));
      const { data, errors } = await graphql({ schema, source: document, variableValues: variables, contextValue });
      if (errors) throw new Error(errors.map(({ message, path }) => `${path?.join('.')}: ${message}`).join('\n'));
      return data as Record<string, never>;
    },
    close: async () => {
      await database.destroy();
      await drop();
    },
  };
}

async function openTables({ nouns }: Contract, url: string): Promise<DataSource> {
  const entities = [ShardHome, ...nouns];
  const bare = await openDatabase({ url, entities, migrations: [] });
  const tables = snapshotTables(bare);
  await bare.destroy();
  return openDatabase({ url, entities, migrations: [createMigration('Tables1763600000000', tables)] });
}
