// Where a home stands at this shard while it moves, and after it has gone: kept beside the homes that are served here.
import { Column, Entity, In, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import { MAX_WORD } from '../../../schema/id';
import { createMigration, type MigrationClass } from './create-migration';

/**
 * LEAVING: read here, changed nowhere. GONE: its rows are elsewhere. ARRIVING: its rows come in, and are not whole.
 * SEALED: they are whole, read here as soon as the list says so, and changed nowhere until it is opened.
 */
export type Standing = 'LEAVING' | 'GONE' | 'ARRIVING' | 'SEALED';

@Entity('home_move')
export class HomeMove {
  @PrimaryColumn({ type: 'varchar', length: MAX_WORD })
  home!: string;

  /** Id of the move, by which the steps of one are told from those of another. */
  @Column({ type: 'varchar', length: 40 })
  move!: string;

  @Column({ type: 'varchar', length: 10 })
  standing!: Standing;

  @Column({ type: 'varchar', length: 24 })
  since!: string;
}

export const movingMigrations: MigrationClass[] = [
  createMigration('HomeMove1763850000000', [
    {
      name: 'home_move',
      columns: [
        { name: 'home', type: 'varchar', length: String(MAX_WORD), primary: true },
        { name: 'move', type: 'varchar', length: '40' },
        { name: 'standing', type: 'varchar', length: '10' },
        { name: 'since', type: 'varchar', length: '24' },
      ],
      indices: [],
    },
  ]),
];

export function readStanding(manager: EntityManager, home: string): Promise<HomeMove | null> {
  return manager.findOneBy(HomeMove, { home });
}

/** Homes of which this shard must not answer: an empty list would pass for "there is none". */
export async function readAbsentHomes({ manager }: DataSource): Promise<Set<string>> {
  const absent = await manager.findBy(HomeMove, { standing: In(['GONE', 'ARRIVING']) });
  return new Set(absent.map(({ home }) => home));
}

/** Whether what is written of the home here would be lost. */
export function isOnTheMove(manager: EntityManager, home: string): Promise<boolean> {
  return manager.existsBy(HomeMove, { home });
}
