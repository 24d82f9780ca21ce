// Puts rows into a database so that doing it twice changes nothing: what is missing is inserted, what differs is updated.
import { setImmediate } from 'node:timers/promises';
import type { DataSource, EntityManager, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { groupBy } from '../group-by';
import type { Class } from '../noun/spec';
import { inTransaction } from './in-transaction';
import { ShardHome } from './shard-home';

export interface LoadableRow {
  noun: Class;
  values: Record<string, unknown> & { id: string; home: string };
}

export interface Loaded {
  inserted: number;
  updated: number;
  unchanged: number;
}

/** Rows of one statement: below the number of parameters that every database takes. */
const CHUNK = 200;

/** Loads rows in one transaction, and says that this database speaks for `homes`. */
export async function loadRows(database: DataSource, rows: readonly LoadableRow[], homes: readonly string[], now: string): Promise<Loaded> {
  const loaded: Loaded = { inserted: 0, updated: 0, unchanged: 0 };
  await inTransaction(database, async (manager) => {
    await addHomes(manager, homes, now);
    await loadInto(manager, rows, loaded);
  });
  return loaded;
}

/** Inside a transaction. */
export async function loadInto(manager: EntityManager, rows: readonly LoadableRow[], loaded: Loaded = { inserted: 0, updated: 0, unchanged: 0 }): Promise<void> {
  for (const [noun, own] of groupBy(rows, (row) => row.noun)) await loadNoun(manager, noun, own.map(({ values }) => values), loaded);
}

async function addHomes(manager: EntityManager, homes: readonly string[], now: string): Promise<void> {
  const known = new Set((await manager.find(ShardHome)).map(({ home }) => home));
  const added = homes.filter((home) => !known.has(home)).map((home) => ({ home, since: now }));
  if (added.length > 0) await manager.insert(ShardHome, added);
}

async function loadNoun(manager: EntityManager, noun: Class, values: LoadableRow['values'][], loaded: Loaded): Promise<void> {
  const entity = manager.connection.getMetadata(noun);
  for (let start = 0; start < values.length; start += CHUNK) {
    const wanted = values.slice(start, start + CHUNK).map((each) => completeRow<Stored>(entity, manager.create(noun as never, each as never)));
    const ids = wanted.map(({ id }) => id);
    const existing = await manager.createQueryBuilder<Stored>(noun, 't').where('t.id IN (:...ids)', { ids }).getMany();
    const byId = new Map(existing.map((row) => [row.id, row]));
    const missing = wanted.filter(({ id }) => !byId.has(id));
    const changed = wanted.filter((row) => byId.has(row.id) && isOutdated(entity, row, byId.get(row.id)!));
    if (missing.length > 0) await manager.createQueryBuilder().insert().into(noun as never).values(missing as never).updateEntity(false).execute();
    if (changed.length > 0) await manager.save(noun as never, changed as never, { reload: false });
    loaded.inserted += missing.length;
    loaded.updated += changed.length;
    loaded.unchanged += wanted.length - missing.length - changed.length;
    // SQLite answers at once, so that a long load would leave no turn to the requests that wait.
    await setImmediate();
  }
}

interface Stored {
  id: string;
  version?: unknown;
}

/** A column that is not given is empty, or has its default. */
export function completeRow<R extends object>(entity: EntityMetadata, row: R): R {
  for (const column of entity.columns) {
    if (column.getEntityValue(row) === undefined) column.setEntityValue(row, column.default ?? null);
  }
  return row;
}

/** A row that has been changed through the graph since is newer than what is loaded, and stays. */
function isOutdated(entity: EntityMetadata, wanted: Stored, stored: Stored): boolean {
  const isNewer = typeof stored.version === 'number' && typeof wanted.version === 'number' && stored.version > wanted.version;
  return !isNewer && differs(entity, wanted, stored);
}

function differs(entity: EntityMetadata, wanted: Stored, stored: Stored): boolean {
  const text = (column: ColumnMetadata, row: Stored) => JSON.stringify(column.getEntityValue(row));
  return entity.columns.some((column) => text(column, wanted) !== text(column, stored));
}
