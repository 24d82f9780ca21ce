// A hand on the rows of the running demonstration: it finds, copies, changes and removes them where they are kept.
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import type { RunningDemonstration } from '../../kit/run-demonstration';
import { rowId } from '../../../subgraphs/demonstration/rows';
import { SHARDS } from '../../../subgraphs/demonstration/topology';
import { rowsOf, type Row, type World } from './world';

export interface Hand {
  world: World;
  /** A copy of a row, which differs in these columns. */
  copy: (noun: EntityTarget<ObjectLiteral>, row: Row, values?: ObjectLiteral) => Promise<Row>;
  change: (noun: EntityTarget<ObjectLiteral>, row: Row, values: ObjectLiteral) => Promise<unknown>;
  remove: (noun: EntityTarget<ObjectLiteral>, row: Row) => Promise<unknown>;
  first: (table: string, keep?: (row: Row) => boolean) => Row;
}

export function createHand({ shards }: RunningDemonstration, world: World): Hand {
  const database = ({ home }: Row): DataSource =>
    shards.get(SHARDS.find(({ homes }) => homes.includes(home))!.name)!.database;
  return {
    world,
    copy: async (noun, row, values = {}) => {
      const existing = await database(row).manager.findOneByOrFail(noun, { id: row.id });
      const id = rowId(row.home, row.id.split('.')[1]!, `copy:${row.id}`);
      await database(row).manager.insert(noun, { ...existing, ...values, id, provenance: 'ENTERED' });
      return { ...row, ...values, id };
    },
    change: (noun, row, values) => database(row).manager.update(noun, { id: row.id }, values),
    remove: (noun, row) => database(row).manager.delete(noun, { id: row.id }),
    first: (table, keep) => {
      const [row] = rowsOf(world, table, keep);
      if (!row) throw new Error(`The demonstration has no such row of ${table}`);
      return row;
    },
  };
}
