// The shard that a home comes to: it takes the rows in, holds them to what the other shard said, and serves the home when it is opened.
import { type DataSource, type EntityManager, In } from 'typeorm';
import { inTransaction } from '../database/in-transaction';
import { loadInto, type LoadableRow } from '../database/load-rows';
import { lockShardHome, ShardHome } from '../database/shard-home';
import { HomeMove, readStanding } from '../database/home-move';
import {
  eraseHome,
  homeTables,
  type HomeRow,
  summarizeHome,
  type TableSummary,
} from '../database/home-tables';
import type { MoveOf } from './leave-home';
import { anotherMove, badRow, notArriving, rowsDiffer, servedHere, unknownTable } from './moving-refusals';

/** Empties the place for what comes. True: all of it came before, and nothing is to be sent again. */
export function expectHome(
  database: DataSource,
  { home, move }: MoveOf,
  { tables, now }: { tables: readonly string[]; now: string },
): Promise<boolean> {
  return inTransaction(database, async (manager) => {
    const known = await readStanding(manager, home);
    if (known?.move === move && known.standing === 'SEALED') return true;
    await refuseArrival(manager, home, known);
    for (const table of tables) tableNamed(manager, table);
    await eraseHome(manager, home);
    await manager.save(HomeMove, { home, move, standing: 'ARRIVING', since: now });
    return false;
  });
}

/** What is served here, or on its way elsewhere, is not overwritten; what came by a move that was given up is. */
async function refuseArrival(manager: EntityManager, home: string, known: HomeMove | null): Promise<void> {
  if (known?.standing === 'LEAVING') throw anotherMove(known);
  if (!(await lockShardHome(manager, home))) return;
  if ((await summarizeHome(manager, home)).length > 0) throw servedHere(home);
  await manager.delete(ShardHome, { home });
}

/** Rows that came before are left as they are. */
export function takeRows(
  database: DataSource,
  { home, move }: MoveOf,
  { table, rows }: { table: string; rows: readonly HomeRow[] },
): Promise<void> {
  return inTransaction(database, async (manager) => {
    await expectStanding(manager, { home, move }, 'ARRIVING');
    const { target } = tableNamed(manager, table);
    const bad = rows.find((row) => row.home !== home || typeof row.id !== 'string');
    if (bad) throw badRow(table, home);
    const noun = target as LoadableRow['noun'];
    await loadInto(
      manager,
      rows.map((values) => ({ noun, values: { ...values } })),
    );
  });
}

/** Held to what the other shard has: not a row less, more or otherwise. */
export function sealHome(
  database: DataSource,
  { home, move }: MoveOf,
  expected: readonly TableSummary[],
): Promise<void> {
  return inTransaction(database, async (manager) => {
    const known = await expectStanding(manager, { home, move }, 'ARRIVING', 'SEALED');
    const found = await summarizeHome(manager, home);
    if (JSON.stringify(found.map(lineOf)) !== JSON.stringify(expected.map(lineOf)))
      throw rowsDiffer(home, expected, found);
    if (known.standing === 'ARRIVING') await manager.update(HomeMove, { home }, { standing: 'SEALED' });
  });
}

function lineOf({ table, rows, hash }: TableSummary): string {
  return `${table} ${rows} ${hash}`;
}

/** The list of shards names this shard for it: from now on it is changed here. Doing it twice changes nothing. */
export function openHome(database: DataSource, { home, move }: MoveOf, now: string): Promise<void> {
  return inTransaction(database, async (manager) => {
    const served = await lockShardHome(manager, home);
    if (served && !(await readStanding(manager, home))) return;
    await expectStanding(manager, { home, move }, 'SEALED');
    await manager.save(ShardHome, { home, since: now, leavingSince: null });
    await manager.delete(HomeMove, { home });
  });
}

/** The move was given up. Doing it twice changes nothing. */
export function discardHome(database: DataSource, { home, move }: MoveOf, now: string): Promise<void> {
  return inTransaction(database, async (manager) => {
    const arrived = await manager.existsBy(HomeMove, { home, move, standing: In(['ARRIVING', 'SEALED']) });
    if (!arrived) return;
    await eraseHome(manager, home);
    await manager.save(HomeMove, { home, move, standing: 'GONE', since: now });
  });
}

function tableNamed({ connection }: EntityManager, table: string) {
  const entity = homeTables(connection).find(({ tableName }) => tableName === table);
  if (!entity) throw unknownTable(table);
  return entity;
}

async function expectStanding(
  manager: EntityManager,
  { home, move }: MoveOf,
  ...standings: HomeMove['standing'][]
): Promise<HomeMove> {
  const known = await readStanding(manager, home);
  if (known?.move !== move || !standings.includes(known.standing)) throw notArriving(home);
  return known;
}
