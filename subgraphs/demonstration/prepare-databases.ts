// Brings every shard's database file to today's demonstration; doing it twice changes nothing.
import { join } from 'node:path';
import { dayAt } from '../kit/clock';
import { loadRows, type Loaded } from '../kit/database/load-rows';
import { openProgramDatabase, type Program } from '../kit/start-shard';
import { community } from '../community/program';
import { street } from '../street/program';
import { unit } from '../unit/program';
import { demonstrationRows, rowsOf } from './demonstration-rows';
import { SHARDS, type DemonstrationShard } from './topology';

export const PROGRAMS: Record<DemonstrationShard['program'], Program> = { street, community, unit };

export function databaseUrl(folder: string, shard: DemonstrationShard): string {
  return `file:${join(folder, `${shard.name}.sqlite`)}`;
}

export async function prepareDatabases(folder: string, now: Date): Promise<Map<string, Loaded>> {
  const rows = demonstrationRows(dayAt(now));
  const loaded = new Map<string, Loaded>();
  for (const shard of SHARDS) {
    const database = await openProgramDatabase(PROGRAMS[shard.program], databaseUrl(folder, shard));
    loaded.set(shard.name, await loadRows(database, rowsOf(shard, rows), shard.homes, now.toISOString()));
    await database.destroy();
  }
  return loaded;
}
