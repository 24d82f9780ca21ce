// Reads every row of every shard as it is stored now, by plain SQL.
import type { RunningDemonstration } from '../../kit/run-demonstration';
import { PROGRAMS } from '../../../subgraphs/demonstration/prepare-databases';
import type { DemonstrationShard } from '../../../subgraphs/demonstration/topology';
import { beijingDay } from './calendar';
import type { Row, World } from './world';

/** `shards` says who speaks which contract for whom. */
export async function readWorld(
  { shards }: Pick<RunningDemonstration, 'shards'>,
  listed: readonly DemonstrationShard[],
): Promise<World> {
  const tables: World['tables'] = {};
  for (const { database } of shards.values()) {
    for (const { tableName } of database.entityMetadatas) {
      tables[tableName] = [
        ...(tables[tableName] ?? []),
        ...((await database.query(`SELECT * FROM ${tableName}`)) as Row[]),
      ];
    }
  }
  return { today: beijingDay(new Date()), tables, homes: homesOf(listed), missing: new Map() };
}

function homesOf(listed: readonly DemonstrationShard[]): World['homes'] {
  const homes: World['homes'] = {};
  for (const { program, homes: its } of listed) {
    for (const { name } of PROGRAMS[program].contracts) homes[name] = [...(homes[name] ?? []), ...its];
  }
  return homes;
}
