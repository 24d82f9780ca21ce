// Opens the database, an embedded SQLite file or a MySQL or MariaDB server, and brings its tables up to date.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { addExampleStalls } from './add-example-stalls';
import { CreateStall } from './create-stall';
import { SampleMarketStall } from './stall';

/** Throws a sentence when it cannot be opened; a password is not quoted. */
export async function openDatabase(url: string): Promise<DataSource> {
  const database = new DataSource({
    ...(url.startsWith('file:') ? sqlite(url.slice('file:'.length)) : server(url)),
    entities: [SampleMarketStall],
    migrations: [CreateStall],
    migrationsRun: true,
  } as DataSourceOptions);
  try {
    await database.initialize();
  } catch (cause) {
    const place = url.replace(/\/\/[^@/]*@/, '//');
    throw new Error(`The database ${place} cannot be opened: ${(cause as Error).message}`, { cause });
  }
  await addExampleStalls(database);
  return database;
}

function sqlite(file: string) {
  mkdirSync(path.dirname(file), { recursive: true });
  // libsql speaks better-sqlite3's interface, and brings its binary along.
  return { type: 'better-sqlite3', driver: require('libsql') as unknown, database: file };
}

function server(url: string) {
  return { type: url.startsWith('mariadb:') ? 'mariadb' : 'mysql', url, charset: 'utf8mb4_bin' };
}
