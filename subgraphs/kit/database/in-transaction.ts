// Changes a database: all or nothing, and unseen by readers until it is done.
import type { DataSource, EntityManager } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner';
import type { SqliteConnection } from './guard-bindings';

type Change<T> = (manager: EntityManager) => Promise<T>;

/**
 * TypeORM has one connection to a SQLite file. A transaction on it would show its rows to every reader before they are
 * committed, and a second one would become a part of the first. So a change of a file has a connection of its own, and
 * changes wait for each other; with write-ahead logging readers go on meanwhile.
 */
export function inTransaction<T>(database: DataSource, change: Change<T>): Promise<T> {
  const { type, database: path } = database.options;
  if (type !== 'better-sqlite3') return database.transaction(change);
  return inTurn(database, () =>
    path === ':memory:' ? database.transaction(change) : onItsOwnConnection(database, change),
  );
}

const lastTurn = new WeakMap<DataSource, Promise<unknown>>();

function inTurn<T>(database: DataSource, work: () => Promise<T>): Promise<T> {
  const turn = (lastTurn.get(database) ?? Promise.resolve()).then(work, work);
  lastTurn.set(database, turn);
  return turn;
}

async function onItsOwnConnection<T>(database: DataSource, change: Change<T>): Promise<T> {
  const driver = database.driver as BetterSqlite3Driver & {
    createDatabaseConnection: () => Promise<SqliteConnection>;
  };
  const connection = await driver.createDatabaseConnection();
  // What was answered as done must survive a power cut too.
  connection.exec('PRAGMA synchronous = FULL');
  const runner = new ConnectionRunner(driver, connection);
  try {
    return await Object.assign(runner, { manager: database.createEntityManager(runner) }).manager.transaction(
      change,
    );
  } finally {
    connection.close();
  }
}

class ConnectionRunner extends BetterSqlite3QueryRunner {
  constructor(
    driver: BetterSqlite3Driver,
    private readonly own: SqliteConnection,
  ) {
    super(driver);
  }

  override connect(): Promise<SqliteConnection> {
    return Promise.resolve(this.own);
  }

  /** Takes the lock at once: a transaction that first reads could otherwise find the file changed under it. */
  override query(
    sql: string,
    parameters?: unknown[],
    useStructuredResult?: boolean,
  ): ReturnType<BetterSqlite3QueryRunner['query']> {
    return super.query(
      sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql,
      parameters,
      useStructuredResult,
    );
  }
}
