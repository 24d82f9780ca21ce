// The databases that a suite runs on: SQLite always, MariaDB or MySQL where a server was found.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';

export interface TestDatabase {
  name: string;
  /** A new, empty database each time. */
  create: () => Promise<CreatedDatabase>;
}

export interface CreatedDatabase {
  url: string;
  drop: () => Promise<void>;
}

let serial = 0;

export function testDatabases(): TestDatabase[] {
  const server = process.env.LIANXI_FOUND_DATABASE_URL;
  return [sqlite, ...(server ? [onServer(server)] : [])];
}

/**
 * What the longest suites run on: the server where one was found, since more can go wrong there, else SQLite; on all with
 * LIANXI_ALL_DATABASES=on.
 */
export function longSuiteDatabases(): TestDatabase[] {
  const all = testDatabases();
  return process.env.LIANXI_ALL_DATABASES === 'on' ? all : all.slice(-1);
}

export const sqlite: TestDatabase = {
  name: 'SQLite',
  create: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lianxi-'));
    return { url: `file:${join(folder, 'shard.sqlite')}`, drop: async () => rmSync(folder, { recursive: true, force: true }) };
  },
};

function onServer(server: string): TestDatabase {
  return {
    name: 'MariaDB',
    create: async () => {
      const name = `lianxi_test_${process.pid}_${Date.now().toString(36)}_${serial++}`;
      const url = new URL(server);
      url.pathname = `/${name}`;
      const drop = async () => {
        const connection = await createConnection({ uri: server });
        await connection.query(`DROP DATABASE IF EXISTS \`${name}\``);
        await connection.end();
      };
      return { url: url.toString(), drop };
    },
  };
}
