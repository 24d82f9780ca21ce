// The homes that a shard's database holds: what a shard speaks for when it is asked by itself.
import { Column, Entity, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { MAX_WORD } from '../../../schema/id';

@Entity('shard_home')
export class ShardHome {
  @PrimaryColumn({ type: 'varchar', length: MAX_WORD })
  home!: string;

  /** When the home came to this shard, as stored text. */
  @Column({ type: 'varchar', length: 24 })
  since!: string;

  /** Since when the home is on its way to another shard; it is read here until it has gone, and changed there. */
  @Column({ type: 'varchar', length: 24, nullable: true })
  leavingSince!: string | null;
}

/**
 * A home's changes come one after another. SQLite has one writer a file anyhow; elsewhere the home's own row is the lock,
 * taken before anything is read. Null: the home is not served here.
 */
export function lockShardHome(manager: EntityManager, home: string): Promise<ShardHome | null> {
  const row = manager.createQueryBuilder(ShardHome, 'h').where('h.home = :home', { home });
  if (manager.connection.options.type !== 'better-sqlite3') row.setLock('pessimistic_write');
  return row.getOne();
}

export async function readHomes(database: DataSource): Promise<string[]> {
  const homes = await database.manager.find(ShardHome, { order: { home: 'ASC' } });
  return homes.map(({ home }) => home);
}
