// The shard that a home leaves: it says what there is, hands it out, and lets go of it when the home has been taken over.
import type { DataSource } from 'typeorm';
import { inTransaction } from '../database/in-transaction';
import { lockShardHome, ShardHome } from '../database/shard-home';
import { HomeMove, readStanding } from '../database/home-move';
import {
  type HomeRow,
  eraseHome,
  homeTables,
  readHomePage,
  summarizeHome,
  type TableSummary,
} from '../database/home-tables';
import { anotherMove, notLeaving, unknownTable } from './moving-refusals';

export interface MoveOf {
  home: string;
  /** Id of the move. */
  move: string;
}

/** From now on nothing of the home is changed here. Waits for the change that is under way. */
export function leaveHome(
  database: DataSource,
  { home, move }: MoveOf,
  now: string,
): Promise<TableSummary[]> {
  return inTransaction(database, async (manager) => {
    const served = await lockShardHome(manager, home);
    const known = await readStanding(manager, home);
    if (known && known.move !== move) throw anotherMove(known);
    if (served) await manager.update(ShardHome, { home }, { leavingSince: served.leavingSince ?? now });
    await manager.save(HomeMove, { home, move, standing: 'LEAVING', since: known?.since ?? now });
    return summarizeHome(manager, home);
  });
}

export interface Page {
  rows: HomeRow[];
  /** Whether there are rows after these. */
  more: boolean;
}

/** As many rows as make a message of bearable length, and one at least. */
const BYTES = 1_000_000;

export async function readLeaving(
  { manager }: DataSource,
  { home, move }: MoveOf,
  { table, after }: { table: string; after: string },
): Promise<Page> {
  await expectLeaving(manager, { home, move });
  const entity = homeTables(manager.connection).find(({ tableName }) => tableName === table);
  if (!entity) throw unknownTable(table);
  const found = await readHomePage(manager, entity, { home, after });
  let bytes = 0;
  const long = found.findIndex((row) => (bytes += Buffer.byteLength(JSON.stringify(row))) > BYTES);
  const rows = long > 0 ? found.slice(0, long) : found.slice(0, long === 0 ? 1 : undefined);
  const [next] = await readHomePage(manager, entity, { home, after: rows.at(-1)?.id ?? after, limit: 1 });
  return { rows, more: next !== undefined };
}

/** The move was given up. Doing it twice changes nothing. */
export function stayHome(database: DataSource, { home, move }: MoveOf): Promise<void> {
  return inTransaction(database, async (manager) => {
    await lockShardHome(manager, home);
    const known = await readStanding(manager, home);
    if (!known) return;
    if (known.move !== move || known.standing !== 'LEAVING') throw anotherMove(known);
    await manager.update(ShardHome, { home }, { leavingSince: null });
    await manager.delete(HomeMove, { home });
  });
}

/** The home is served elsewhere. The number of rows; 0 when it was done before. */
export function removeLeft(database: DataSource, { home, move }: MoveOf, now: string): Promise<number> {
  return inTransaction(database, async (manager) => {
    await lockShardHome(manager, home);
    const known = await readStanding(manager, home);
    if (known?.move === move && known.standing === 'GONE') return 0;
    if (known?.move !== move || known.standing !== 'LEAVING') throw notLeaving(home);
    const rows = await eraseHome(manager, home);
    await manager.delete(ShardHome, { home });
    await manager.save(HomeMove, { home, move, standing: 'GONE', since: now });
    return rows;
  });
}

async function expectLeaving(manager: DataSource['manager'], { home, move }: MoveOf): Promise<void> {
  const known = await readStanding(manager, home);
  if (known?.move !== move || known.standing !== 'LEAVING') throw notLeaving(home);
}
