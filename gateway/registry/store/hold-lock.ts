// One registry at a time checks and appends, also when several share a MySQL or MariaDB server; a SQLite file has one program.
import type { DataSource } from 'typeorm';
import { refuse } from '../../../schema/codes';
import { hashText } from './text-store';

const WAIT_SECONDS = 60;

/** The server takes the lock back when its connection ends, so a registry that is killed holds up nobody. */
export async function holdLock<Result>(database: DataSource, work: () => Promise<Result>): Promise<Result> {
  if (database.options.type === 'better-sqlite3') return work();
  const name = `lianxi ${hashText(String(database.options.database)).slice(0, 40)}`;
  const runner = database.createQueryRunner();
  try {
    const [row] = (await runner.query('SELECT GET_LOCK(?, ?) AS held', [name, WAIT_SECONDS])) as { held: unknown }[];
    if (Number(row?.held) !== 1) throw busy();
    try {
      return await work();
    } finally {
      await runner.query('SELECT RELEASE_LOCK(?)', [name]);
    }
  } finally {
    await runner.release();
  }
}

function busy() {
  return refuse('OVERLOADED', {
    zh: '另一个注册中心正在发布；请稍后再试。',
    en: 'Another registry on the same database is publishing; try again later.',
  });
}
