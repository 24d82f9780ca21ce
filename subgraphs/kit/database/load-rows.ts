// Puts rows into a database so that doing it twice changes nothing: what is missing is inserted, what differs is updated.
import type { DataSource, EntityManager } from 'typeorm';
import type { Class } from '../noun/spec';
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
  await database.transaction(async (manager) => {
    await addHomes(manager, homes, now);
    for (const [noun, values] of byNoun(rows)) await loadNoun(manager, noun, values, loaded);
  });
  return loaded;
}

async function addHomes(manager: EntityManager, homes: readonly string[], now: string): Promise<void> {
  const known = new Set((await manager.find(ShardHome)).map(({ home }) => home));
  const added = homes.filter((home) => !known.has(home)).map((home) => ({ home, since: now }));
  if (added.length > 0) await manager.insert(ShardHome, added);
}

function byNoun(rows: readonly LoadableRow[]): Map<Class, LoadableRow['values'][]> {
  const groups = new Map<Class, LoadableRow['values'][]>();
  for (const { noun, values } of rows) groups.set(noun, [...(groups.get(noun) ?? []), values]);
  return groups;
}

async function loadNoun(manager: EntityManager, noun: Class, values: LoadableRow['values'][], loaded: Loaded): Promise<void> {
  for (let start = 0; start < values.length; start += CHUNK) {
    const wanted = values.slice(start, start + CHUNK).map((each) => manager.create(noun as never, each as never) as { id: string });
    const ids = wanted.map(({ id }) => id);
    const existing = await manager.createQueryBuilder(noun as never, 't').where('t.id IN (:...ids)', { ids }).getMany();
    const byId = new Map(existing.map((row) => [(row as { id: string }).id, row]));
    const missing = wanted.filter(({ id }) => !byId.has(id));
    const changed = wanted.filter((row) => byId.has(row.id) && differs(row, byId.get(row.id) as object));
    if (missing.length > 0) await manager.createQueryBuilder().insert().into(noun as never).values(missing as never).updateEntity(false).execute();
    for (const row of changed) await manager.save(noun as never, row as never, { reload: false });
    loaded.inserted += missing.length;
    loaded.updated += changed.length;
    loaded.unchanged += wanted.length - missing.length - changed.length;
  }
}

/** A column that is not given counts as empty. */
function differs(wanted: object, stored: object): boolean {
  return Object.entries(stored).some(([name, value]) => {
    const other = (wanted as Record<string, unknown>)[name] ?? null;
    return JSON.stringify(value ?? null) !== JSON.stringify(other);
  });
}
