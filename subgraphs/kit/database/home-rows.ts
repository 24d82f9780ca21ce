// A home's rows as files, one JSON line a row and one file a table: how a home leaves a shard and comes to another.
import { createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import type { DataSource, EntityMetadata } from 'typeorm';
import { readStanding } from './home-move';
import { eraseHome, homePages, homeTables } from './home-tables';
import { inTransaction } from './in-transaction';
import { loadRows, type Loaded, type LoadableRow } from './load-rows';
import { ShardHome } from './shard-home';

/**
 * Writes the home's rows to `<folder>/<table>.jsonl`; the number of rows. Nothing is removed, and nothing is changed here
 * any more: a change after the export would be lost on the way.
 */
export async function exportHome(database: DataSource, home: string, folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  await markLeaving(database, home, new Date().toISOString());
  let total = 0;
  for (const entity of homeTables(database)) total += await exportTable(database, entity, home, folder);
  return total;
}

/** With null the home stays after all. Waits for the change that is under way. */
export async function markLeaving(
  database: DataSource,
  home: string,
  leavingSince: string | null,
): Promise<void> {
  await inTransaction(
    database,
    async (manager) => void (await manager.update(ShardHome, { home }, { leavingSince })),
  );
}

async function exportTable(
  database: DataSource,
  entity: EntityMetadata,
  home: string,
  folder: string,
): Promise<number> {
  const file = createWriteStream(join(folder, `${entity.tableName}.jsonl`));
  let total = 0;
  for await (const rows of homePages(database.manager, entity, home)) {
    for (const row of rows) file.write(`${JSON.stringify(row)}\n`);
    total += rows.length;
  }
  file.end();
  await once(file, 'finish');
  return total;
}

/** Loads the files of a home; doing it twice changes nothing. Throws a sentence for a row of another home. */
export async function importHome(
  database: DataSource,
  home: string,
  folder: string,
  now: string,
): Promise<Loaded> {
  const rows: LoadableRow[] = [];
  for (const entity of homeTables(database)) rows.push(...(await readTable(entity, home, folder)));
  const loaded = await loadRows(database, rows, [home], now);
  await markLeaving(database, home, null);
  return loaded;
}

async function readTable(entity: EntityMetadata, home: string, folder: string): Promise<LoadableRow[]> {
  const path = join(folder, `${entity.tableName}.jsonl`);
  if (!existsSync(path)) return [];
  const rows: LoadableRow[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const values = JSON.parse(line) as LoadableRow['values'];
    if (values.home !== home)
      throw new Error(`${path} holds a row of ${JSON.stringify(values.home)}; expected rows of ${home} only`);
    rows.push({ noun: entity.target as LoadableRow['noun'], values });
  }
  return rows;
}

/** From now on the home, which no other shard serves yet, may be written to here. Throws a sentence for one that has moved away. */
export async function serveHome(database: DataSource, home: string, now: string): Promise<void> {
  const known = await readStanding(database.manager, home);
  if (known)
    throw new Error(
      `${home} is ${known.standing} here, by the move ${known.move}; bring it by a move: npm run registry -- shard move`,
    );
  await loadRows(database, [], [home], now);
}

/** Removes the home and its rows, after another shard has taken them over; the number of rows. */
export async function removeHome(database: DataSource, home: string): Promise<number> {
  return inTransaction(database, async (manager) => {
    const total = await eraseHome(manager, home);
    await manager.delete(ShardHome, { home });
    return total;
  });
}
