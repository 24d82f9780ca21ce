// Opens a shard's database: an embedded SQLite file, or MySQL/MariaDB by URL; and brings it to the newest migration.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { DataSource, type DataSourceOptions, type MixedList, type EntitySchema } from 'typeorm';
import type { Class } from '../noun/spec';
import type { MigrationClass } from './create-migration';

export interface DatabaseOptions {
  /** `file:<path>` for SQLite, `mysql://user:password@host:port/database` for MySQL or MariaDB. */
  url: string;
  entities: Class[];
  migrations: MigrationClass[];
}

/** Throws with a sentence when the database cannot be reached or migrated. */
export async function openDatabase({ url, entities, migrations }: DatabaseOptions): Promise<DataSource> {
  const tables = { entities: entities as unknown as MixedList<EntitySchema>, migrations: migrations as never[] };
  const options = url.startsWith('file:') ? sqliteOptions(url) : await serverOptions(url);
  const database = new DataSource({ ...options, ...tables, migrationsTransactionMode: 'each', logging: false } as DataSourceOptions);
  try {
    await database.initialize();
    await database.runMigrations();
  } catch (cause) {
    if (database.isInitialized) await database.destroy();
    throw new Error(`The database ${withoutPassword(url)} cannot be opened: ${(cause as Error).message}`, { cause });
  }
  return database;
}

function sqliteOptions(url: string) {
  const path = url.slice('file:'.length);
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  return {
    type: 'better-sqlite3',
    // libsql speaks better-sqlite3's interface and brings its binary in the registry package.
    driver: require('libsql') as unknown,
    database: path,
    prepareDatabase: (connection: { exec: (sql: string) => void }) => {
      connection.exec('PRAGMA busy_timeout = 5000');
      connection.exec('PRAGMA journal_mode = WAL');
      connection.exec('PRAGMA synchronous = NORMAL');
    },
  };
}

/**
 * Creates the database where it is missing. Its default collation compares by code point without padding, as every
 * order of the graph does; TypeORM must be told MariaDB from MySQL, or it reports false drift.
 */
async function serverOptions(url: string) {
  const { hostname, port, username, password, pathname } = new URL(url);
  const name = decodeURIComponent(pathname.slice(1));
  if (!/^[\w-]+$/.test(name)) throw new Error(`The database URL ${withoutPassword(url)} must end in the name of a database`);
  const server = { host: hostname, port: Number(port || 3306), user: decodeURIComponent(username), password: decodeURIComponent(password) };
  const connection = await createConnection(server);
  const [[row]] = (await connection.query('SELECT VERSION() AS version')) as unknown as [[{ version: string }]];
  const isMariaDb = row.version.toLowerCase().includes('mariadb');
  const collation = isMariaDb ? 'utf8mb4_nopad_bin' : 'utf8mb4_0900_bin';
  await connection.query(`CREATE DATABASE IF NOT EXISTS \`${name}\` CHARACTER SET utf8mb4 COLLATE ${collation}`);
  await connection.query(`ALTER DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE ${collation}`);
  await connection.end();
  return {
    type: isMariaDb ? 'mariadb' : 'mysql',
    host: server.host,
    port: server.port,
    username: server.user,
    password: server.password,
    database: name,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    poolSize: 4,
  };
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//');
}
