// A shard of a program on a database of its own, asked over HTTP as any client asks it.
import type { DataSource, Logger } from 'typeorm';
import { loadRows, type Loaded, type LoadableRow } from '../../subgraphs/kit/database/load-rows';
import { startShard, type Program } from '../../subgraphs/kit/start-shard';
import type { TestDatabase } from './test-databases';

export interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are compared, not computed with
  data?: any;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

export interface OpenShard {
  url: string;
  database: DataSource;
  /** What the shard logged, oldest first. */
  faults: unknown[];
  ask: (document: string, variables?: Record<string, unknown>) => Promise<Answer>;
  load: (rows: LoadableRow[], homes?: string[]) => Promise<Loaded>;
  /** Empties the tables of these rows' nouns, then loads the rows. */
  replace: (nouns: LoadableRow['noun'][], rows: LoadableRow[]) => Promise<void>;
  /** The SQL statements that run during `work`. */
  statements: (work: () => Promise<unknown>) => Promise<string[]>;
  close: () => Promise<void>;
}

export const NOW = new Date('2026-11-22T04:00:00Z');

/** `contract` is the path that `ask` asks. */
export async function openShard(
  program: Program,
  contract: string,
  testDatabase: TestDatabase,
  now = NOW,
): Promise<OpenShard> {
  const { url: databaseUrl, drop } = await testDatabase.create();
  const faults: unknown[] = [];
  const shard = await startShard(program, {
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    now: () => now,
    log: (fault) => faults.push(fault),
  });
  const { url, database } = shard;
  const homesOf = (rows: LoadableRow[]) => [...new Set(rows.map(({ values }) => values.home))];
  const load = (rows: LoadableRow[], homes = homesOf(rows)) =>
    loadRows(database, rows, homes, now.toISOString());
  return {
    url,
    database,
    faults,
    ask: (document, variables) => askAt(`${url}/${contract}`, document, variables),
    load,
    replace: async (nouns, rows) => {
      for (const noun of nouns)
        await database.manager
          .createQueryBuilder()
          .delete()
          .from(noun as never)
          .execute();
      await load(rows);
    },
    statements: (work) => watchStatements(database, work),
    close: async () => {
      await shard.stop();
      await drop();
    },
  };
}

/** Posts an operation to an endpoint. */
export async function askAt(
  url: string,
  query: string,
  variables?: Record<string, unknown>,
): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return (await response.json()) as Answer;
}

async function watchStatements(database: DataSource, work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const usual = database.logger;
  const ignore = () => undefined;
  const logger: Logger = {
    logQuery: (query) => void seen.push(query),
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    logMigration: ignore,
    log: ignore,
  };
  Object.assign(database, { logger });
  await work().finally(() => Object.assign(database, { logger: usual }));
  return seen;
}
