// Opens a shard's database: an embedded SQLite file, or MySQL/MariaDB by URL; and brings it to the newest migration.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createConnection, type ConnectionOptions } from 'mysql2/promise';
import { DataSource, type DataSourceOptions, type MixedList, type EntitySchema } from 'typeorm';
import type { Class } from '../noun/spec';
import type { MigrationClass } from './create-migration';
import { guardBindings, type SqliteConnection } from './guard-bindings';

export interface DatabaseOptions {
  /** `file:<path>` for SQLite, `mysql://user:password@host:port/database` for MySQL or MariaDB. */
  url: string;
  entities: Class[];
  migrations: MigrationClass[];
}

/** Throws with a sentence when the database cannot be reached or migrated. */
export async function openDatabase({ url, entities, migrations }: DatabaseOptions): Promise<DataSource> {
  const tables = { entities: entities as unknown as MixedList<EntitySchema>, migrations: migrations as never[] };
  try {
    const options = url.startsWith('file:') ? sqliteOptions(url) : await serverOptions(url);
    return await migrated(new DataSource({ ...options, ...tables, migrationsTransactionMode: 'each', logging: false } as DataSourceOptions));
  } catch (cause) {
    throw new Error(`The database ${withoutPassword(url)} cannot be opened: ${(cause as Error).message}`, { cause });
  }
}

async function migrated(database: DataSource): Promise<DataSource> {
  await database.initialize();
  try {
    await database.runMigrations();
    return database;
  } catch (cause) {
    await database.destroy();
    throw cause;
  }
}

function sqliteOptions(url: string) {
  const path = url.slice('file:'.length);
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  return {
    type: 'better-sqlite3',
    // libsql speaks better-sqlite3's interface and brings its binary in the registry package.
    driver: require('libsql') as unknown,
    database: path,
    prepareDatabase: (connection: SqliteConnection) => {
      connection.exec('PRAGMA busy_timeout = 5000');
      connection.exec('PRAGMA journal_mode = WAL');
      connection.exec('PRAGMA synchronous = NORMAL');
      guardBindings(connection);
    },
  };
}

/** TypeORM must be told MariaDB from MySQL, or it reports false drift. */
async function serverOptions(url: string) {
  const { hostname, port, username, password, pathname } = new URL(url);
  const name = decodeURIComponent(pathname.slice(1));
  if (!/^[\w-]+$/.test(name)) throw new Error('the URL must end in the name of a database');
  const server = { host: hostname, port: Number(port || 3306), user: decodeURIComponent(username), password: decodeURIComponent(password) };
  const isMariaDb = await createOnServer(server, name);
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

/**
 * Creates the database where it is missing; tells whether the server is MariaDB. The default collation compares by code
 * point without padding, as every order of the graph does.
 */
async function createOnServer(server: ConnectionOptions, name: string): Promise<boolean> {
  const connection = await createConnection(server);
  try {
    const [[row]] = (await connection.query('SELECT VERSION() AS version')) as unknown as [[{ version: string }]];
    const isMariaDb = row.version.toLowerCase().includes('mariadb');
    const collation = isMariaDb ? 'utf8mb4_nopad_bin' : 'utf8mb4_0900_bin';
    await connection.query(`CREATE DATABASE IF NOT EXISTS \`${name}\` CHARACTER SET utf8mb4 COLLATE ${collation}`);
    await connection.query(`ALTER DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE ${collation}`);
    return isMariaDb;
  } finally {
    await connection.end();
  }
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//');
}
